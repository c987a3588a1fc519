/**
 * The catalog of an open library: from the snapshot at once, else from the records' files; then kept true to the folder, a shard at a
 * time. What we write ourselves is put in directly and wins over what was read from the disk before.
 */
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import { namesIn } from '../durableFile'
import { idShard, type LibraryPaths } from '../folders'
import type { Journal } from '../journal'
import { createCatalog, type Catalog } from './catalog'
import { entryOf, readEntry, type CatalogEntry, type FileStamp } from './entry'
import type { LibraryWords } from './knowledge'
import type { ShardAnswer } from './readShard'
import { createShardReaders } from './shardReaders'
import { readSnapshot, writeSnapshot, type SnapshotOwner } from './snapshot'

export interface CatalogEvents {
  /** Records that another program wrote, or that came or went without us. */
  onChanged: (changed: readonly string[], gone: readonly string[]) => void
  onDamage: (damaged: DamagedFile) => void
  /** A record's file that can be read, whatever it was before. */
  onSound: (path: string) => void
  /** Files in `records/` that are not named as a record is: a sync tool's copies, what a killed process left. */
  onStrays: (paths: readonly string[]) => void
  /** While the library is opened without a snapshot: `done` of `total` shards, and how many records they hold. */
  onProgress: (progress: { records: number; done: number; total: number }) => void
  log: (message: string, error: unknown) => void
}

export interface LibraryCatalog {
  catalog: Catalog
  /** Takes in what we wrote, and what its file looked like then, where that is known. */
  put: (record: RecordFile, stamp?: FileStamp) => void
  drop: (id: string) => void
  /** Reads what changed since it was read last: in the shards named, else in all. */
  check: (shards?: readonly string[]) => Promise<void>
  /** True while it is not known yet that all is as the folder says. */
  isChecking: () => boolean
  /** Looks through the whole folder, unless that was done since the opening. */
  whenChecked: () => Promise<void>
  /** Keeps the catalog for the next opening. */
  close: () => Promise<void>
}

export interface CatalogPlaces { paths: LibraryPaths; journal: Journal; cacheFile: string; workerPath: string; owner: SnapshotOwner; library: () => LibraryWords }

/** The look of a file that we wrote and have not looked at since. */
const unknown: FileStamp = { size: -1, mtimeMs: 0 }

/**
 * Shards under way at once: all workers while somebody waits for the first list, one in the background. What is known of a shard is looked up
 * right before it is read.
 */
const atOnce = { opening: 8, checking: 1 }

/** Whether lists show something else of a record. */
const saysOther = (a: CatalogEntry, b: CatalogEntry): boolean =>
  JSON.stringify([a.row, a.values, a.confidentiality]) !== JSON.stringify([b.row, b.values, b.confidentiality])

