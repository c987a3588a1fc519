/** The library that is open: its folder, its catalog and its index, kept in step. */
import { AppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import { createSearchIndex, type SearchIndex } from '../search/searchIndex'
import { createCatalog, type Catalog } from '../store/catalog'
import { openLibraryFolder, type LibraryFolder } from '../store/libraryFolder'

export interface Session {
  folder: LibraryFolder
  catalog: Catalog
  index: SearchIndex
  damaged: DamagedFile[]
  /** Waits for a record to be written, then takes it into the catalog and the index. */
  take: (writing: Promise<RecordFile>) => Promise<RecordFile>
  /** Waits for what is being written, then lets the folder go. */
  close: () => Promise<void>
}

/** Opens a folder and reads its catalog; the index fills in the background. Throws what `openLibraryFolder` throws. */
export const openSession = async (root: string, device: string, now: () => number): Promise<Session> => {
  const folder = await openLibraryFolder(root, { device, now })
  const catalog = createCatalog()
  const index = createSearchIndex()
  const damaged: DamagedFile[] = []
  const writes = new Set<Promise<RecordFile>>()
  const show = (record: RecordFile): void => { catalog.put(record); index.put(record) }
  try {
    await folder.readAll(show, (found) => { damaged.push(found) }, new AbortController().signal)
  } catch (error) {
    index.close()
    await folder.close()
    throw error
  }
  return {
    folder,
    catalog,
    index,
    damaged,
    take: async (writing) => {
      writes.add(writing)
      try {
        const record = await writing
        show(record)
        return record
      } finally {
        writes.delete(writing)
      }
    },
    close: async () => {
      await Promise.allSettled(writes)
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
  replace: (session: Session | undefined) => Promise<void>
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
      if (session.folder.readOnly) throw session.folder.readOnly
      return session
    },
    replace: async (session) => {
      const before = open
      open = session
      await before?.close()
    },
  }
}
