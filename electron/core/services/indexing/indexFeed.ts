/** Feeds the index with records, one or a few at a time, and with the texts of their files as they come. */
import { isAppError } from '#shared/contract/errors'
import type { ImportFailure } from '#shared/contract/imports'
import type { DamagedFile } from '#shared/contract/library'
import type { RecordFile } from '#shared/model/record'
import type { DocumentPool } from '../../documents/documentPool'
import type { Log } from '../../ports'
import type { SearchClient } from '../../search/worker/searchClient'
import type { Catalog } from '../../store/catalog/catalog'
import type { RecordStore } from '../../store/recordStore'
import { createFileTexts, type FileTexts } from '../fileTexts'
import { unfinished } from './fileDocuments'
import { recordDocument } from './recordDocuments'
import { createRecordFiles } from './recordFiles'

export interface IndexFeed {
  /** Takes in a record that was just saved: it is found at once, its files after a look at what is kept of them. Until then it is in there as unfinished. */
  take: (record: RecordFile) => Promise<void>
  /** Reads records and takes them in, with their files. */
  read: (ids: readonly string[]) => Promise<void>
  drop: (id: string) => Promise<void>
  /** Takes note of the documents that are in the index, and of how many files of a record the text is still to be read. */
  hold: (ids: readonly string[], pending: ReadonlyMap<string, number>) => void
  /** Forgets the texts of files that no record has. */
  prune: () => Promise<void>
  /** The text of a file now, in whatever order the index wants them. */
  textOf: FileTexts['read']
  /** How many files there are whose text is still to be read or put in. */
  filesToRead: () => number
  /** The files whose text can't be read, once for each record. */
  unreadFiles: () => UnreadFile[]
  close: () => Promise<void>
}

/** A file that is found by its name alone. */
export interface UnreadFile { recordId: string; sha256: string; name: string; failure: ImportFailure }

export interface IndexFeedParts {
  ask: SearchClient['ask']
  records: Pick<RecordStore, 'readAsIs'>
  catalog: Pick<Catalog, 'get'>
  documents: Pick<DocumentPool, 'readText'>
  /** Of the texts of attached files. */
  textFolder: string
  findAttachment: (sha256: string) => Promise<string | undefined>
  /** Given the id of a record whose file can't be read, and why. */
  onDamage: (id: string, failure: DamagedFile['failure']) => void
  /** The texts of files came in: now these records are found by them too. */
  onText: (ids: readonly string[]) => void
  log: Log
}

const putAtOnce = 20

export const createIndexFeed = ({ ask, records, catalog, documents, textFolder, findAttachment, onDamage, onText, log }: IndexFeedParts): IndexFeed => {
  let isClosed = false
  /** Records with files that have no text in the index, and of which it was not looked for yet; how many. */
  let unlooked = new Map<string, number>()
  /** Files whose text was read, and is not in the index yet. */
  let entering = 0
  /** Files are taken in one record after another, so that what was saved last counts. */
  let turn: Promise<unknown> = Promise.resolve()
  const texts = createFileTexts({
    documents, folder: textFolder, log,
    onText: (sha256) => {
      const ids = files.waitingFor(sha256)
      entering += 1
      read(ids).then(() => { onText(ids) })
        .catch((error: unknown) => { if (!isClosed) log.error('the text of a file was not indexed', { sha256, error: String(error) }) })
        .finally(() => { entering -= 1 })
    },
  })
  const files = createRecordFiles({ texts, find: findAttachment })

  /** Of a record that was saved again meanwhile, the newer one has been or will be taken in. */
  const isCurrent = ({ id, revision }: RecordFile): boolean => catalog.get(id)?.updatedAt === revision.at

  /** What is gone or was deleted meanwhile is none of ours. */
  const readOne = async (id: string): Promise<RecordFile[]> => {
    try {
      return [await records.readAsIs(id)]
    } catch (error) {
      if (!isAppError(error)) throw error
      if (error.code !== 'not_found') onDamage(id, { code: error.code, data: error.data })
      return []
    }
  }

  /** Takes in records with their files. Wherever this ends, a record that is in there as it is now has its very files beside it. */
  const takeWhole = async (all: readonly RecordFile[]): Promise<void> => {
    const changes = await Promise.all(all.map(async (record) => ({ record, ...await files.changes(record) })))
    const current = changes.filter(({ record }) => isCurrent(record))
    await ask('remove', { ids: current.flatMap(({ removed }) => removed) })
    await ask('put', { documents: current.flatMap((change) => [change.owner, ...change.files]) })
  }

  const inTurn = async (work: () => Promise<void>): Promise<void> => {
    const result = turn.then(async () => (isClosed ? undefined : work()))
    turn = result.catch(() => undefined)
    return result
  }

  const read: IndexFeed['read'] = async (ids) => {
    for (let at = 0; at < ids.length && !isClosed; at += putAtOnce) {
      const some = ids.slice(at, at + putAtOnce)
      await inTurn(async () => takeWhole((await Promise.all(some.map(readOne))).flat()))
      for (const id of some) unlooked.delete(id)
    }
  }

  return {
    take: async (record) => {
      const hasFiles = record.content.attachments.length > 0 || files.has(record.id)
      await ask('put', { documents: [hasFiles ? unfinished(recordDocument(record)) : recordDocument(record)] })
      if (hasFiles) await inTurn(async () => takeWhole([record]))
    },
    read,
    drop: async (id) => { await ask('remove', { ids: files.drop(id) }) },
    hold: (ids, pending) => {
      ids.forEach(files.held)
      unlooked = new Map(pending)
    },
    prune: async () => texts.prune(files.used((id) => catalog.get(id) !== undefined)),
    textOf: texts.read,
    filesToRead: () => [...unlooked.values()].reduce((sum, count) => sum + count, texts.waiting() + entering),
    unreadFiles: () => [...texts.unread()].flatMap(([sha256, unread]) => files.without(sha256).map((recordId) => ({ recordId, sha256, ...unread }))),
    close: async () => {
      isClosed = true
      await texts.close()
    },
  }
}
