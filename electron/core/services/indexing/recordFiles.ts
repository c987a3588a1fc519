/** The files of records in the index: which it holds, whose texts are there, and which records wait for one that is being read. */
import type { RecordFile } from '#shared/model/record'
import type { SearchDocument } from '../../search/part/searchDocument'
import type { FileTexts } from '../fileTexts'
import { fileDocument, filesOf, hasText } from './fileDocuments'
import { attachmentId, partsOfId, recordDocument } from './recordDocuments'

export interface RecordFiles {
  /** Takes note of a document that is in the index. */
  held: (id: string) => void
  /** Whether the index holds files of a record. */
  has: (recordId: string) => boolean
  /** What is to be put for a record and for its files, and the ids of what is to be removed. Asks for texts that are not there yet. */
  changes: (record: RecordFile) => Promise<{ owner: SearchDocument; files: SearchDocument[]; removed: string[] }>
  /** The ids of a record that goes and of its files. */
  drop: (recordId: string) => string[]
  /** The records that waited for the text of a file. */
  waitingFor: (sha256: string) => string[]
  /** The records that have a file whose text did not come. */
  without: (sha256: string) => string[]
  /** The hashes of the files of all records that are there, and of those that are waited for. */
  used: (isThere: (recordId: string) => boolean) => Set<string>
}

export interface RecordFilesParts {
  texts: Pick<FileTexts, 'find' | 'want'>
  /** Where a file lies, undefined where it is not there. */
  find: (sha256: string) => Promise<string | undefined>
}

export const createRecordFiles = ({ texts, find }: RecordFilesParts): RecordFiles => {
  const files = new Map<string, Set<string>>()
  const waiting = new Map<string, Set<string>>()

  const held: RecordFiles['held'] = (id) => {
    const { recordId, sha256 } = partsOfId(id)
    if (sha256 !== undefined) files.set(recordId, (files.get(recordId) ?? new Set()).add(sha256))
  }

  const want = async (recordId: string, sha256: string, name: string): Promise<void> => {
    const path = await find(sha256)
    if (path === undefined) return
    waiting.set(sha256, (waiting.get(sha256) ?? new Set()).add(recordId))
    texts.want(sha256, path, name)
  }

  return {
    held,
    has: (recordId) => files.has(recordId),
    changes: async (record) => {
      const owner = recordDocument(record)
      const read = await Promise.all(filesOf(record).map(async (file) => {
        const text = hasText(file) ? await texts.find(file.sha256) : undefined
        if (hasText(file) && !text) await want(record.id, file.sha256, file.name)
        return fileDocument(owner, file, text)
      }))
      const before = files.get(record.id) ?? new Set()
      const kept = new Set(filesOf(record).map(({ sha256 }) => sha256))
      if (kept.size > 0) files.set(record.id, kept)
      else files.delete(record.id)
      return { owner, files: read, removed: [...before].filter((sha256) => !kept.has(sha256)).map((sha256) => attachmentId(record.id, sha256)) }
    },
    drop: (recordId) => {
      const dropped = [recordId, ...[...files.get(recordId) ?? []].map((sha256) => attachmentId(recordId, sha256))]
      files.delete(recordId)
      return dropped
    },
    waitingFor: (sha256) => {
      const ids = [...waiting.get(sha256) ?? []]
      waiting.delete(sha256)
      return ids
    },
    without: (sha256) => [...waiting.get(sha256) ?? []].filter((id) => files.get(id)?.has(sha256)),
    used: (isThere) => new Set([...[...files].flatMap(([id, own]) => (isThere(id) ? [...own] : [])), ...waiting.keys()]),
  }
}
