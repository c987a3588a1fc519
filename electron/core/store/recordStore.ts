/** Records on disk: one file each, history before head, saves of one record one after another. */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { AppError } from '#shared/contract/errors'
import { contentAttachments } from '#shared/model/body/walk'
import { recordFormat, type Person, type Received, type RecordContent, type RecordFile, type RevisionFile } from '#shared/model/record'
import { makeYoung } from './attachmentStore'
import { formatJson, hashJson } from './canonicalJson'
import { makeCertain, replaceFile, writeDurably, writeNew } from './durableFile'
import { stageWrites, type FileWrite } from './fileWrite'
import type { LibraryPaths } from './folders'
import { isSameStamp, stampOf, stampOfHandle, type HeadStamp, type SeenHead } from './headCache'
import type { Journal } from './journal'
import { formatRecord } from './recordDocument'
import { createRecordReader, toRevisionFile, type RecordReader } from './recordReader'
import { firstRevision, mergingRevision, nextRevision, restoredContent, restoringRevision, sealedHead, settleContent, type Further } from './revisions'

const compress = promisify(gzip)

type Edit = (content: RecordContent) => RecordContent

export interface RecordStore extends Omit<RecordReader, 'look' | 'wrote'> {
  /** Throws `store_write_failed`. The id must be new. `sealed` keeps this first revision for good. */
  create: (id: string, content: RecordContent, by: Person, sealed?: boolean) => Promise<RecordFile>
  /**
   * Saves what `edit` makes of the content, if `base` still is the revision in place. A save that was made before, and only not
   * answered for, is answered for now. Throws `conflict`, what `read` throws, and `store_write_failed`.
   */
  save: (id: string, base: string, edit: Edit, by: Person) => Promise<RecordFile>
  /**
   * Brings the content of an earlier revision back as a new revision, if `base` still is the one in place. Stage, number, origin and
   * edition stay as they are. One that was made before, and only not answered for, is answered for now. Throws what `save` and
   * `readRevision` throw.
   */
  restore: (id: string, base: string, revisionId: string, by: Person) => Promise<RecordFile>
  /** Seals the revision in place, so that the next save begins another one. Throws what `read` throws, `library_newer_format`, and `store_write_failed`. */
  seal: (id: string) => Promise<RecordFile>
  /** A save that begins a new revision and seals it, together with what `further` makes of it, in one transaction. Throws what `save` throws. */
  release: (id: string, base: string, edit: Edit, by: Person, further: (record: RecordFile) => FileWrite[] | Promise<FileWrite[]>) => Promise<RecordFile>
  /** Runs what writes several records at once: after all that is under way on any of them, before all that comes later. */
  together: <T>(ids: readonly string[], work: () => Promise<T>) => Promise<T>
  /** A record as it is now, to be changed or removed within `together`. Throws what `read` throws, and `library_newer_format`. */
  readToChange: (id: string) => Promise<RecordFile>
  /**
   * What is to be written for `edit` to become a new revision of a head that was read to be changed; the head goes to history, whatever
   * sitting it belongs to. `further` says where the content came from. Undefined if it changes nothing.
   */
  planEdit: (head: RecordFile, edit: Edit, by: Person, further?: Further) => Promise<{ record: RecordFile; writes: FileWrite[] } | undefined>
  /** What is to be written for a new record, under an id that is new. */
  planNew: (id: string, content: RecordContent, by: Person) => Promise<{ record: RecordFile; write: FileWrite }>
  /** What is to be written for a record to stand in its place exactly as it is. */
  headWrite: (record: RecordFile) => FileWrite
  /** What is to be written for an earlier revision to be kept in history. */
  historyWrite: (file: RevisionFile) => Promise<FileWrite>
  /** The same, nothing if it lies there. */
  keepRevision: (file: RevisionFile) => Promise<FileWrite[]>
  /**
   * What a head that was read to be changed and a revision from elsewhere become, of this content, and what is to be written for both to
   * lie in history; the record itself is still to be written.
   */
  planMerge: (head: RecordFile, other: RevisionFile, content: RecordContent, by: Person) => Promise<{ record: RecordFile; writes: FileWrite[] }>
  /** What is to be written for a record that comes from another library, under its own id and revision. */
  arrival: (file: RevisionFile, received: Received) => { record: RecordFile; write: FileWrite }
}

