/** A record that was written as Markdown comes back as it was: under its id and number where they are free, with its attachments. */
import type { ImportWarning } from '#shared/contract/imports'
import { isKnownInline, type Inline } from '#shared/model/body/inlines'
import { inlineText } from '#shared/model/body/walk'
import type { Body } from '#shared/model/body/body'
import { mapInlines } from '#shared/model/body/mapBody'
import { RecordContent, type RecordFile } from '#shared/model/record'
import { fileInside } from '../documents/readers/markdown/insideFolder'
import { besideScheme } from '../documents/readers/markdown/context'
import type { OwnRecord } from '../documents/readers/readDocument'
import type { HashedFile } from '../store/hashFile'
import { basename } from 'node:path'
import { judgedHash } from './life'
import { mediaTypeOf } from './mediaTypes'
import type { ImportFile } from './importFiles'
import type { MarkdownBatch } from './markdownBatch'
import { fittingHere } from './markdownFitting'
import type { FileBeside } from './markdownSameness'
import type { RecordService } from './records'
import type { Session } from './session'

/** Every text that is a key becomes what it stands for: ids, and hashes of files and revisions, are nothing else by chance. */
const replaced = (value: unknown, by: ReadonlyMap<string, string>): unknown => {
  if (typeof value === 'string') return by.get(value) ?? value
  if (Array.isArray(value)) return value.map((each) => replaced(each, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each, by)]))
}

/** Takes in what lies beside the file. A file that was changed there has another hash now; one that is not there, or not in the folder, is missing. */
const takeFiles = async ({ folder, write }: Session, { path, root }: ImportFile, { files, content }: OwnRecord): Promise<{ content: RecordContent; missing: number }> => {
  const changed = new Map<string, HashedFile>()
  const there = new Set<string>()
  for (const { sha256, path: named } of files) {
    const file = await fileInside(root, path, named)
    if (file === undefined) continue
    const stored = await write(async () => folder.attachments.addFile(file))
    there.add(sha256)
    if (stored.sha256 !== sha256) changed.set(sha256, stored)
  }
  const missing = content.attachments.filter(({ sha256 }) => !there.has(sha256)).length
  if (changed.size === 0) return { content, missing }
  const now = RecordContent.parse(replaced(content, new Map([...changed].map(([from, { sha256 }]) => [from, sha256]))))
  const sizes = new Map([...changed.values()].map(({ sha256, size }) => [sha256, size]))
  return { content: { ...now, attachments: now.attachments.map((each) => ({ ...each, size: sizes.get(each.sha256) ?? each.size })) }, missing }
}

/** Under the ids and revisions that records have here. What was judged is so still: it says the same. */
const withThoseHere = (content: RecordContent, became: ReadonlyMap<string, string>): RecordContent => {
  if (became.size === 0) return content
  const now = RecordContent.parse(replaced(content, became))
  const judged = judgedHash(content)
  return now.stageHistory ? { ...now, stageHistory: now.stageHistory.map((step) => (step.judged === judged ? { ...step, judged: judgedHash(now) } : step)) } : now
}

export interface OwnImport { file: ImportFile; original: HashedFile; own: OwnRecord; batch: MarkdownBatch; at: string }

export const importOwn = async (session: Session, records: RecordService, { file, original, own, batch, at }: OwnImport): Promise<{ record: RecordFile; warnings: ImportWarning[] }> => {
  const place = batch.placeOf(file.path)
  const { content: stored, missing } = await takeFiles(session, file, own)
  const { content, leftOut, isDraftedAnew } = fittingHere(session.folder.library.current(), withThoseHere(stored, batch.became))
  const warnings: ImportWarning[] = [
    ...missing > 0 ? [{ code: 'attachment_missing' as const, count: missing, detail: '' }] : [],
    ...isDraftedAnew ? [{ code: 'editions_left_out' as const, count: 1, detail: '' }] : [],
    ...leftOut.length > 0 ? [{ code: 'values_left_out' as const, count: leftOut.length, detail: leftOut.join('、') }] : [],
  ]
  if (place?.isKept) return { record: await records.bringBack(session, place.id, content), warnings }
  // What was changed outside is another record, which begins its life here, and says which file it came from.
  const { size, sha256 } = await session.write(async () => session.folder.attachments.addFile(file.path, original))
  const name = basename(file.path)
  const { title, summary, unit, team, authors, contact, field, tags, date, place: where, confidentiality, links, attachments, fields, custom, body } = content
  const record = await records.create(content.type, {
    title, summary, unit, team, authors, contact, field, tags, date, place: where, confidentiality, links, fields, custom, body,
    attachments: [...attachments.map(({ role: _role, ...each }) => each), { sha256, size, name, mediaType: mediaTypeOf(name), role: 'original' }],
    originFile: { name, sha256, at },
  }, { session, id: place?.id })
  return { record, warnings }
}

/** What a record that is here refers to and the library lost, where it lies whole beside its file. */
export const putBackMissing = async ({ folder, write }: Session, files: readonly FileBeside[]): Promise<void> => {
  for (const { sha256, now, path } of files) {
    if (sha256 === now && await folder.attachments.find(sha256) === undefined) await write(async () => folder.attachments.addFile(path))
  }
}

/** Links of notes to notes of the same import, as links to their records; those to others as their words. */
export const withNoteLinks = (body: Body, batch: MarkdownBatch): Body => mapInlines(body, (inline): Inline => {
  if (!isKnownInline(inline) || inline.type !== 'link' || !inline.href.startsWith(besideScheme)) return inline
  const recordId = batch.recordOfNote(inline.href.slice(besideScheme.length))
  const text = inlineText(inline.inlines)
  return recordId === undefined ? { type: 'text', text } : { type: 'recordLink', recordId, text }
})

/** Files that notes link to, as attachments of their records. */
export const takeLinked = async ({ folder, write }: Session, files: readonly string[]): Promise<RecordContent['attachments']> => {
  const taken: RecordContent['attachments'] = []
  for (const file of files) {
    const { sha256, size } = await write(async () => folder.attachments.addFile(file))
    const name = basename(file)
    if (!taken.some((each) => each.sha256 === sha256)) taken.push({ sha256, size, name, mediaType: mediaTypeOf(name) })
  }
  return taken
}
