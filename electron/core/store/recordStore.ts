/** Records on disk: one file each, history before head, saves of one record one after another. */
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { AppError, isAppError } from '#shared/contract/errors'
import { RecordFile, RevisionFile, recordFormat, type Person, type Received, type RecordContent } from '#shared/model/record'
import { isTooDeep } from '#shared/text/jsonDepth'
import { formatJson, hashJson } from './canonicalJson'
import { writeDurably, writeNew } from './durableFile'
import { idOfFile, type LibraryPaths } from './folders'
import type { Journal, Stage } from './journal'
import { parseDocument } from './jsonFile'
import { adoptOutsideEdit, firstRevision, isTrueRevision, nextRevision, sealedHead, settleContent } from './revisions'

const compress = promisify(gzip)
const expand = promisify(gunzip)

/** A file that is to be written, and what with. */
export interface FileWrite { path: string; data: string | Uint8Array }

export const stageWrites = async (stage: Stage, writes: readonly FileWrite[]): Promise<void> => {
  for (const { path, data } of writes) await stage(path, async (staged) => writeNew(staged, data))
}

/** A record without what is local. */
export const toRevisionFile = ({ format, id, revision, content }: RecordFile): RevisionFile => ({ format, id, revision, content })

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
  /** Seals the revision in place, so that the next save begins another one. Throws what `read` throws, `library_newer_format`, and `store_write_failed`. */
  seal: (id: string) => Promise<RecordFile>
  /** A save that begins a new revision and seals it, together with what `further` makes of it, in one transaction. Throws what `save` throws. */
  release: (
    id: string, base: string, edit: (content: RecordContent) => RecordContent, by: Person, further: (record: RecordFile) => FileWrite[],
  ) => Promise<RecordFile>
  /** Runs what writes several records at once: after all that is under way on any of them, before all that comes later. */
  together: <T>(ids: readonly string[], work: () => Promise<T>) => Promise<T>
  /** A record as it is now, to be changed or removed within `together`. Throws what `read` throws, and `library_newer_format`. */
  readToChange: (id: string) => Promise<RecordFile>
  /**
   * What is to be written for `edit` to become a new revision of a head that was read to be changed; the head goes to history, whatever
   * sitting it belongs to. Undefined if it changes nothing.
   */
  planEdit: (head: RecordFile, edit: (content: RecordContent) => RecordContent, by: Person) => Promise<{ record: RecordFile; writes: FileWrite[] } | undefined>
  /** What is to be written for a record to stand in its place exactly as it is. */
  headWrite: (record: RecordFile) => FileWrite
  /** What is to be written for an earlier revision to be kept in history, nothing if it lies there. */
  keepRevision: (file: RevisionFile) => Promise<FileWrite[]>
  /** What is to be written for a record that comes from another library, under its own id and revision. */
  arrival: (file: RevisionFile, received: Received) => { record: RecordFile; write: FileWrite }
  /** What is to be written for an earlier revision to be kept in history. */
  historyWrite: (file: RevisionFile) => Promise<FileWrite>
  /** A revision, in place or earlier, checked against its hashes. Throws `not_found`, `store_corrupt`, `file_unreadable`. */
  readRevision: (id: string, revisionId: string) => Promise<RevisionFile>
  /** The ids of the earlier revisions of a record that lie in history. */
  history: (id: string) => Promise<string[]>
  /** Ids of all records, by the names of their files. A folder that can't be read is handed to `onDamage`. */
  ids: (onDamage: (path: string, error: AppError) => void) => Promise<string[]>
}

const conflictWith = ({ id, revision }: RecordFile): AppError =>
  new AppError('conflict', { id, current: revision.id, at: revision.at, by: revision.by })

