/**
 * Transactions: many files put in place together or not at all. Redo only: files are staged in `journal/<device>/<tx>/`, the manifest
 * that is renamed into place there commits them, and renames that can be repeated apply them. What was committed and could not be
 * applied at once (a file that is in use) is read from where it is staged, and applied before anything else is written.
 */
import { rm } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path'
import { AppError, isAppError } from '#shared/contract/errors'
import { newId, Uuid } from '#shared/model/ids'
import { atATime } from './atATime'
import { formatJson } from './canonicalJson'
import { errorCode, isThere, makeFolder, moveDurably, namesIn, readIfThere, removeDurably, syncEntries, syncsAtOnce, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import { isSameStamp, stampOf, type HeadStamp } from './headCache'
import { hashFile } from './hashFile'
import { expectPlain, hasManifest, isPlainFolder, journalFormat, JournalManifest, placeOf } from './journalManifest'
import { parseDocument } from './jsonFile'
import { journalMigrations } from './migrations'

/** Stages one file for `path`: `write` fills a new file at the place it is given, and syncs it. Several may be under way at once. */
export type Stage = (path: string, write: (staged: string) => Promise<void>) => Promise<void>

/** Says that what stands at `path` goes with the transaction. */
export type Remove = (path: string) => Promise<void>

export interface Journal {
  /**
   * Puts all that `fill` stages in place and removes what it says, durably, or nothing of it; where that is nothing, nothing is written.
   * Throws what `fill` throws, and `store_write_failed`.
   */
  commit: (fill: (stage: Stage, remove: Remove) => Promise<void>) => Promise<void>
  /** Where a file lies now, in its place or committed and not there yet; undefined where there is none. */
  find: (path: string) => Promise<string | undefined>
  /** What stands in a file, or what is committed to stand there; undefined where there is none. Throws `file_unreadable`. */
  read: (path: string) => Promise<Buffer | undefined>
  /** The places for which something is committed and not done yet. */
  pending: () => string[]
  isPending: (path: string) => boolean
  /** The names in a folder, with those of what is committed to stand there; none where it does not exist. Throws `file_unreadable`. */
  names: (folder: string) => Promise<string[]>
  /** Applies what was committed and is not in place yet: before anything else is written. Throws `store_write_failed`. */
  settle: () => Promise<void>
  /**
   * At opening to write: finishes what a crash left committed, removes what it left unfinished. What can't be put in place now is read
   * from where it is staged; a transaction that can't be finished at all is left as it is and handed to `onDamage`. Throws
   * `file_unreadable` where a transaction can't be reached: nothing may be written then, since what it holds would be lost.
   */
  recover: (onDamage: (path: string, error: AppError) => void) => Promise<void>
  /** Where it is open to read: what is committed now and not in place is read from where it is staged; nothing is moved. */
  look: (onDamage: (path: string, error: AppError) => void) => Promise<void>
}

interface Move { from: string; to: string }

/** The hash of what stands in a file, null where there is none; `stamp` is what it looked like, where it was looked at. */
const hashOf = async (path: string, stamp?: HeadStamp): Promise<string | null> => ((stamp ?? await isThere(path)) ? (await hashFile(path)).sha256 : null)

export const createJournal = (paths: LibraryPaths, device: string, now: () => number): Journal => {
  const folder = paths.journal(device)
  /** Where what is committed was staged, by its place: until its transaction is applied whole it lies in one of the two. Null for what is to go. */
  const pending = new Map<string, string | null>()
  const unfinished = new Map<string, JournalManifest>()
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  /** A failure of the file system as one of the contract; any other error, such as that of whoever cancels, as it is. */
  const failed = (path: string, error: unknown): unknown => {
    const isSystem = error instanceof Error && 'code' in error && typeof error.code === 'string' && !(error instanceof AppError)
    return isSystem ? new AppError('store_write_failed', { path, reason: errorCode(error) }, { cause: error }) : error
  }

  const movesOf = (transaction: string, { files }: JournalManifest): Move[] =>
    files.map(({ staged, path }) => ({ from: join(transaction, staged), to: placeOf(paths.root, path) }))

  /** From here on all of it is read. */
  const show = (transaction: string, manifest: JournalManifest): void => {
    for (const { from, to } of movesOf(transaction, manifest)) pending.set(to, from)
    for (const { path } of manifest.removes) pending.set(placeOf(paths.root, path), null)
  }

  /** And it is applied before anything else is written. */
  const hold = (transaction: string, manifest: JournalManifest): void => {
    show(transaction, manifest)
    unfinished.set(transaction, manifest)
  }

  /** Without its manifest a transaction is over, durably: else a power cut would bring it back, to undo what was saved since. */
  const end = async (transaction: string): Promise<void> => removeDurably([join(transaction, 'manifest.json')])

  const forget = async (transaction: string): Promise<void> => {
    await end(transaction)
    await rm(transaction, { recursive: true, force: true })
  }

  const apply = async (transaction: string, manifest: JournalManifest): Promise<void> => {
    const moves = movesOf(transaction, manifest)
    const removed = manifest.removes.map(({ path }) => placeOf(paths.root, path))
    await moveDurably(moves)
    await removeDurably(removed)
    await end(transaction)
    for (const place of [...moves.map(({ to }) => to), ...removed]) pending.delete(place)
    unfinished.delete(transaction)
    // Without its manifest what stays of it is removed at the next opening.
    await rm(transaction, { recursive: true, force: true }).catch(() => undefined)
  }

  const settle = async (): Promise<void> => {
    for (const [transaction, manifest] of unfinished) {
      try {
        await apply(transaction, manifest)
      } catch (error) {
        throw failed(transaction, error)
      }
    }
  }

  const readManifest = async (transaction: string): Promise<JournalManifest> => {
    const path = join(transaction, 'manifest.json')
    const bytes = await readIfThere(path)
    if (bytes === undefined) throw new AppError('file_unreadable', { path, reason: 'ENOENT' })
    return parseDocument(path, bytes, JournalManifest, journalMigrations)
  }

  /** Throws what nobody could finish after a crash: a place that is no file of the library. */
  const entryOf = async (place: string, stamp: HeadStamp | undefined): Promise<{ path: string; replaces: string | null }> => {
    const path = relative(paths.root, place).split(sep).join('/')
    placeOf(paths.root, path)
    return { path, replaces: await hashOf(place, stamp) }
  }

  /** Throws where another program wrote to one of the places since it was looked at. */
  const expectUntouched = async (stamps: ReadonlyMap<string, HeadStamp | undefined>): Promise<void> => atATime(syncsAtOnce, stamps, async ([path, stamp]) => {
    const there = await stampOf(path)
    if ((stamp ?? there) && !isSameStamp(stamp, there)) throw new AppError('store_write_failed', { path, reason: 'another program changed it meanwhile' })
  })

  const stageAll = async (transaction: string, fill: Parameters<Journal['commit']>[0]): Promise<JournalManifest> => {
    const files: JournalManifest['files'] = []
    const removes: JournalManifest['removes'] = []
    const stamps = new Map<string, HeadStamp | undefined>()
    let count = 0
    await makeFolder(transaction)
    await fill(async (path, write) => {
      const staged = String(count)
      count += 1
      const stamp = await stampOf(path)
      stamps.set(path, stamp)
      await write(join(transaction, staged))
      files.push({ staged, ...await entryOf(path, stamp) })
    }, async (path) => {
      const stamp = await stampOf(path)
      stamps.set(path, stamp)
      removes.push(await entryOf(path, stamp))
    })
    await syncEntries(transaction)
    await expectUntouched(stamps)
    return { format: journalFormat, id: basename(transaction), device, at: new Date(now()).toISOString(), files, removes }
  }

  const commit: Journal['commit'] = async (fill) => inTurn(async () => {
    await settle()
    const transaction = join(folder, newId())
    let manifest: JournalManifest
    try {
      manifest = await stageAll(transaction, fill)
      if (manifest.files.length + manifest.removes.length === 0) {
        await forget(transaction)
        return
      }
      await writeDurably(join(transaction, 'manifest.json'), formatJson(manifest))
    } catch (error) {
      await forget(transaction).catch(() => undefined)
      throw failed(transaction, error)
    }
    hold(transaction, manifest)
    await apply(transaction, manifest).catch(() => undefined)
  })

  /** Whether a place still holds what was to be replaced there, or holds already what is to stand there. */
  const fits = async (staged: string, place: string, replaces: string | null): Promise<boolean> => {
    const there = await hashOf(place)
    if (!(await isThere(staged))) return there !== null
    return there === replaces || there === await hashOf(staged)
  }

  const notFitting = (path: string, place: string): AppError =>
    new AppError('store_corrupt', { path, reason: `an unfinished transaction no longer fits ${place}` })

  /** Throws unless all of a transaction can be applied without writing over what was saved since. */
  const expectFit = async (transaction: string, { format, device: by, files, removes }: JournalManifest): Promise<void> => {
    const path = join(transaction, 'manifest.json')
    if (format > journalFormat) throw new AppError('library_newer_format', { path, found: format, supported: journalFormat })
    if (by !== device) throw new AppError('store_corrupt', { path, reason: 'a journal of another device' })
    const known = new Set<string>()
    for (const { staged, path: place, replaces } of files) {
      const [from, to] = [join(transaction, staged), placeOf(paths.root, place)]
      for (const each of [from, to]) await expectPlain(paths.root, each, known)
      if (!(await fits(from, to, replaces))) throw notFitting(path, place)
    }
    for (const { path: place, replaces } of removes) {
      await expectPlain(paths.root, placeOf(paths.root, place), known)
      const there = await hashOf(placeOf(paths.root, place))
      if (there !== null && there !== replaces) throw notFitting(path, place)
    }
  }

  /** One that its writer ends while it is looked at is over. */
  const lookAt = async (transaction: string): Promise<void> => {
    if (!(await hasManifest(transaction))) return
    try {
      const manifest = await readManifest(transaction)
      await expectFit(transaction, manifest)
      show(transaction, manifest)
    } catch (error) {
      if (await hasManifest(transaction)) throw error
    }
  }

  const recoverOne = async (transaction: string): Promise<void> => {
    if (!(await hasManifest(transaction))) {
      await forget(transaction).catch(() => undefined)
      return
    }
    const manifest = await readManifest(transaction)
    await expectFit(transaction, manifest)
    hold(transaction, manifest)
    await apply(transaction, manifest).catch(() => undefined)
  }

  /**
   * Oldest first. One that can't be reached stops it; any other failure is that transaction's alone. What is no folder named as we name
   * them, or lies behind a link, is none of ours: it is not touched.
   */
  const eachTransaction = async (work: (transaction: string) => Promise<void>, onDamage: (path: string, error: AppError) => void): Promise<void> => {
    const names = (await namesIn(folder)).filter((name) => Uuid.safeParse(name).success).sort()
    const isOurs = await isPlainFolder(dirname(folder)) && await isPlainFolder(folder)
    if (names.length > 0 && !isOurs) onDamage(folder, new AppError('store_corrupt', { path: folder, reason: 'a link to another folder' }))
    for (const name of isOurs ? names : []) {
      const transaction = join(folder, name)
      if (!(await isPlainFolder(transaction))) continue
      await work(transaction).catch((error: unknown) => {
        if (!isAppError(error) || error.code === 'file_unreadable') throw error
        onDamage(transaction, error)
      })
    }
  }

  return {
    commit,
    // What is being moved into place is looked for where it was staged first: it is then in one of the two.
    find: async (path) => {
      const staged = pending.get(path)
      if (staged === null) return undefined
      if (staged !== undefined && await isThere(staged)) return staged
      return (await isThere(path)) ? path : undefined
    },
    read: async (path) => {
      const staged = pending.get(path)
      if (staged === null) return undefined
      return (staged === undefined ? undefined : await readIfThere(staged)) ?? readIfThere(path)
    },
    pending: () => [...pending.keys()],
    isPending: (path) => pending.has(path),
    names: async (path) => {
      const names = new Set(await namesIn(path))
      for (const [place, staged] of pending) {
        const [name, ...below] = relative(path, place).split(sep)
        if (name === undefined || name === '' || name === '..' || isAbsolute(name)) continue
        if (staged !== null) names.add(name)
        else if (below.length === 0) names.delete(name)
      }
      return [...names]
    },
    settle: async () => (unfinished.size > 0 ? inTurn(settle) : undefined),
    recover: async (onDamage) => inTurn(async () => eachTransaction(recoverOne, onDamage)),
    look: async (onDamage) => inTurn(async () => {
      pending.clear()
      await eachTransaction(lookAt, onDamage)
    }),
  }
}
