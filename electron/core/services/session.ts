/** The library that is open: its folder, its catalog and its index, kept in step with one another and with what other programs do. */
import { basename, dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError, isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import { synonymGroups } from '#shared/model/synonyms'
import type { DocumentPool } from '../documents/documentPool'
import type { Log } from '../ports'
import { openLibraryCatalog, type CatalogEvents, type LibraryCatalog } from '../store/catalog/libraryCatalog'
import type { Catalog } from '../store/catalog/catalog'
import { isOddBeside } from '../store/besideCopies'
import { namesIn } from '../store/durableFile'
import { openLibraryFolder, type LibraryFolder, type Opener } from '../store/libraryFolder'
import { isLost } from '../store/missingRecord'
import { idOfFile } from '../store/folders'
import { watchFolder, type Noticed } from '../store/watch'
import { createNumbering, type Numbering } from './numbering'
import { createIndexing, type Indexing } from './indexing'

export interface Session {
  folder: LibraryFolder
  catalog: Catalog
  indexing: Indexing
  numbering: Numbering
  /** Files that could not be read, each once. */
  damaged: () => DamagedFile[]
  /** True while it is not known yet that all is as the folder says. */
  isChecking: () => boolean
  /** Looks through the whole folder, unless that was done since the opening. */
  whenChecked: () => Promise<void>
  /** True where another program had the library open to write, and has let it go. */
  writerLeft: () => boolean
  /** Runs what writes to the folder, which is not let go before it ended. Throws `no_library_open` once closing, and why nothing may be written. */
  write: <T>(work: () => Promise<T>) => Promise<T>
  /** Writes a record, then takes it into the catalog and the index. */
  take: (work: () => Promise<RecordFile>) => Promise<RecordFile>
  /** Seals the revision of a record that is in place: something refers to it from now on. What says the same as before is not indexed again. */
  seal: (id: string) => Promise<RecordFile>
  /** The same as `take` for several records that are written together. */
  takeAll: (work: () => Promise<RecordFile[]>) => Promise<RecordFile[]>
  /** Writes what takes records out of the library, then takes them out of the catalog and the index. */
  drop: (ids: readonly string[], work: () => Promise<void>) => Promise<void>
  noteDamage: (damaged: DamagedFile) => void
  /** Takes what was put right off the damage. */
  settleDamage: (path: string) => void
  /** Waits for what is being written, then lets the folder go. */
  close: () => Promise<void>
}

/** What a session tells whoever opened it. */
export interface SessionEvents {
  onProgress: CatalogEvents['onProgress']
  /** Records that another program wrote, or that came or went without us. */
  onRecords: (ids: readonly string[]) => void
  /** Something else about the library changed: what is damaged, its own file, who writes. */
  onLibrary: () => void
  /** Files that are not named as what belongs there is: perhaps a sync tool's copies. */
  onStrays: () => void
  onExchanges: () => void
  onTrash: () => void
  onTemplates: () => void
  /** Files in a folder of filled copies came, went or were written. */
  onFilled: (toolId: string) => void
}

export interface SessionPlaces extends Opener {
  /** Where the catalog of a library is kept between openings, by its id and real path. */
  catalogFile: (libraryId: string, root: string) => string
  /** Where its search index is kept, the same way. */
  indexFolder: (libraryId: string, root: string) => string
  /** Where the texts of its attached files are kept, the same way. */
  textFolder: (libraryId: string, root: string) => string
  documents: Pick<DocumentPool, 'readText'>
  /** The built workers. */
  workers: { catalog: string; search: string; index: string }
}

/** Records taken into the catalog before others have their turn. */
const shownAtOnce = 50

/** Opens a folder and lists its records; the index is filled when it is asked to. Throws what `openLibraryFolder` throws. */
export const openSession = async (root: string, places: SessionPlaces, events: SessionEvents, log: Log): Promise<Session> => {
  const folder = await openLibraryFolder(root, places)
  const { paths, journal } = folder
  const damaged = new Map<string, DamagedFile>(folder.unfinished.map((found) => [found.path, found]))
  const writes = new Set<Promise<unknown>>()
  /** Files that are not named as a record is, told of once. */
  const known = new Set<string>()
  let isClosing = false
  let writerLeft = false
  const isLocked = (): boolean => folder.readOnly()?.code === 'library_locked'
  let wasLocked = isLocked()

  const noteDamage: Session['noteDamage'] = (found) => {
    if (damaged.has(found.path)) return
    damaged.set(found.path, found)
    events.onLibrary()
  }
  const settleDamage: Session['settleDamage'] = (path) => { if (damaged.delete(path)) events.onLibrary() }

  const tellStrays = (strays: readonly string[]): void => {
    const fresh = strays.filter((path) => !known.has(path))
    for (const path of fresh) known.add(path)
    if (fresh.length > 0) events.onStrays()
  }

  /** A record that goes without being deleted is told: its history is here, and brings it back. */
  const noteLost = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) if (await isLost(folder, id)) noteDamage({ path: paths.record(id), failure: { code: 'not_found', data: { kind: 'record', id } } })
  }

  const opened = await openLibraryCatalog({
    paths, journal, cacheFile: places.catalogFile(folder.library.current().id, folder.root), workerPath: places.workers.catalog,
    owner: { library: folder.library.current().id, root: folder.root }, library: () => folder.library.current(),
  }, {
    onChanged: (changed, gone) => {
      gone.forEach((id) => { indexing.remove(id) })
      void noteLost(gone).catch((error: unknown) => { log.warn('records that are gone were not looked for', { error: String(error) }) })
      void indexing.refresh(changed).catch((error: unknown) => { log.error('records were not indexed again', { error: String(error) }) })
      events.onRecords([...changed, ...gone])
    },
    onDamage: noteDamage,
    // A branch of a record is no damage of its file: it stays until somebody looked at it.
    onSound: (path) => { if (damaged.get(path)?.failure.code !== 'conflict') settleDamage(path) },
    onStrays: tellStrays,
    onProgress: events.onProgress,
    log: (message, error) => { log.warn(message, { error: String(error) }) },
  }).catch(async (error: unknown) => {
    await folder.close()
    throw error
  })
  const { catalog }: LibraryCatalog = opened
  const indexing = createIndexing({
    records: folder.records, catalog, recordPath: paths.record, folder: places.indexFolder(folder.library.current().id, folder.root), textFolder: places.textFolder(folder.library.current().id, folder.root),
    findAttachment: folder.attachments.find, documents: places.documents, workers: places.workers,
    synonyms: () => synonymGroups(folder.library.current()), whenChecked: opened.whenChecked,
    onDamage: (id, failure) => { noteDamage({ path: paths.record(id), failure }) }, onFound: events.onRecords, log,
  })
  const numbering = createNumbering(folder.library, catalog, opened.whenChecked, () => folder.readOnly() === null, (error) => { log.warn('numbers were not written', { error: String(error) }) })

  /** When a record was shown last, as a count of all that were. */
  const shown = new Map<string, number>()
  let shows = 0

  const list = (record: RecordFile): void => {
    shown.set(record.id, shows += 1)
    opened.put(record, folder.records.stampOf(record))
  }

  const show = (record: RecordFile): void => {
    const before = catalog.entry(record.id)?.references ?? []
    list(record)
    indexing.put(record, [...before, ...catalog.entry(record.id)?.references ?? []].map(({ to }) => to))
  }

  /** Tells when another program has come to write, or has left. */
  const tellWriter = async (): Promise<void> => {
    const left = isLocked() && await journal.find(paths.lock) === undefined
    if (left === writerLeft && isLocked() === wasLocked) return
    writerLeft = left
    wasLocked = isLocked()
    events.onLibrary()
  }

  const writeIfMayBe = async <T>(work: () => Promise<T>): Promise<T> => {
    await folder.makeSure()
    if (isLocked() !== wasLocked) await tellWriter()
    const why = folder.readOnly()
    if (why) throw why
    return work()
  }

  const write: Session['write'] = async (work) => {
    // From here to where it counts among the writes nothing comes between: what was asked for before the end is done before it.
    if (isClosing) throw new AppError('no_library_open', {})
    const writing = writeIfMayBe(work)
    writes.add(writing)
    try {
      return await writing
    } finally {
      writes.delete(writing)
    }
  }

  const readLibraryFile = async (): Promise<void> => {
    const before = folder.library.current()
    await folder.library.refresh().catch((error: unknown) => {
      if (!isAppError(error)) throw error
      noteDamage({ path: paths.library, failure: { code: error.code, data: error.data } })
    })
    if (JSON.stringify(before) === JSON.stringify(folder.library.current())) return
    indexing.setSynonyms(synonymGroups(folder.library.current()))
    events.onLibrary()
  }

  const readLock = async (): Promise<void> => {
    await folder.makeSure().catch((error: unknown) => { log.warn('the lock was not read', { error: String(error) }) })
    await tellWriter()
  }

  /** What was told as lost may have been brought to the trash by another device meanwhile. */
  const settleLost = async (): Promise<void> => {
    for (const { path, failure } of [...damaged.values()]) {
      const [id] = idOfFile(basename(path))
      if (failure.code === 'not_found' && id !== undefined && path === paths.record(id) && !(await isLost(folder, id))) settleDamage(path)
    }
  }

  const onNotice = async ({ shards, library, lock, exchanges, trash, templates, beside }: Noticed): Promise<void> => {
    // The writer's transactions come and go.
    if (folder.readOnly()) {
      await journal.look((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
        .catch((error: unknown) => { log.warn('transactions under way were not read', { error: String(error) }) })
    }
    if (shards.size > 0) await opened.check([...shards])
    if (library) await readLibraryFile()
    if (lock) await readLock()
    if (exchanges) events.onExchanges()
    if (trash) {
      await settleLost()
      events.onTrash()
    }
    if (templates) events.onTemplates()
    for (const [below, changed] of beside) {
      const names = changed === 'all' ? await namesIn(below) : [...changed]
      const strays = names.map((name) => join(below, name)).filter((path) => isOddBeside(paths, path))
      // One of the same name may have come again.
      for (const path of changed === 'all' ? [...known].filter((path) => dirname(path) === below && !strays.includes(path)) : strays) known.delete(path)
      tellStrays(strays)
      const toolId = basename(below)
      if (below === paths.copiesOf(toolId) && await folder.copies.noticed(toolId, changed)) events.onFilled(toolId)
    }
  }
  const watching = watchFolder(paths, onNotice)

  return {
    folder, catalog, indexing, numbering, write, noteDamage, settleDamage,
    damaged: () => [...damaged.values()],
    isChecking: opened.isChecking,
    whenChecked: opened.whenChecked,
    writerLeft: () => writerLeft,
    take: async (work) => {
      const record = await write(work)
      show(record)
      return record
    },
    seal: async (id) => {
      const record = await write(async () => folder.records.seal(id))
      // What was edited outside the app has the time of what it was before, and is by nobody.
      const isKnown = catalog.get(id)?.updatedAt === record.revision.at && record.revision.by.name !== ''
      if (isKnown) list(record)
      else show(record)
      return record
    },
    takeAll: async (work) => {
      const records = await write(work)
      const before = shows
      for (const [position, record] of records.entries()) {
        if (position % shownAtOnce === 0) await nextTurn()
        // What was saved while others had their turn is newer.
        if ((shown.get(record.id) ?? 0) <= before) show(record)
      }
      return records
    },
    drop: async (ids, work) => {
      await write(async () => {
        // Until then a number is only on its record, and would be given again once that is gone.
        await numbering.keep(ids.flatMap((id) => catalog.get(id)?.number ?? []))
        await work()
      })
      for (const id of ids) { opened.drop(id); indexing.remove(id) }
    },
    close: async () => {
      isClosing = true
      watching.close()
      await Promise.allSettled(writes)
      if (!folder.readOnly()) await numbering.flush().catch((error: unknown) => { log.warn('numbers were not written', { error: String(error) }) })
      await indexing.close()
      await opened.close()
      await folder.close()
    },
  }
}

/** Which session is open now, if any: asked by every service that works on one. */
export interface SessionHolder {
  current: () => Session | undefined
  /** Throws `no_library_open`. */
  required: () => Session
  /** Throws `no_library_open`, and why the library can't be written. */
  writable: () => Session
  /** From now on this one is open; answers the one before, which is still to be closed. */
  replace: (session: Session | undefined) => Session | undefined
}

export const createSessionHolder = (): SessionHolder => {
  let open: Session | undefined
  const required = (): Session => {
    if (!open) throw new AppError('no_library_open', {})
    return open
  }
  return {
    current: () => open,
    required,
    writable: () => {
      const session = required()
      const why = session.folder.readOnly()
      if (why) throw why
      return session
    },
    replace: (session) => {
      const before = open
      open = session
      return before
    },
  }
}
