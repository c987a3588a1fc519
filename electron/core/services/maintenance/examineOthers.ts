/** Examines what stands beside the records: `library.json`, trash, comments, templates, ledger, undo, and transactions. */
import { stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { AppError, toFailure } from '#shared/contract/errors'
import type { NamedRecord, ProblemKind } from '#shared/contract/library'
import { CommentsFile } from '#shared/model/comments'
import { FilledCopy } from '#shared/model/forms/copy'
import { ExchangeFile } from '#shared/model/exchange'
import { RecordFile } from '#shared/model/record'
import { TemplateFile } from '#shared/model/template'
import { namesIn, readIfThere } from '../../store/durableFile'
import { idOfFile } from '../../store/folders'
import { parseDocument } from '../../store/jsonFile'
import { libraryCopyDamage } from '../../store/libraryCopy'
import { isTrueRevision } from '../../store/revisions'
import { filesAside, openBranches } from './branches'
import type { Examination } from './examination'
import { examineBeside, examineStray, nameWhatItHolds } from './examineStrays'
import { corrupt, namedRecord } from './problems'

/** Its attachments too: the logo of the slides is named there alone. */
export const examineLibrary = async ({ session: { folder: { paths, library }, damaged }, report, name }: Examination): Promise<void> => {
  name(JSON.stringify(library.current()))
  const unreadable = damaged().find(({ path }) => path === paths.library)
  if (unreadable) report('library', paths.library, unreadable.failure)
  const copy = await libraryCopyDamage(paths)
  if (copy) report('libraryCopy', paths.libraryCopy, { code: copy.code, data: copy.data })
}

const LikeRecord = z.looseObject({ revision: z.looseObject({}), content: z.looseObject({}) })

/** What of a trash entry is a record. Throws for one that does not fit. */
const recordsIn = (entry: Record<string, unknown>): RecordFile[] =>
  [entry, ...Object.values(entry)].flatMap((each) => (LikeRecord.safeParse(each).success ? [RecordFile.parse(each)] : []))

const trashedRecords = (path: string, entry: Record<string, unknown>): RecordFile[] => {
  try {
    return recordsIn(entry)
  } catch (error) {
    throw new AppError('store_corrupt', { path, reason: 'its record does not fit' }, { cause: error })
  }
}

const Entry = z.looseObject({ format: z.int().min(1) })

/** What files of a kind hold; of those that are none of these, a format at least. */
const schemas: Readonly<Partial<Record<ProblemKind, z.ZodType<Record<string, unknown>>>>> = { exchange: ExchangeFile, comments: CommentsFile, copy: FilledCopy, template: TemplateFile }

/** A file of trash, ledger, undo, comments, filled copies or templates: it fits its schema, bears its name, and what it holds of a record has its hashes. */
const examineEntry = async (examination: Examination, kind: ProblemKind, path: string): Promise<void> => {
  const { session: { folder }, check, name, show } = examination
  const known: { records: NamedRecord[] } = { records: [] }
  await check(kind, path, async () => {
    const bytes = await folder.journal.read(path)
    if (bytes === undefined) return
    const entry = parseDocument(path, bytes, schemas[kind] ?? Entry)
    if (!bytes.includes(idOfFile(basename(path))[0] ?? '')) throw new AppError('store_corrupt', { path, reason: 'does not bear its own id' })
    for (const record of kind === 'trash' ? trashedRecords(path, entry) : []) {
      known.records = [namedRecord(record.id, record.content)]
      if (!isTrueRevision(record)) throw new AppError('store_corrupt', { path, reason: 'its record does not have the hash of its revision' })
      show(record.content, namedRecord(record.id, record.content))
    }
    name(bytes.toString('utf8'))
  }, known)
}

const examineEntries = async (examination: Examination, kind: ProblemKind, root: string): Promise<void> => {
  const { session: { folder }, check } = examination
  for (const file of (await check('folder', root, async () => folder.journal.names(root))) ?? []) {
    const path = join(root, file)
    if (idOfFile(file).length > 0) await examineEntry(examination, kind, path)
    else if (kind === 'comments' || kind === 'template' || kind === 'copy') await examineBeside(examination, path)
    else await examineStray(examination, path, async () => Promise.resolve(undefined))
  }
}

const examineShards = async (examination: Examination, kind: ProblemKind, root: string): Promise<void> => {
  const { session: { folder: { journal } }, check } = examination
  for (const shard of (await check('folder', root, async () => journal.names(root))) ?? []) await examineEntries(examination, kind, join(root, shard))
}

/** Filled copies lie in a folder for each tool. */
const examineCopies = async (examination: Examination): Promise<void> => {
  const { session: { folder: { journal, paths } }, check } = examination
  for (const shard of (await check('folder', paths.copies, async () => journal.names(paths.copies))) ?? []) await examineShards(examination, 'copy', join(paths.copies, shard))
}

const Manifest = z.looseObject({ files: z.array(z.looseObject({ staged: z.string().regex(/^\d+$/) })) })

/** Whether all that a transaction staged can be read; one without a manifest was never committed. */
const readTransaction = async (examination: Examination, transaction: string): Promise<boolean> => {
  const path = join(transaction, 'manifest.json')
  const bytes = await readIfThere(path)
  if (bytes === undefined) return false
  examination.name(bytes.toString('utf8'))
  for (const { staged } of parseDocument(path, bytes, Manifest).files) {
    const place = join(transaction, staged)
    const found = await stat(place).catch(() => undefined)
    if (found && !found.isFile()) throw new AppError('file_unreadable', { path: place, reason: 'not a file' })
    await nameWhatItHolds(examination, place)
  }
  return true
}

const examineJournal = async (examination: Examination, device: string): Promise<void> => {
  const { session: { folder: { paths }, damaged }, check, report } = examination
  const root = paths.journal(device)
  const isOurs = device === examination.device
  for (const name of (await check('folder', root, async () => namesIn(root))) ?? []) {
    const transaction = join(root, name)
    const unfinished = damaged().find(({ path }) => path === transaction)
    try {
      if (!(await readTransaction(examination, transaction))) continue
      if (!isOurs) report('foreignJournal', transaction, corrupt(transaction, 'a transaction of another device'))
      else if (unfinished) report('journal', transaction, unfinished.failure, { isWhole: true })
    } catch (error) {
      const failure = toFailure(error)
      if (!failure) throw error
      report(isOurs ? 'journal' : 'foreignJournal', transaction, failure)
      if (!isOurs) examination.unread.push({ path: transaction, failure })
    }
  }
}

/** What lies set aside may be wanted back: what it names stays. */
const examineAside = async (examination: Examination): Promise<void> => {
  const aside = await filesAside(examination.session)
  for (const path of aside) await nameWhatItHolds(examination, path)
  examination.problems.push(...await openBranches(examination.session, aside))
}

export const examineOthers = async (examination: Examination): Promise<void> => {
  const { session: { folder: { paths } }, check } = examination
  await examineLibrary(examination)
  await examineShards(examination, 'trash', paths.trash)
  await examineShards(examination, 'comments', paths.commentFiles)
  await examineEntries(examination, 'template', paths.templates)
  await examineCopies(examination)
  await examineEntries(examination, 'exchange', paths.exchanges)
  await examineEntries(examination, 'operation', paths.operations)
  const journals = join(paths.root, 'journal')
  for (const device of (await check('folder', journals, async () => namesIn(journals))) ?? []) await examineJournal(examination, device)
  await check('folder', paths.setAside, async () => examineAside(examination))
}
