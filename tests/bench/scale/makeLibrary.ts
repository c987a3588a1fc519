/**
 * A library as large as it is designed for: each record with nine earlier revisions, half a megabyte of attachments for each, some that
 * nothing names. Every hash is true. Straight to the disk and not synced, like the library of `store`, a part of it in each process.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname } from 'node:path'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import { formatJson } from '#core/store/canonicalJson'
import { libraryPaths, type LibraryPaths } from '#core/store/folders'
import { makeLibraryFolder } from '#core/store/libraryFolder'
import { toRevisionFile } from '#core/store/recordReader'
import { firstRevision, nextRevision, sealedHead, settleContent } from '#core/store/revisions'
import { newId } from '#shared/model/ids'
import { recordFormat, type AttachmentRef, type RecordContent, type RecordFile } from '#shared/model/record'
import { inOwnProcess } from '../ownProcess'
import { benchContent } from '../store/makeLibrary'
import { mega, sparseAttachments, type MakeAttachment } from './sparseAttachments'

const earlierRevisions = 9
const hoursBetween = 30
const bytesEach = 0.5 * mega
/** The document that each record was imported from. */
const documents = [0.1, 0.12, 0.14, 0.16, 0.18, 0.2].map((size) => size * mega)
/** Films, scans and archives: what the documents leave of all bytes. */
const largeSizes = [50, 80, 60, 150, 70, 100, 300, 60, 90, 500].map((size) => size * mega)
const hugeSize = 2500 * mega
/** One in so many attachments is named by nothing. */
const unusedEvery = 200

const mean = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0) / values.length

export const scaleSizes = (count: number): { large: number; unused: number } => ({
  large: Math.max(1, Math.round((count * (bytesEach - mean(documents)) - hugeSize) / mean(largeSizes))), unused: Math.ceil(count / unusedEvery),
})

const at = <T>(values: readonly [T, ...T[]] | readonly T[], index: number): T => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/** The first record carries the huge one, those after it one large one each. */
const attachmentsOf = (index: number, large: number, make: MakeAttachment): AttachmentRef[] => {
  const further = index === 0 ? [make(hugeSize, 'huge', '实操全程.mp4')] : index <= large ? [make(at(largeSizes, index), `large ${index}`, '现场录像.mp4')] : []
  return [{ ...make(at(documents, index), `document ${index}`, '原件.docx'), role: 'original' }, ...further]
}

const by = { name: '张工', unit: '运维一班' }

/** What an author changed on the way to this content. */
const draft = (content: RecordContent, revision: number): RecordContent => ({
  ...content, summary: `先核对，再动手。第 ${revision + 1} 稿。`, tags: [...content.tags.slice(0, 2), `第${revision % 3}轮`],
})

const writeRecord = (paths: LibraryPaths, content: RecordContent, device: string, endedAt: number): number => {
  const id = newId()
  const time = (revision: number): number => endedAt - (earlierRevisions - revision) * hoursBetween * 3_600_000
  const first = draft(content, 0)
  let record: RecordFile = {
    format: recordFormat, id, content: first, revision: firstRevision(id, first, { by, device, now: time(0) }),
    local: { createdAt: new Date(time(0)).toISOString(), sealed: true },
  }
  mkdirSync(paths.historyOf(id), { recursive: true })
  for (let revision = 1; revision <= earlierRevisions; revision += 1) {
    const next = nextRevision(record, draft(content, revision), { by, device, now: time(revision) })
    if (!next) throw new Error('a draft that changes nothing')
    writeFileSync(paths.revision(id, record.revision.id), gzipSync(formatJson(toRevisionFile(record))))
    record = sealedHead(next.record)
  }
  const text = formatJson(record)
  mkdirSync(dirname(paths.record(id)), { recursive: true })
  writeFileSync(paths.record(id), text)
  return Buffer.byteLength(text)
}

/** Bytes of all heads, and of all attachments that they name. */
const Part = z.object({ bytes: z.number(), attachmentBytes: z.number() })
type Part = z.infer<typeof Part>

/** Records from `from` to before `to` of `count`; the step of a process. */
export const makePart = (root: string, libraryId: string, from: number, to: number, count: number): Part => {
  const paths = libraryPaths(root)
  const { large } = scaleSizes(count)
  const make = sparseAttachments(paths, [...documents, ...largeSizes, ...(from === 0 ? [hugeSize] : [])])
  const device = newId()
  const now = Date.now()
  const written = { bytes: 0, attachmentBytes: 0 }
  for (let index = from; index < to; index += 1) {
    const content = settleContent({ ...benchContent(index, libraryId), attachments: attachmentsOf(index, large, make) })
    written.bytes += writeRecord(paths, content, device, now - index * 60_000)
    for (const { size } of content.attachments) written.attachmentBytes += size
    if (index % unusedEvery === 0) make(at(documents, index), `unused ${index}`, '没人用的.docx')
  }
  return written
}

export const makeScaleLibrary = async (root: string, count: number): Promise<Part> => {
  const libraryId = newId()
  await makeLibraryFolder(root, {
    format: 1, id: libraryId, name: '十年经验', language: 'zh-CN', unit: { name: '运维一班', code: 'YW1' }, createdAt: new Date().toISOString(),
    vocabularies: { units: [], fields: [], tags: [], people: [] }, numbering: { 'YW1-CS-2026-': count },
  })
  const each = Math.ceil(count / availableParallelism())
  const starts = Array.from({ length: Math.ceil(count / each) }, (_, part) => part * each)
  const parts = await Promise.all(starts.map(async (from) =>
    inOwnProcess(Part, 'scale-make', root, libraryId, String(from), String(Math.min(from + each, count)), String(count))))
  return parts.reduce((sum, part) => ({ bytes: sum.bytes + part.bytes, attachmentBytes: sum.attachmentBytes + part.attachmentBytes }))
}
