/** The library that is open: its folder, its catalog and its index, kept in step. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import type { Log } from '../ports'
import { createSearchIndex, type SearchIndex } from '../search/searchIndex'
import { createCatalog, type Catalog } from '../store/catalog'
import { openLibraryFolder, type LibraryFolder, type Opener } from '../store/libraryFolder'
import { createNumbering, type Numbering } from './numbering'

export interface Session {
  folder: LibraryFolder
  catalog: Catalog
  index: SearchIndex
  numbering: Numbering
  damaged: DamagedFile[]
  /** Runs what writes to the folder, which is not let go before it ended. Throws `no_library_open` once closing, and why nothing may be written. */
  write: <T>(work: () => Promise<T>) => Promise<T>
  /** Writes a record, then takes it into the catalog and the index. */
  take: (work: () => Promise<RecordFile>) => Promise<RecordFile>
  /** The same for several records that are written together. */
  takeAll: (work: () => Promise<RecordFile[]>) => Promise<RecordFile[]>
  /** Writes what takes records out of the library, then takes them out of the catalog and the index. */
  drop: (ids: readonly string[], work: () => Promise<void>) => Promise<void>
  /** Notes a file that could not be read, once. */
  noteDamage: (damaged: DamagedFile) => void
  /** Takes what was put right off the damage. */
  settleDamage: (path: string) => void
  /** Waits for what is being written, then lets the folder go. */
  close: () => Promise<void>
}

/** Records taken into the catalog before others have their turn. */
const shownAtOnce = 50

/** Opens a folder and reads its catalog; the index fills in the background. Throws what `openLibraryFolder` throws. */
export const openSession = async (root: string, opener: Opener, log: Log): Promise<Session> => {
  const folder = await openLibraryFolder(root, opener)
  const catalog = createCatalog()
  const index = createSearchIndex()
  const numbering = createNumbering(folder.library, catalog, (error) => { log.warn('numbers were not written', { error: String(error) }) })
  const damaged: DamagedFile[] = []
  const writes = new Set<Promise<unknown>>()
  let isClosing = false
  const show = (record: RecordFile): void => { catalog.put(record); index.put(record) }
  const read: RecordFile[] = []
  const write: Session['write'] = async (work) => {
    if (isClosing) throw new AppError('no_library_open', {})
    const why = folder.readOnly()
    if (why) throw why
    const writing = work()
    writes.add(writing)
    try {
      return await writing
    } finally {
      writes.delete(writing)
    }
  }
  try {
    await folder.readAll((record) => { catalog.put(record); read.push(record) }, (found) => { damaged.push(found) })
  } catch (error) {
    index.close()
    await folder.close()
    throw error
  }
  // Only now, so that the list does not wait for the index.
  read.splice(0).forEach(index.put)
  return {
    folder, catalog, index, numbering, damaged, write,
    take: async (work) => {
      const record = await write(work)
      show(record)
      return record
    },
    takeAll: async (work) => {
      const records = await write(work)
      for (const [index, record] of records.entries()) {
        if (index % shownAtOnce === 0) await nextTurn()
        show(record)
      }
      return records
    },
    drop: async (ids, work) => {
      await write(work)
      for (const id of ids) { catalog.remove(id); index.remove(id) }
    },
    noteDamage: (found) => { if (!damaged.some(({ path }) => path === found.path)) damaged.push(found) },
    settleDamage: (path) => { damaged.splice(0, damaged.length, ...damaged.filter((found) => found.path !== path)) },
    close: async () => {
      isClosing = true
      await Promise.allSettled(writes)
      if (!folder.readOnly()) await numbering.flush().catch((error: unknown) => { log.warn('numbers were not written', { error: String(error) }) })
      index.close()
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