/** What becomes of a head: `kept` is the revision that goes to history for it. Null where nothing is to be written. */
type Plan = { record: RecordFile; kept?: RevisionFile } | null

const conflictWith = ({ id, revision }: RecordFile): AppError =>
  new AppError('conflict', { id, current: revision.id, at: revision.at, by: revision.by })

export const createRecordStore = (paths: LibraryPaths, journal: Journal, device: string, now: () => number): RecordStore => {
  const { look, wrote, ...reader } = createRecordReader(paths, journal)
  const { read, readRevision } = reader
  const queues = new Map<string, Promise<unknown>>()

  /** It takes its place in all queues at once, so that two of these never wait for one another. */
  const together: RecordStore['together'] = async (ids, work) => {
    const result = Promise.all(ids.map(async (id) => queues.get(id))).then(work)
    const settled = result.then(() => undefined, () => undefined)
    for (const id of ids) queues.set(id, settled)
    void settled.then(() => { for (const id of ids) if (queues.get(id) === settled) queues.delete(id) })
    return result
  }

  const headWrite: RecordStore['headWrite'] = (record) => ({ path: paths.record(record.id), data: formatRecord(record) })

  const historyWrite: RecordStore['historyWrite'] = async (file) =>
    ({ path: paths.revision(file.id, file.revision.id), data: await compress(formatJson(file)) })

  /**
   * History is in place before the head is; both are being written at once. The head is put in place only where what stands there still is
   * what was `seen`: false if another program wrote it meanwhile.
   */
  const writeHead = async (record: RecordFile, kept?: RevisionFile, seen?: HeadStamp): Promise<boolean> => {
    const { path, data } = headWrite(record)
    await journal.settle()
    const keeping = kept ? historyWrite(kept).then(async (write) => writeDurably(write.path, write.data)) : Promise.resolve()
    let stamp: HeadStamp | undefined
    const [head, history] = await Promise.allSettled([
      replaceFile(path, async (temporary) => {
        await writeNew(temporary, data, async (handle) => { stamp = await stampOfHandle(handle) })
        await keeping
      }, seen && (async () => isSameStamp(seen, await stampOf(path)))),
      keeping,
    ])
    if (history.status === 'rejected') throw history.reason
    if (head.status === 'rejected') throw head.reason
    if (head.value) wrote(record, stamp)
    return head.value
  }

  /** What stands there already, and may not last yet, is made certain of before it is answered for. */
  const expectCertain = async (record: RecordFile): Promise<RecordFile> => {
    await makeCertain(paths.record(record.id))
    return record
  }

  /** Runs `plan` on the head in place, again if another program wrote it before what was planned is in place. Some drives never tell the same twice. */
  const replaceHead = async (id: string, plan: (seen: SeenHead) => Plan | Promise<Plan>, tries = 5): Promise<RecordFile> => {
    await journal.settle()
    const seen = await look(id)
    const planned = await plan(seen)
    if (!planned) return expectCertain(seen.record)
    const isPut = await writeHead(planned.record, planned.kept, tries > 0 ? seen.stamp : undefined)
    return isPut ? planned.record : replaceHead(id, plan, tries - 1)
  }

  /** Throws for what a newer version wrote: it may mean more than we would write back. */
  const expectKnownFormat = ({ id, format }: RecordFile): void => {
    if (format > recordFormat) throw new AppError('library_newer_format', { path: paths.record(id), found: format, supported: recordFormat })
  }

  /** What a content newly names was perhaps named by nothing until now: a sweep under way must not take it. */
  const keepNamed = async (content: RecordContent, before?: RecordContent): Promise<void> => {
    const known = new Set(before && contentAttachments(before))
    for (const sha256 of contentAttachments(content)) if (!known.has(sha256)) await makeYoung(paths.attachment(sha256), now())
  }

  const planSave = async (head: RecordFile, base: string, edit: Edit, by: Person): Promise<Plan> => {
    expectKnownFormat(head)
    const content = settleContent(edit(head.content))
    if (head.revision.id !== base) {
      if (hashJson(content) === head.revision.contentHash) return null
      throw conflictWith(head)
    }
    const next = nextRevision(head, content, { by, device, now: now() })
    if (!next) return null
    await keepNamed(content, head.content)
    return { record: next.record, ...(next.keepsHead ? { kept: toRevisionFile(head) } : {}) }
  }

  const newRecord = async (id: string, unsettled: RecordContent, by: Person, sealed = false): Promise<RecordFile> => {
    const at = now()
    const content = settleContent(unsettled)
    await keepNamed(content)
    return { format: recordFormat, id, content, revision: firstRevision(id, content, { by, device, now: at }), local: { createdAt: new Date(at).toISOString(), sealed } }
  }

  const readToChange: RecordStore['readToChange'] = async (id) => {
    const head = await read(id)
    expectKnownFormat(head)
    return head
  }

  const planRestore = async (head: RecordFile, base: string, revisionId: string, by: Person): Promise<Plan> => {
    expectKnownFormat(head)
    if (head.revision.id !== base) {
      if (head.revision.restoredFrom === revisionId && head.revision.parents.includes(base)) return null
      throw conflictWith(head)
    }
    const earlier = await readRevision(head.id, revisionId)
    const content = settleContent(restoredContent(head.content, earlier.content))
    const record = restoringRevision(head, content, revisionId, { by, device, now: now() })
    if (!record) return null
    await keepNamed(content, head.content)
    return { record, kept: toRevisionFile(head) }
  }

  const seal: RecordStore['seal'] = async (id) => together([id], async () => replaceHead(id, ({ record, isOutsideEdit }) => {
    if (!isOutsideEdit && record.local.sealed) return null
    expectKnownFormat(record)
    return { record: sealedHead(record) }
  }))

  return {
    ...reader,
    together,
    readToChange,
    headWrite,
    historyWrite,
    seal,
    save: async (id, base, edit, by) => together([id], async () => replaceHead(id, async ({ record }) => planSave(record, base, edit, by))),
    restore: async (id, base, revisionId, by) =>
      together([id], async () => replaceHead(id, async ({ record }) => planRestore(record, base, revisionId, by))),
    release: async (id, base, edit, by, further) => {
      await seal(id)
      return together([id], async () => {
        const { record: head, stamp } = await look(id)
        const planned = await planSave(head, base, edit, by)
        if (!planned) throw conflictWith(head)
        const sealed = sealedHead(planned.record)
        const files = [...(planned.kept ? [await historyWrite(planned.kept)] : []), headWrite(sealed), ...await further(sealed)]
        await journal.commit(async (stage) => {
          await stageWrites(stage, files)
          if (stamp && !isSameStamp(stamp, await stampOf(paths.record(id)))) throw conflictWith(await read(id))
        })
        return sealed
      })
    },
    planEdit: async (head, edit, by, further) => {
      const next = nextRevision(sealedHead(head), settleContent(edit(head.content)), { by, device, now: now() }, further)
      if (!next) return undefined
      await keepNamed(next.record.content, head.content)
      return { record: next.record, writes: [await historyWrite(toRevisionFile(head)), headWrite(next.record)] }
    },
    planMerge: async (head, other, unsettled, by) => {
      const content = settleContent(unsettled)
      await keepNamed(content, head.content)
      const record = mergingRevision(head, other.revision.id, content, { by, device, now: now() })
      return { record, writes: [await historyWrite(toRevisionFile(head)), await historyWrite(other)] }
    },
    keepRevision: async (file) =>
      ((await journal.find(paths.revision(file.id, file.revision.id))) === undefined ? [await historyWrite(file)] : []),
    arrival: (file, received) => {
      const record: RecordFile = { ...file, local: { createdAt: received.at, sealed: true, received } }
      return { record, write: headWrite(record) }
    },
    planNew: async (id, content, by) => {
      const record = await newRecord(id, content, by)
      return { record, write: headWrite(record) }
    },
    create: async (id, content, by, sealed) => together([id], async () => {
      const record = await newRecord(id, content, by, sealed)
      await writeHead(record)
      return record
    }),
  }
}
