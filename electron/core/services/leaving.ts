/** What every document obeys on its way out: restricted records leave only when that was confirmed, and are logged before they are there. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { AppError } from '#shared/contract/errors'
import type { MadeFile } from '#shared/contract/packages'
import { documentExchangeFormat, excelExchangeFormat, exchangeFormat, type ExchangeFile } from '#shared/model/exchange'
import { newId } from '#shared/model/ids'
import type { RevisionFile } from '#shared/model/record'
import { replaceFile, writeNew } from '../store/durableFile'
import type { Changes } from './changes'
import { checkPath, targetOf, type DownloadService } from './downloads'
import { restrictedIn } from './products'
import type { Session, SessionHolder } from './session'
import type { SettingsService } from './settings'

export interface LeavingParts { downloads: DownloadService; sessions: SessionHolder; settings: SettingsService; changes: Changes; now: () => number }

export type LeavingForm = Exclude<ExchangeFile['form'], 'package' | 'backup'>

/** `records` are those whose words it shows; `title` is what the ledger calls it. */
export interface LeavingFacts { form: LeavingForm; records: readonly RevisionFile[]; title: string; allowRestricted: boolean }

/** `to` is where the user wants it, null for a download; `suggestedName` what it is called then. */
export interface Leaving extends LeavingFacts { to: string | null; suggestedName: string }

/** Writes a whole file to a path that is not there yet. */
export type WriteTo = (path: string) => Promise<void>

/** Writes into a folder that is empty or not there yet, and calls `beforePlacing` when all is written and nothing stands there yet. */
export type WriteFolder = (to: string, beforePlacing: () => Promise<void>) => Promise<void>

/** The same as `Leave` for a folder: throws as that does, and what writing it throws. */
export type LeaveAsFolder = (leaving: LeavingFacts, to: string, writeFolder: WriteFolder) => Promise<MadeFile>

/** Writes what `make` makes. Throws `restricted_content` unless that was confirmed, `invalid` for a path in the library, `store_write_failed`. */
export type Leave = (leaving: Leaving, make: (session: Session) => Promise<Uint8Array | WriteTo>) => Promise<MadeFile>

/** Logs what leaves by another way than a file that we write, before it does. Throws `restricted_content` unless that was confirmed. */
export type NoteLeaving = (leaving: LeavingFacts, name: string) => Promise<void>

const hashOf = async (path: string): Promise<{ sha256: string; size: number }> => {
  const [hash, size] = [createHash('sha256'), { of: 0 }]
  for await (const chunk of createReadStream(path)) {
    if (!(chunk instanceof Uint8Array)) continue
    hash.update(chunk)
    size.of += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), size: size.of }
}

/** Of what is no file of ours. */
const nothing = { sha256: createHash('sha256').digest('hex'), size: 0 }

/**
 * Writes a table of figures, which says of restricted records no more than their number, unit and days, and takes nothing from restricted
 * adoptions: it leaves like any file of one's own. Throws as `Leave` does.
 */
export type LeaveFigure = (to: string | null, suggestedName: string, make: (session: Session) => Promise<Uint8Array>) => Promise<MadeFile>

export const createLeaveFigure = ({ downloads, sessions }: Pick<LeavingParts, 'downloads' | 'sessions'>): LeaveFigure => async (to, suggestedName, make) => {
  const session = sessions.required()
  await checkPath(to, session.folder.root)
  const bytes = await make(session)
  const { path, name, download } = await targetOf(downloads, to, suggestedName)
  await replaceFile(path, async (temporary) => writeNew(temporary, bytes))
  return { name, path: to, download, ...await hashOf(path) }
}

/** The restricted records whose words some records show, each once. */
export const restrictedAmong = async (session: Session, records: readonly RevisionFile[]): Promise<RevisionFile[]> => {
  const found = new Map<string, RevisionFile>()
  for (const record of records) for (const each of await restrictedIn(session, record)) found.set(each.id, each)
  return [...found.values()]
}

const formatOf = (form: LeavingForm): number => (form === 'word' ? exchangeFormat : form === 'excel' ? excelExchangeFormat : documentExchangeFormat)

export const createLeave = ({ downloads, sessions, settings, changes, now }: LeavingParts): { leave: Leave; leaveAsFolder: LeaveAsFolder; noteLeaving: NoteLeaving } => {
  const log = async (session: Session, { form, records, title }: LeavingFacts, restricted: readonly RevisionFile[], name: string, made: { sha256: string; size: number }): Promise<void> => {
    await session.write(async () => session.folder.exchanges.add({
      format: formatOf(form), id: newId(), direction: 'sent', form, at: new Date(now()).toISOString(), by: settings.person(), name, title, ...made,
      packageId: null, library: null, restricted: restricted.map(({ id }) => id),
      records: records.map(({ id, revision, content }) => ({ id, type: content.type, number: content.number, title: content.title, revisionId: revision.id, outcome: 'sent' })),
    }))
    changes.publish({ type: 'exchanges' })
  }

  const check = async (reading: Session, { records, allowRestricted }: LeavingFacts): Promise<RevisionFile[]> => {
    const restricted = await restrictedAmong(reading, records)
    if (restricted.length > 0 && !allowRestricted) {
      throw new AppError('restricted_content', { records: restricted.map(({ id, content }) => ({ id, number: content.number, title: content.title })) })
    }
    // What leaves restricted is logged, so it leaves only where the log can be written.
    if (restricted.length > 0) sessions.writable()
    return restricted
  }

  return {
    leave: async (leaving, make) => {
      const { to, suggestedName } = leaving
      const session = sessions.required()
      const restricted = await check(session, leaving)
      await checkPath(to, session.folder.root)
      const made = await make(session)
      const { path, name, download } = await targetOf(downloads, to, suggestedName)
      let facts = nothing
      await replaceFile(path, async (temporary) => {
        await (made instanceof Uint8Array ? writeNew(temporary, made) : made(temporary))
        facts = await hashOf(temporary)
        // Before it is in place: nothing restricted is there that is not logged.
        if (restricted.length > 0) await log(session, leaving, restricted, name, facts)
      })
      return { name, path: to, download, ...facts }
    },
    leaveAsFolder: async (leaving, to, writeFolder) => {
      const session = sessions.required()
      const restricted = await check(session, leaving)
      await checkPath(to, session.folder.root)
      const name = basename(to)
      await writeFolder(to, async () => { if (restricted.length > 0) await log(session, leaving, restricted, name, nothing) })
      return { name, path: to, download: null, ...nothing }
    },
    noteLeaving: async (leaving, name) => {
      const session = sessions.required()
      const restricted = await check(session, leaving)
      if (restricted.length > 0) await log(session, leaving, restricted, name, nothing)
    },
  }
}