/** Resolves when all records are listed; with a snapshot that is before the folder was looked at. */
export const openLibraryCatalog = async (places: CatalogPlaces, events: CatalogEvents): Promise<LibraryCatalog> => {
  const { paths, journal, cacheFile, workerPath, owner, library } = places
  const readers = createShardReaders(workerPath)
  /** When we wrote a record last, as a count of our own writes: an answer that was asked for before that is old. */
  const written = new Map<string, number>()
  let writes = 0
  let isClosing = false
  let isDirty = false
  let checking: Promise<void> | undefined

  let catalog = createCatalog(library)
  const hasSnapshot = await readSnapshot(cacheFile, catalog, owner).then(() => true, () => false)
  if (!hasSnapshot) catalog = createCatalog(library)

  const isOurs = (id: string, since: number): boolean => (written.get(id) ?? 0) > since

  /** Takes in what a worker read; answers the ids that changed under us. */
  const apply = (answer: ShardAnswer, since: number): { changed: string[]; gone: string[] } => {
    const pending = new Set(journal.pending())
    const isOld = (id: string): boolean => isOurs(id, since) || pending.has(paths.record(id))
    const changed: string[] = []
    for (const entry of answer.entries) {
      const { id } = entry.row
      if (isOld(id)) continue
      const before = catalog.entry(id)
      catalog.put(entry)
      events.onSound(paths.record(id))
      isDirty = true
      if (!before || before.stamp || saysOther(before, entry)) changed.push(id)
    }
    const gone = answer.gone.filter((id) => !isOld(id))
    for (const id of gone) { catalog.remove(id); events.onSound(paths.record(id)); isDirty = true }
    for (const found of answer.damaged) if (!pending.has(found.path)) events.onDamage(found)
    if (answer.strays.length > 0) events.onStrays(answer.strays.map((name) => join(paths.records, answer.shard, name)))
    return { changed, gone }
  }

  const readShards = async (shards: readonly string[], together: number, onShard: (answer: ShardAnswer) => void): Promise<void> => {
    const byShard = new Map<string, string[]>(shards.map((shard) => [shard, []]))
    for (const id of catalog.ids()) byShard.get(idShard(id))?.push(id)
    const queue = byShard.entries()
    const readNext = async (): Promise<void> => {
      for (const [shard, ids] of queue) {
        if (isClosing) return
        const known = new Map(ids.map((id): [string, FileStamp] => [id, catalog.entry(id)?.stamp ?? unknown]))
        const since = writes
        const answer = await readers.read({ folder: join(paths.records, shard), shard, known })
        const { changed, gone } = apply(answer, since)
        onShard(answer)
        if (hasOpened && (changed.length > 0 || gone.length > 0)) events.onChanged(changed, gone)
        await nextTurn()
      }
    }
    await Promise.all(Array.from({ length: together }, readNext))
  }

  /** What is committed and not in place is read from where it is staged. */
  const takePending = async (): Promise<void> => {
    for (const path of journal.pending()) {
      const id = /([0-9a-f-]{36})\.json$/.exec(path)?.[1]
      if (id === undefined || path !== paths.record(id)) continue
      const bytes = await journal.read(path)
      if (bytes) catalog.put(readEntry(path, id, bytes))
      else catalog.remove(id)
    }
  }

  const allShards = async (): Promise<string[]> => {
    const there = (await namesIn(paths.records)).filter((name) => /^[0-9a-f]{2}$/.test(name))
    return [...new Set([...there, ...[...catalog.ids()].map(idShard)])]
  }

  const checkNow = async (shards: readonly string[] | undefined): Promise<void> => {
    await readShards(shards ?? await allShards(), atOnce.checking, () => undefined)
    await takePending()
  }

  let hasOpened = hasSnapshot
  const readAll = async (): Promise<void> => {
    const shards = await allShards()
    let done = 0
    events.onProgress({ records: 0, done, total: shards.length })
    await readShards(shards, atOnce.opening, () => { events.onProgress({ records: catalog.size(), done: (done += 1), total: shards.length }) })
    await takePending()
    hasOpened = true
  }

  const save = async (): Promise<void> => {
    if (!isDirty) return
    isDirty = false
    await writeSnapshot(cacheFile, catalog, owner).catch((error: unknown) => { events.log('the catalog was not kept', error) })
  }

  /** One check after another; a failure is no harm, since the next one looks again. */
  const check: LibraryCatalog['check'] = async (shards) => {
    const next = (checking ?? Promise.resolve()).then(async () => checkNow(shards)).catch((error: unknown) => {
      if (!isClosing) events.log('the library was not looked through', error)
    })
    checking = next
    await next
    if (checking === next) checking = undefined
  }

  const ours = (id: string): void => {
    writes += 1
    written.set(id, writes)
    isDirty = true
  }

  try {
    if (!hasSnapshot) await readAll()
    else await takePending()
  } catch (error) {
    await readers.close()
    throw error
  }
  /** What was read without a snapshot is true already; it is kept at once, in case we are killed. */
  let isUnchecked = hasSnapshot
  const keeping = hasSnapshot ? Promise.resolve() : save()

  const checkAll = async (): Promise<void> => {
    isUnchecked = false
    await check()
    await save()
  }

  return {
    catalog,
    put: (record, stamp) => {
      ours(record.id)
      catalog.put(entryOf(record, stamp))
    },
    drop: (id) => {
      ours(id)
      catalog.remove(id)
    },
    check,
    isChecking: () => isUnchecked || checking !== undefined,
    whenChecked: async () => (isUnchecked ? checkAll() : checking),
    close: async () => {
      isClosing = true
      await readers.close()
      await Promise.all([keeping, checking])
      await save()
    },
  }
}
