/** Reading records: heads, earlier revisions, what lies in history, which there are. */
import { join } from 'node:path'
import { AppError, isAppError } from '#shared/contract/errors'
import { RecordFile, RevisionFile } from '#shared/model/record'
import { TrashFile } from '#shared/model/trash'
import type { FileStamp } from './catalog/entry'
import { idOfFile, idShard, type LibraryPaths } from './folders'
import { createHeadCache, stampOf, type SeenHead } from './headCache'
import type { Journal } from './journal'
import { expandRevision, parseRecordDocument } from './recordDocument'
import { adoptOutsideEdit, isTrueRevision } from './revisions'

const nsPerSecond = 1_000_000_000n

/** A record without what is local. */
export const toRevisionFile = ({ format, id, revision, content }: RecordFile): RevisionFile => ({ format, id, revision, content })

export interface RecordReader {
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`, `library_newer_format`. */
  read: (id: string) => Promise<RecordFile>
  /** The same without checking the content against its hash, for reading very many. */
  readAsIs: (id: string) => Promise<RecordFile>
  /** The same as `read`, with what its file looked like then. */
  look: (id: string) => Promise<SeenHead>
  /** Says what was just written, so that it need not be read again while its file looks like this. */
  wrote: (record: RecordFile, stamp: SeenHead['stamp']) => void
  /** What the file of a head looked like when it was read or written; undefined where that is not known of this very one. */
  stampOf: (record: RecordFile) => FileStamp | undefined
  /** A revision, in place, earlier or in the trash, checked against its hashes. Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  readRevision: (id: string, revisionId: string) => Promise<RevisionFile>
  /** The same of what lies in history alone, without a look at what is in place. */
  readEarlier: (id: string, revisionId: string) => Promise<RevisionFile>
  /** The ids of the earlier revisions of a record that lie in history. */
  history: (id: string) => Promise<string[]>
  /** Ids of all records, by the names of the files that stand where they belong. A folder that can't be read is handed to `onDamage`. */
  ids: (onDamage: (path: string, error: AppError) => void) => Promise<string[]>
}

export const createRecordReader = (paths: LibraryPaths, journal: Journal): RecordReader => {
  const heads = createHeadCache()

  const readAsIs: RecordReader['readAsIs'] = async (id) => {
    const bytes = await journal.read(paths.record(id))
    const record = bytes && parseRecordDocument(paths.record(id), bytes, RecordFile)
    if (!record) throw new AppError('not_found', { kind: 'record', id })
    if (record.id !== id) throw new AppError('store_corrupt', { path: paths.record(id), reason: `holds record ${record.id}` })
    return record
  }

  const look: RecordReader['look'] = async (id) => {
    const isPending = journal.isPending(paths.record(id))
    const known = isPending ? undefined : await heads.find(id, paths.record(id))
    if (known) return known
    // Looked at before it is read: what is written meanwhile looks different.
    const stamp = isPending ? undefined : await stampOf(paths.record(id))
    const asIs = await readAsIs(id)
    const record = adoptOutsideEdit(asIs)
    const seen = { record, isOutsideEdit: record !== asIs, stamp }
    heads.put(seen)
    return seen
  }

  const read: RecordReader['read'] = async (id) => (await look(id)).record

  /** What was deleted can still be read by whoever refers to it. */
  const readTrashed = async (id: string, revisionId: string): Promise<RevisionFile> => {
    const path = paths.trashed(id)
    const bytes = await journal.read(path)
    const record = bytes && parseRecordDocument(path, bytes, TrashFile).record
    if (record?.id === id && record.revision.id === revisionId && isTrueRevision(record)) return toRevisionFile(record)
    throw new AppError('not_found', { kind: 'revision', id: `${id}@${revisionId}` })
  }

  const readEarlier: RecordReader['readEarlier'] = async (id, revisionId) => {
    const path = paths.revision(id, revisionId)
    const bytes = await journal.read(path)
    if (bytes === undefined) return readTrashed(id, revisionId)
    const file = parseRecordDocument(path, await expandRevision(path, bytes), RevisionFile)
    if (file.id === id && file.revision.id === revisionId && isTrueRevision(file)) return file
    throw new AppError('store_corrupt', { path, reason: 'its content does not have the hash of its revision' })
  }

  return {
    read, readAsIs, look, readEarlier,
    stampOf: (record) => {
      const stamp = heads.stampOf(record)
      return stamp && { size: Number(stamp.size), mtimeMs: Number(stamp.mtimeNs / nsPerSecond) * 1e3 + Number(stamp.mtimeNs % nsPerSecond) / 1e6 }
    },
    wrote: (record, stamp) => { heads.put({ record, isOutsideEdit: false, stamp }) },
    readRevision: async (id, revisionId) => {
      // A head that can't be read does not keep its history from being read.
      const head = await read(id).catch((error: unknown) => {
        if (isAppError(error)) return undefined
        throw error
      })
      if (head?.revision.id !== revisionId) return readEarlier(id, revisionId)
      if (isTrueRevision(head)) return toRevisionFile(head)
      throw new AppError('store_corrupt', { path: paths.record(id), reason: 'its revision does not have the hash that it claims' })
    },
    history: async (id) => (await journal.names(paths.historyOf(id))).flatMap((name) => (/^[0-9a-f]{64}\.json\.gz$/.test(name) ? [name.slice(0, 64)] : [])),
    ids: async (onDamage) => {
      const shards = await journal.names(paths.records)
      const ids = await Promise.all(shards.filter((name) => /^[0-9a-f]{2}$/.test(name)).map(async (shard) => {
        const folder = join(paths.records, shard)
        return journal.names(folder).then((found) => found.flatMap(idOfFile).filter((id) => idShard(id) === shard)).catch((error: unknown) => {
          if (!isAppError(error)) throw error
          onDamage(folder, error)
          return []
        })
      }))
      return ids.flat()
    },
  }
}
