/** Keeps the search index in step with the records: filled in the background, newest first, then with every edit. */
import { isAppError } from '#shared/contract/errors'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import type { SearchIndex } from '../search/searchIndex'
import type { Catalog } from '../store/catalog/catalog'
import type { RecordStore } from '../store/recordStore'

/** The index is in memory, some 60 KB a record: more than this would not leave room for anything else. */
const mostIndexed = 20_000
const readsAtOnce = 4

export interface Indexing {
  /** Begins to fill the index, once. */
  begin: () => void
  put: (record: RecordFile) => void
  remove: (id: string) => void
  /** Reads records again that another program wrote. */
  refresh: (ids: readonly string[]) => Promise<void>
  /** False while records wait to be read or indexed. */
  isComplete: () => boolean
  /** How many of the oldest records there was no room for. */
  left: () => number
  close: () => void
}

export interface IndexingParts {
  records: Pick<RecordStore, 'readAsIs'>
  catalog: Catalog
  index: SearchIndex
  /** Given the path of a record's file that can't be read, and why. */
  onDamage: (id: string, failure: DamagedFile['failure']) => void
}

export const createIndexing = ({ records, catalog, index, onDamage }: IndexingParts): Indexing => {
  let reading: Promise<void> | undefined
  let isRead = false
  let isClosed = false
  let left = 0

  /** What is gone or was deleted meanwhile is none of ours. */
  const readOne = async (id: string): Promise<void> => {
    try {
      const record = await records.readAsIs(id)
      if (!isClosed && catalog.get(id)) index.put(record)
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code !== 'not_found') onDamage(id, { code: error.code, data: error.data })
    }
  }

  const readAll = async (ids: readonly string[]): Promise<void> => {
    const queue = ids.values()
    const readNext = async (): Promise<void> => {
      for (const id of queue) {
        if (isClosed) return
        await readOne(id)
      }
    }
    await Promise.all(Array.from({ length: readsAtOnce }, readNext))
  }

  const fill = async (): Promise<void> => {
    // Ids are UUIDv7: the newest have the largest.
    const ids = [...catalog.ids()].sort().reverse()
    left = Math.max(0, ids.length - mostIndexed)
    await readAll(ids.slice(0, mostIndexed))
    isRead = true
  }

  return {
    begin: () => { reading ??= fill() },
    put: (record) => { if (reading) index.put(record) },
    remove: index.remove,
    refresh: async (ids) => { if (reading) await readAll(ids) },
    isComplete: () => isRead && index.isComplete(),
    left: () => left,
    close: () => { isClosed = true; index.close() },
  }
}
