/** What a package says of itself must be true: every revision and edition in it is what it claims to be. Bytes were verified before. */
import type { z } from 'zod'
import { AppError, isAppError } from '#shared/contract/errors'
import { contentAttachments } from '#shared/model/body/walk'
import { Edition, editionFormat } from '#shared/model/edition'
import { packageFormat, type PackageManifest } from '#shared/model/package'
import { recordFormat, RevisionFile, type RecordContent, type Revision } from '#shared/model/record'
import { attachmentPath, editionPath, revisionPath } from '../../packages/format'
import type { OpenPackage } from '../../packages/openPackage'
import { parseRecordDocument } from '../../store/recordDocument'
import { isTrueRevision, revisionIdOf } from '../../store/revisions'
import { isUntouched } from '../products'
import { headOf } from './selection'

/** A package as far as its contents are read: it is asked for one part at a time. */
export type PackageParts = Pick<OpenPackage, 'manifest' | 'readPart'>

const damaged = (path: string, detail: string): AppError => new AppError('package_damaged', { path, problem: 'bad_record', detail })

/** A part that a newer version wrote says so; one that does not fit, or that a library would not write, is damage. */
const parsePart = async <T>(readPart: PackageParts['readPart'], path: string, part: string, schema: z.ZodType<T>): Promise<T> => {
  const bytes = await readPart(part)
  try {
    return parseRecordDocument(part, bytes, schema)
  } catch (error) {
    if (!isAppError(error)) throw error
    if (error.code === 'library_newer_format') throw new AppError('package_newer_format', { path, found: packageFormat + 1, supported: packageFormat }, { cause: error })
    if (error.code === 'store_corrupt') throw damaged(path, part)
    throw error
  }
}

export const readRevisionPart = async ({ readPart }: PackageParts, path: string, id: string, revisionId: string): Promise<RevisionFile> => {
  const part = revisionPath(id, revisionId)
  const file = await parsePart(readPart, path, part, RevisionFile)
  if (file.format > recordFormat) throw new AppError('package_newer_format', { path, found: file.format, supported: recordFormat })
  if (file.id !== id || file.revision.id !== revisionId || !isTrueRevision(file)) throw damaged(path, part)
  return file
}

export const readEditionPart = async ({ readPart }: PackageParts, path: string, recordId: string, seal: string): Promise<Edition> => {
  const part = editionPath(recordId, seal)
  const edition = await parsePart(readPart, path, part, Edition)
  if (edition.format > editionFormat) throw new AppError('package_newer_format', { path, found: edition.format, supported: editionFormat })
  if (edition.recordId !== recordId || edition.seal !== seal || !await isUntouched(edition)) throw damaged(path, part)
  return edition
}

/** Reads every record and edition once. Throws `package_damaged`, `package_newer_format`. `onPart` is told after each, `onHead` gets the head of each record. */
export const checkPackage = async (
  parts: PackageParts, path: string, onPart: (part: string) => void, onHead: (head: RevisionFile) => void = () => undefined,
): Promise<void> => {
  const { records, editions, attachments, missing, base } = parts.manifest
  const known = new Set([...attachments.map(({ sha256 }) => sha256), ...missing.map(({ id }) => id), ...base?.attachments ?? []])
  const expect = (content: RecordContent, part: string): void => {
    const lost = contentAttachments(content).find((sha256) => !known.has(sha256))
    if (lost !== undefined) throw damaged(path, `${part}: ${attachmentPath(lost)}`)
  }
  for (const record of records) await checkRecord(parts, path, record, expect, onPart, onHead)
  const products = new Set(records.flatMap(({ id, type }) => (type === 'product' ? [id] : [])))
  for (const { recordId, seal, number } of editions) {
    const edition = await readEditionPart(parts, path, recordId, seal)
    // An edition comes with its product: alone it would slip in under one that is here, and that nobody was shown.
    const isOfProduct = products.has(recordId) && edition.content.type === 'product'
    if (edition.number !== number || !isOfProduct) throw damaged(path, editionPath(recordId, seal))
    expect(edition.content, seal)
    onPart(seal)
  }
}

/** What a record came of: each revision has the hash that is its id, and is a parent of one before it. */
const checkLineage = (path: string, { id, lineage }: PackageManifest['records'][number], head: Revision): void => {
  const parents = new Set(head.parents)
  for (const revision of lineage) {
    if (!parents.has(revision.id) || revisionIdOf(id, revision) !== revision.id) throw damaged(path, `${id}: lineage ${revision.id}`)
    for (const parent of revision.parents) parents.add(parent)
  }
}

const checkRecord = async (
  parts: PackageParts, path: string, record: PackageManifest['records'][number],
  expect: (content: RecordContent, part: string) => void, onPart: (part: string) => void, onHead: (head: RevisionFile) => void,
): Promise<void> => {
  const { id, revisionId } = record
  for (const each of record.revisions) {
    const file = await readRevisionPart(parts, path, id, each)
    expect(file.content, id)
    const isAsListed = each !== revisionId || Object.entries(headOf(file)).every(([key, value]) => record[key] === value)
    if (!isAsListed) throw damaged(path, revisionPath(id, each))
    if (each === revisionId) {
      checkLineage(path, record, file.revision)
      onHead(file)
    }
    onPart(id)
  }
}
