/** Imports: a job that makes a record of each file, each whole or not at all, and reports on every one. */
import { basename } from 'node:path'
import { toFailure } from '#shared/contract/errors'
import type { DuplicateRecord } from '#shared/contract/duplicates'
import type { ImportComparison, ImportEntry } from '#shared/contract/imports'
import { customFieldsOf } from '#shared/model/customFields'
import { newId } from '#shared/model/ids'
import type { OperationRecord } from '#shared/model/operation'
import { recordTypes, type LibraryType } from '#shared/model/recordTypes'
import type { DocumentPool } from '../documents/documentPool'
import { ReadFailure, type ReadDocument } from '../documents/readers/readDocument'
import { readFieldForm } from '../documents/readers/structure/fieldForm'
import type { Log } from '../ports'
import { hashFile, type HashedFile } from '../store/hashFile'
import { compareImported, stillAlike } from './importComparison'
import { listImportFiles, type ImportFile } from './importFiles'
import type { JobControl, JobService } from './jobs'
import { arrivalOf, type OperationService } from './operations'
import { planMarkdownBatch, type MarkdownBatch } from './markdownBatch'
import { importOwn, putBackMissing, takeLinked, withNoteLinks } from './markdownImports'
import { mediaTypeOf } from './mediaTypes'
import type { RecordService } from './records'
import type { Session, SessionHolder } from './session'

/** `alike`: how many files became records that are perhaps here twice. */
export interface ImportReport { total: number; imported: number; skipped: number; failed: number; alike: number; entries: ImportEntry[]; comparison: ImportComparison | null }

export interface ImportService {
  start: (paths: readonly string[], type: LibraryType) => { jobId: string }
  report: (jobId: string, offset: number, limit: number) => ImportReport
}

interface Parts { documents: DocumentPool; jobs: JobService; operations: OperationService; records: RecordService; sessions: SessionHolder; now: () => number; log: Log }

/** Files under way at once: one is parsed while another is written. */
const atOnce = 3

const emptyEntry = (path: string): ImportEntry =>
  ({ path, outcome: 'failed', recordId: null, title: null, sections: [], tables: 0, pictures: 0, warnings: [], failure: null, duplicates: [] })

/** A bug in reading one file is reported with that file, by an id that is in the log; the others go on. */
const failedEntry = (path: string, error: unknown, log: Log): ImportEntry => {
  const failure = error instanceof ReadFailure ? error.failure : toFailure(error)
  if (failure) return { ...emptyEntry(path), failure }
  const id = newId()
  log.error('bug while importing', { id, path, error: String(error), stack: error instanceof Error ? error.stack : undefined })
  return { ...emptyEntry(path), failure: { code: 'bug', data: { id } } }
}

const importedEntry = (path: string, recordId: string, { title, body, counts, warnings }: ReadDocument): ImportEntry => ({
  ...emptyEntry(path), outcome: 'imported', recordId, title, warnings, ...counts,
  sections: body.sections.map((section) => ({ key: section.key, title: section.title })),
})

/** That the import shall stop: asked once for all files. */
interface Stop { signal: AbortSignal; asked: Promise<undefined> }

const whenAborted = async (signal: AbortSignal): Promise<undefined> =>
  new Promise((resolve) => { signal.addEventListener('abort', () => { resolve(undefined) }, { once: true }) })

/** What one import goes by. */
interface Doing { session: Session; type: LibraryType; stop: Stop; made: OperationRecord[]; batch: MarkdownBatch }

const rank = ({ outcome, warnings, duplicates }: ImportEntry, isCompared: boolean): number =>
  (outcome === 'failed' ? 0 : isCompared && duplicates.length > 0 ? 1 : warnings.length > 0 ? 2 : 3)