export const createRecordStore = (paths: LibraryPaths, journal: Journal, device: string, now: () => number): RecordStore => {
  const queues = new Map<string, Promise<unknown>>()

  /** It takes its place in all queues at once, so that two of these never wait for one another. */
  const together: RecordStore['together'] = async (ids, work) => {
    const result = Promise.all(ids.map(async (id) => queues.get(id))).then(work)
    const settled = result.then(() => undefined, () => undefined)
    for (const id of ids) queues.set(id, settled)
    void settled.then(() => { for (const id of ids) if (queues.get(id) === settled) queues.delete(id) })
    return result
  }

  const inTurn = async <T>(id: string, work: () => Promise<T>): Promise<T> => together([id], work)

  const readAsIs = async (id: string): Promise<RecordFile> => {
    const bytes = await journal.read(paths.record(id))
    const record = bytes && parseDocument(paths.record(id), bytes, RecordFile)
    if (!record) throw new AppError('not_found', { kind: 'record', id })
    if (record.id !== id) throw new AppError('store_corrupt', { path: paths.record(id), reason: `holds record ${record.id}` })
    return record
  }

  const read = async (id: string): Promise<RecordFile> => adoptOutsideEdit(await readAsIs(id))

  const headWrite = (record: RecordFile): FileWrite => {
    const data = formatJson(record)
    if (isTooDeep(data)) throw new AppError('invalid', { issues: [{ path: 'body', message: 'nested too deep' }] })
    return { path: paths.record(record.id), data }
  }

  const historyWrite: RecordStore['historyWrite'] = async (file) =>
    ({ path: paths.revision(file.id, file.revision.id), data: await compress(formatJson(file)) })

  /** One after another: history before head. */
  const writeAll = async (writes: readonly FileWrite[]): Promise<void> => {
    await journal.settle()
    for (const { path, data } of writes) await writeDurably(path, data)
  }

  const writeHead = async (record: RecordFile): Promise<RecordFile> => {
    await writeAll([headWrite(record)])
    return record
  }

  /** Throws for what a newer version wrote: it may mean more than we would write back. */
  const expectKnownFormat = ({ id, format }: RecordFile): void => {
    if (format > recordFormat) throw new AppError('library_newer_format', { path: paths.record(id), found: format, supported: recordFormat })
  }

  /** What a save makes of a record and the files to be written for it: none if it says what is there already. */
  const planSave = async (id: string, base: string, edit: (content: RecordContent) => RecordContent, by: Person) => {
    const head = await readToChange(id)
    const content = settleContent(edit(head.content))
    if (head.revision.id !== base) {
      if (hashJson(content) === head.revision.contentHash) return { record: head, writes: [] }
      throw conflictWith(head)
    }
    const next = nextRevision(head, content, { by, device, now: now() })
    if (!next) return { record: head, writes: [] }
    const kept = next.keepsHead ? [await historyWrite(toRevisionFile(head))] : []
    return { record: next.record, writes: [...kept, headWrite(next.record)] }
  }

  const readToChange: RecordStore['readToChange'] = async (id) => {
    const head = await read(id)
    expectKnownFormat(head)
    return head
  }

  const seal: RecordStore['seal'] = async (id) => inTurn(id, async () => {
    const asIs = await readAsIs(id)
    const head = adoptOutsideEdit(asIs)
    if (head === asIs && head.local.sealed) return head
    expectKnownFormat(head)
    return writeHead({ ...head, local: { ...head.local, sealed: true } })
  })

  return {
    read,
    readAsIs,
    save: async (id, base, edit, by) => inTurn(id, async () => {
      const { record, writes } = await planSave(id, base, edit, by)
      await writeAll(writes)
      return record
    }),
    seal,
    release: async (id, base, edit, by, further) => {
      await seal(id)
      return inTurn(id, async () => {
        const { record, writes } = await planSave(id, base, edit, by)
        if (writes.length === 0) throw conflictWith(record)
        const sealed = { ...record, local: { ...record.local, sealed: true } }
        const files = [...writes.slice(0, -1), headWrite(sealed), ...further(sealed)]
        await journal.commit(async (stage) => stageWrites(stage, files))
        return sealed
      })
    },
    arrival: (file, received) => {
      const record: RecordFile = { ...file, local: { createdAt: received.at, sealed: true, received } }
      return { record, write: headWrite(record) }
    },
    historyWrite,
    together,
    readToChange,
    planEdit: async (head, edit, by) => {
      const next = nextRevision(sealedHead(head), settleContent(edit(head.content)), { by, device, now: now() })
      return next && { record: next.record, writes: [await historyWrite(toRevisionFile(head)), headWrite(next.record)] }
    },
    headWrite,
    keepRevision: async (file) =>
      ((await journal.find(paths.revision(file.id, file.revision.id))) === undefined ? [await historyWrite(file)] : []),
    create: async (id, unsettled, by, sealed = false) => inTurn(id, async () => {
      const at = now()
      const content = settleContent(unsettled)
      return writeHead({
        format: recordFormat, id, content, revision: firstRevision(id, content, { by, device, now: at }),
        local: { createdAt: new Date(at).toISOString(), sealed },
      })
    }),
    readRevision: async (id, revisionId) => {
      // A head that can't be read does not keep its history from being read.
      const head = await read(id).catch((error: unknown) => {
        if (isAppError(error)) return undefined
        throw error
      })
      if (head?.revision.id === revisionId) {
        if (isTrueRevision(head)) return toRevisionFile(head)
        throw new AppError('store_corrupt', { path: paths.record(id), reason: 'its revision does not have the hash that it claims' })
      }
      const path = paths.revision(id, revisionId)
      const bytes = await journal.read(path)
      if (bytes === undefined) throw new AppError('not_found', { kind: 'revision', id: `${id}@${revisionId}` })
      const json = await expand(bytes).catch((error: unknown) => {
        throw new AppError('store_corrupt', { path, reason: 'not a whole gzip file' }, { cause: error })
      })
      const file = parseDocument(path, json, RevisionFile)
      if (file.id === id && file.revision.id === revisionId && isTrueRevision(file)) return file
      throw new AppError('store_corrupt', { path, reason: 'its content does not have the hash of its revision' })
    },
    history: async (id) => (await journal.names(paths.historyOf(id))).flatMap((name) => (/^[0-9a-f]{64}\.json\.gz$/.test(name) ? [name.slice(0, 64)] : [])),
    ids: async (onDamage) => {
      const shards = await journal.names(paths.records)
      const names = await Promise.all(shards.filter((name) => /^[0-9a-f]{2}$/.test(name)).map(async (name) => {
        const folder = join(paths.records, name)
        return journal.names(folder).catch((error: unknown) => {
          if (!isAppError(error)) throw error
          onDamage(folder, error)
          return []
        })
      }))
      return names.flat().flatMap(idOfFile)
    },
  }
}
