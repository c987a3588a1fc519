/** Records on disk: one file each, history before head, saves of one record one after another. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import { Uuid } from '#shared/model/ids'
import { RecordContent, RecordFile, Revision, recordFormat, type Person } from '#shared/model/record'
import { isTooDeep } from '#shared/text/jsonDepth'
import { formatJson, hashJson } from './canonicalJson'
import { errorCode, readIfThere, writeDurably } from './durableFile'
import type { LibraryPaths } from './folders'
import { createJsonFile, parseDocument } from './jsonFile'
import { adoptOutsideEdit, firstRevision, nextRevision, settleContent } from './revisions'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** An earlier revision as it lies in history: what the head was, without what is local. */
export const HistoryFile = z.looseObject({ format: z.int().min(1), id: Uuid, revision: Revision, content: RecordContent })
export type HistoryFile = z.infer<typeof HistoryFile>

export interface RecordStore {
  /** Throws `not_found`, `store_corrupt`, `file_unreadable`, `library_newer_format`. */
  read: (id: string) => Promise<RecordFile>
  /** The same without checking the content against its hash, for reading very many. */
  readAsIs: (id: string) => Promise<RecordFile>
  /** Throws `store_write_failed`. The id must be new. `sealed` keeps this first revision for good. */
  create: (id: string, content: RecordContent, by: Person, sealed?: boolean) => Promise<RecordFile>
  /**
   * Saves what `edit` makes of the content, if `base` still is the revision in place. A save that was made before, and only not
   * answered for, is answered for now. Throws `conflict`, what `read` throws, and `store_write_failed`.
   */
  save: (id: string, base: string, edit: (content: RecordContent) => RecordContent, by: Person) => Promise<RecordFile>
  /** An earlier revision. Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  readRevision: (id: string, revisionId: string) => Promise<HistoryFile>
  /** Ids of all records, by the names of their files. A folder that can't be read is handed to `onDamage`. */
  ids: (onDamage: (path: string, error: AppError) => void) => Promise<string[]>
}

/** The names in a folder, none where it does not exist. Throws `file_unreadable`. */
const namesIn = async (path: string): Promise<string[]> => readdir(path).catch((error: unknown) => {
  if (errorCode(error) === 'ENOENT') return []
  throw new AppError('file_unreadable', { path, reason: errorCode(error) }, { cause: error })
})

const idOfFile = (name: string): string[] => {
  const id = name.endsWith('.json') ? Uuid.safeParse(name.slice(0, -'.json'.length)) : undefined
  return id?.success ? [id.data] : []
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

  const readAsIs = async (id: string): Promise<RecordFile> => {
    const record = await createJsonFile(paths.record(id), RecordFile).read()
    if (record === null) throw new AppError('not_found', { kind: 'record', id })
    if (record.id !== id) throw new AppError('store_corrupt', { path: paths.record(id), reason: `holds record ${record.id}` })
    return record
  }

  const read = async (id: string): Promise<RecordFile> => adoptOutsideEdit(await readAsIs(id))

  const write = async (record: RecordFile): Promise<RecordFile> => {
    const text = formatJson(record)
    if (isTooDeep(text)) throw new AppError('invalid', { issues: [{ path: 'body', message: 'nested too deep' }] })
    await writeDurably(paths.record(record.id), text)
    return record
  }

  const keep = async ({ format, id, revision, content }: RecordFile): Promise<void> => {
    const file: HistoryFile = { format, id, revision, content }
    await writeDurably(paths.revision(id, revision.id), await compress(formatJson(file)))
  }

  const save: RecordStore['save'] = async (id, base, edit, by) => inTurn(id, async () => {
    const head = await read(id)
    if (head.format > recordFormat) {
      throw new AppError('library_newer_format', { path: paths.record(id), found: head.format, supported: recordFormat })
    }
    const content = settleContent(edit(head.content))
    if (head.revision.id !== base) {
      if (hashJson(content) === head.revision.contentHash) return head
      throw new AppError('conflict', { id, current: head.revision.id, at: head.revision.at, by: head.revision.by })
    }
    const next = nextRevision(head, content, { by, device, now: now() })
    if (!next) return head
    if (next.keepsHead) await keep(head)
    return write(next.record)
  })

  return {
    read,
    readAsIs,
    save,
    create: async (id, unsettled, by, sealed = false) => inTurn(id, async () => {
      const at = now()
      const content = settleContent(unsettled)
      return write({
        format: recordFormat, id, content, revision: firstRevision(id, content, { by, device, now: at }),
        local: { createdAt: new Date(at).toISOString(), sealed },
      })
    }),
    readRevision: async (id, revisionId) => {
      const path = paths.revision(id, revisionId)
      const bytes = await readIfThere(path)
      if (bytes === undefined) throw new AppError('not_found', { kind: 'record', id: `${id}@${revisionId}` })
      const json = await expand(bytes).catch((error: unknown) => {
        throw new AppError('store_corrupt', { path, reason: 'not a whole gzip file' }, { cause: error })
      })
      return parseDocument(path, json, HistoryFile)
    },
    ids: async (onDamage) => {
      const shards = await namesIn(paths.records)
      const names = await Promise.all(shards.filter((name) => /^[0-9a-f]{2}$/.test(name)).map(async (name) => {
        const folder = join(paths.records, name)
        return namesIn(folder).catch((error: unknown) => {
          if (!isAppError(error)) throw error
          onDamage(folder, error)
          return []
        })
      }))
      return names.flat().flatMap(idOfFile)
    },
  }
}
