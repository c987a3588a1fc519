/** Records on disk: one file each, history before head, saves of one record one after another. */
import { readdir } from 'node:fs/promises'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { AppError } from '#shared/contract/errors'
import { RecordFile, Revision, recordFormat, type Person, RecordContent } from '#shared/model/record'
import { Uuid } from '#shared/model/ids'
import { z } from 'zod'
import { formatJson } from './canonicalJson'
import { readIfThere, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import { createJsonFile, parseDocument } from './jsonFile'
import { firstRevision, nextRevision, settleContent } from './revisions'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** An earlier revision as it lies in history: what the head was, without what is local. */
export const HistoryFile = z.looseObject({ format: z.int().min(1), id: Uuid, revision: Revision, content: RecordContent })
export type HistoryFile = z.infer<typeof HistoryFile>

export interface RecordStore {
  /** Throws `not_found`, `store_corrupt`. */
  read: (id: string) => Promise<RecordFile>
  /** Throws `store_write_failed`. The id must be new. */
  create: (id: string, content: RecordContent, by: Person) => Promise<RecordFile>
  /** Saves what `edit` makes of the content, if `base` still is the revision in place. Throws `conflict`, `not_found`, `store_corrupt`, `store_write_failed`. */
  save: (id: string, base: string, edit: (content: RecordContent) => RecordContent, by: Person) => Promise<RecordFile>
  /** An earlier revision. Throws `not_found`, `store_corrupt`. */
  readRevision: (id: string, revisionId: string) => Promise<HistoryFile>
  /** Ids of all records, by the names of their files. */
  ids: () => Promise<string[]>
}

export const createRecordStore = (paths: LibraryPaths, device: string, now: () => number): RecordStore => {
  const queues = new Map<string, Promise<unknown>>()

  const inTurn = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const result = (queues.get(id) ?? Promise.resolve()).then(work)
    const settled = result.then(() => undefined, () => undefined)
    queues.set(id, settled)
    void settled.then(() => { if (queues.get(id) === settled) queues.delete(id) })
    return result
  }

  const read = async (id: string): Promise<RecordFile> => {
    const record = await createJsonFile(paths.record(id), RecordFile).read()
    if (record === null) throw new AppError('not_found', { kind: 'record', id })
    if (record.id !== id) throw new AppError('store_corrupt', { path: paths.record(id), reason: `holds record ${record.id}` })
    return record
  }

  const write = async (record: RecordFile): Promise<RecordFile> => {
    await writeDurably(paths.record(record.id), formatJson(record))
    return record
  }

  const keep = async ({ format, id, revision, content }: RecordFile): Promise<void> => {
    const file: HistoryFile = { format, id, revision, content }
    await writeDurably(paths.revision(id, revision.id), await compress(formatJson(file)))
  }

  const save: RecordStore['save'] = async (id, base, edit, by) => inTurn(id, async () => {
    const head = await read(id)
    if (head.revision.id !== base) {
      throw new AppError('conflict', { id, current: head.revision.id, at: head.revision.at, by: head.revision.by })
    }
    if (head.format > recordFormat) {
      throw new AppError('library_newer_format', { path: paths.record(id), found: head.format, supported: recordFormat })
    }
    const content = settleContent(edit(head.content))
    const next = nextRevision(id, head.revision, content, { by, device, now: now() })
    if (!next) return head
    if (next.keepsHead) await keep(head)
    return write({ ...head, revision: next.revision, content })
  })

  return {
    read,
    save,
    create: async (id, unsettled, by) => inTurn(id, async () => {
      const at = now()
      const content = settleContent(unsettled)
      return write({
        format: recordFormat, id, content, revision: firstRevision(id, content, { by, device, now: at }),
        local: { createdAt: new Date(at).toISOString() },
      })
    }),
    readRevision: async (id, revisionId) => {
      const path = paths.revision(id, revisionId)
      const bytes = await readIfThere(path)
      if (bytes === undefined) throw new AppError('not_found', { kind: 'record', id: `${id}@${revisionId}` })
      const text = await expand(bytes).catch((error: unknown) => {
        throw new AppError('store_corrupt', { path, reason: 'not a whole gzip file' }, { cause: error })
      })
      return parseDocument(path, text.toString('utf8'), HistoryFile)
    },
    ids: async () => {
      const names = await readdir(paths.records, { recursive: true }).catch(() => [])
      return names.map((name) => name.split(/[\\/]/).at(-1) ?? '')
        .filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length)).filter((id) => Uuid.safeParse(id).success)
    },
  }
}
