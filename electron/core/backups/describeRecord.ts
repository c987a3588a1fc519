/** What the list of a run says of a record: read from its head, or from the head that a file of the trash holds. */
import { z } from 'zod'
import type { BackedUpRecord } from '#shared/model/backup'
import { RecordContent, RecordFile } from '#shared/model/record'
import { parseRecordDocument } from '../store/recordDocument'

/** No more of the content than is told: bodies are large, and one that is damaged keeps its record from nothing here. */
const Head = RecordFile.pick({ id: true, revision: true }).extend({
  content: RecordContent.pick({ type: true, number: true, title: true, confidentiality: true }),
})
const Trashed = z.looseObject({ record: Head })

export const isHead = (path: string): boolean => /^(?:records|trash)\/[0-9a-f]{2}\/[0-9a-f-]{36}\.json$/.test(path)

const parse = (path: string, bytes: Uint8Array): unknown => {
  try { return parseRecordDocument(path, bytes, z.unknown()) } catch { return undefined }
}

/** Undefined for what can't be read as a record: it is in the backup as it is. */
export const describeRecord = (path: string, bytes: Uint8Array): BackedUpRecord | undefined => {
  const json = parse(path, bytes)
  const head = Head.safeParse(json).data ?? Trashed.safeParse(json).data?.record
  if (!head) return undefined
  const { id, revision, content: { type, number, title, confidentiality } } = head
  return { id, type, number, title, at: revision.at, revisionId: revision.id, contentHash: revision.contentHash, confidentiality }
}