export const createImportService = ({ documents, jobs, operations, records, sessions, now, log }: Parts): ImportService => {
  const reports = new Map<string, (ImportEntry | undefined)[]>()
  /** Of each import: the job that compares its records, and what it found, by record. */
  const comparisons = new Map<string, { jobId: string; done: number; total: number; found: Map<string, DuplicateRecord[]>; session: Session }>()

  const compare = (importId: string, session: Session, ids: readonly string[]): void => {
    if (ids.length === 0) return
    const comparison = { jobId: '', done: 0, total: ids.length, found: new Map<string, DuplicateRecord[]>(), session }
    comparisons.set(importId, comparison)
    comparison.jobId = jobs.start('compare', async (control) => compareImported(session, ids, control, (id, duplicates) => {
      comparison.done += 1
      if (duplicates.length > 0) comparison.found.set(id, duplicates)
    })).id
  }

  /** Files being made into records, by hash: the same file beside it waits, and is then one that is here already. */
  const underWay = new Map<string, Promise<unknown>>()

  /** Pictures and the original first, harmless if orphaned; the record last, which makes the import whole. */
  const importFile = async (doing: Doing, file: ImportFile): Promise<ImportEntry | undefined> => {
    const { session, batch } = doing
    const { path } = file
    const original = await hashFile(path)
    await underWay.get(original.sha256)
    await session.whenChecked()
    const place = batch.placeOf(path)
    const already = place?.isHere ? session.catalog.get(place.id) : session.catalog.byOriginal(original.sha256)
    if (already && place?.isHere) await putBackMissing(session, place.files)
    if (already) return { ...emptyEntry(path), outcome: 'skipped', recordId: already.id, title: already.title }
    const making = readAndCreate(doing, file, original)
    underWay.set(original.sha256, making.catch(() => undefined))
    return making.finally(() => underWay.delete(original.sha256))
  }

  const readAndCreate = async ({ session, batch, type, stop, made }: Doing, file: ImportFile, original: HashedFile): Promise<ImportEntry | undefined> => {
    const { path, root } = file
    const document = await Promise.race([documents.read(path, type, root), stop.asked])
    if (!document || stop.signal.aborted) return undefined
    if (document.own) {
      const { record, warnings } = await importOwn(session, records, { file, original, own: document.own, batch, at: new Date(now()).toISOString() })
      made.push(arrivalOf(record))
      batch.cameAs(path, record)
      return importedEntry(path, record.id, { ...document, title: record.content.title, warnings: [...document.warnings, ...warnings] })
    }
    const { attachments } = session.folder
    const { sha256, size } = await session.write(async () => {
      for (const picture of document.pictures) await attachments.addBytes(picture.bytes)
      return attachments.addFile(path, original)
    })
    const linked = await takeLinked(session, document.files ?? [])
    const name = basename(path)
    const { title, summary, unit, team, authors, tags = [], field, place, date, confidentiality } = document
    const own = readFieldForm(withNoteLinks(document.body, batch), recordTypes[type].fields)
    const { values: custom, body } = readFieldForm(own.body, customFieldsOf(session.folder.library.current(), type))
    const record = await records.create(type, {
      title, summary, unit, team, authors, tags, field, place, date, fields: own.values, custom, body, ...(confidentiality === '' ? {} : { confidentiality }),
      attachments: [{ sha256, size, name, mediaType: mediaTypeOf(name), role: 'original' }, ...linked.filter((each) => each.sha256 !== sha256)],
      originFile: { name, sha256, at: new Date(now()).toISOString() },
    }, { session, id: batch.placeOf(path)?.id })
    made.push(arrivalOf(record))
    return importedEntry(path, record.id, document)
  }

  const work = async (session: Session, paths: readonly string[], type: LibraryType, { id, signal, progress }: JobControl): Promise<void> => {
    const files = await listImportFiles(paths, signal)
    const entries: (ImportEntry | undefined)[] = files.map(() => undefined)
    reports.set(id, entries)
    let done = 0
    let failedItems = 0
    progress({ total: files.length })
    const stop: Stop = { signal, asked: whenAborted(signal) }
    const made: OperationRecord[] = []
    const batch = await planMarkdownBatch(session, files, async ({ path, root }) => documents.read(path, type, root), signal)
    const doing: Doing = { session, type, stop, made, batch }
    const positions = new Map(files.map(({ path }, position) => [path, position]))
    const begun = new Map<string, Promise<ImportEntry | undefined>>()
    /** Those before it were begun earlier. */
    const inTurn = async (file: ImportFile): Promise<ImportEntry | undefined> => {
      for (const path of batch.before(file.path)) await begun.get(path)
      return signal.aborted ? undefined : importFile(doing, file).catch((error: unknown) => failedEntry(file.path, error, log))
    }
    const queue = batch.order.values()
    const importNext = async (): Promise<void> => {
      for (const file of queue) {
        const { path } = file
        if (signal.aborted) return
        progress({ current: path })
        const entered = inTurn(file)
        begun.set(path, entered)
        const entry = await entered
        if (!entry) return
        entries[positions.get(path) ?? 0] = entry
        if (entry.outcome === 'failed') failedItems += 1
        progress({ done: (done += 1), failedItems })
      }
    }
    await Promise.all(Array.from({ length: atOnce }, importNext))
    // Also of what was imported before it was stopped.
    await operations.enter(session, 'import', made)
    if (!signal.aborted) compare(id, session, made.map((record) => record.id))
    if (entries.includes(undefined)) signal.throwIfAborted()
  }

  return {
    start: (paths, type) => {
      const session = sessions.writable()
      const known = new Set(jobs.list().map((job) => job.id))
      for (const id of reports.keys()) if (!known.has(id)) { reports.delete(id); comparisons.delete(id) }
      const { id } = jobs.start('import', async (control) => work(session, paths, type, control))
      return { jobId: id }
    },
    report: (jobId, offset, limit) => {
      jobs.get(jobId)
      const comparison = comparisons.get(jobId)
      // Until then nothing changes its place: whoever reads page after page gets each entry once.
      const isCompared = !jobs.list().some(({ id, state }) => id === comparison?.jobId && state === 'running')
      const alike = comparison && stillAlike(comparison.session, comparison.found)
      const entries = (reports.get(jobId) ?? []).flatMap((entry) => (entry ? [{ ...entry, duplicates: alike?.(entry.recordId) ?? [] }] : []))
      const count = (outcome: ImportEntry['outcome']): number => entries.filter((entry) => entry.outcome === outcome).length
      return {
        total: entries.length, imported: count('imported'), skipped: count('skipped'), failed: count('failed'),
        alike: entries.filter(({ duplicates }) => duplicates.length > 0).length,
        comparison: comparison ? { jobId: comparison.jobId, done: comparison.done, total: comparison.total } : null,
        entries: entries.toSorted((a, b) => rank(a, isCompared) - rank(b, isCompared)).slice(offset, offset + limit),
      }
    },
  }
}
