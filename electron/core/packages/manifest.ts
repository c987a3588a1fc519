/** The manifest of a package: read as what it claims to be, and refused where it contradicts itself. */
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { isOfMaskedLine } from '#shared/model/masking/maskedLine'
import { packageFormat, PackageManifest, type PackagedAttachment } from '#shared/model/package'
import type { Confidentiality } from '#shared/model/record'
import { isTooDeep } from '#shared/text/jsonDepth'
import { attachmentPath, damaged, editionPath, kindOfPart, manifestPath, pagePath, revisionPath, signaturePath } from './format'

const Format = z.looseObject({ format: z.int().min(1) })

const firstDouble = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

/** Where the bytes of an attachment lie. */
export const partOfAttachment = ({ sha256, path }: Pick<PackagedAttachment, 'sha256' | 'path'>): string => path ?? attachmentPath(sha256)

const byStrictness = ['public', 'internal', 'restricted'] as const satisfies readonly Confidentiality[]

/** The strictest of several, `public` of none. */
export const strictestOf = (all: readonly Confidentiality[]): Confidentiality =>
  byStrictness.findLast((each) => all.includes(each)) ?? 'public'

/** What is wrong with what came with format 2. */
const newerContradiction = ({ format, confidentiality, records, attachments, base }: PackageManifest): string | undefined => {
  const elsewhere = attachments.find(({ sha256, path }) => path !== undefined && (format === 1 || !path.startsWith(attachmentPath(sha256)) || kindOfPart(path) !== 'attachment'))
  if (elsewhere) return `${elsewhere.sha256} lies at another path`
  if (format === 1) return undefined
  if (confidentiality !== strictestOf(records.map((record) => record.confidentiality))) return 'confidentiality is not the strictest of the records'
  const ancestors = records.find(({ revisionId, lineage }) => firstDouble([revisionId, ...lineage.map(({ id }) => id)]) !== undefined)
  if (ancestors) return `${ancestors.id} has a revision twice in its lineage`
  const told = records.find(({ masked, lineage }) => {
    const known = new Map(lineage.map((revision) => [revision.id, revision]))
    return masked && !lineage.every((revision) => isOfMaskedLine(revision, known))
  })
  if (told) return `${told.id} is masked and tells what it was made of`
  const before = [...records.map(({ id }) => id), ...base?.records.map(({ id }) => id) ?? []]
  const again = firstDouble(before) ?? firstDouble([...attachments.map(({ sha256 }) => sha256), ...base?.attachments ?? []])
  return again && `${again} is in the package and in the one before it`
}

/** What is wrong with a manifest as an English sentence, undefined where nothing is. */
const contradiction = (manifest: PackageManifest): string | undefined => {
  const { format, records, editions, attachments, files } = manifest
  const listed = new Map(files.map((file) => [file.path, file]))
  const parts = [
    ...records.flatMap(({ id, revisions }) => revisions.map((revision) => revisionPath(id, revision))),
    ...editions.map(({ recordId, seal }) => editionPath(recordId, seal)),
    ...attachments.map(partOfAttachment),
    ...(format === 1 ? [] : [pagePath]),
  ]
  const expected = new Set(parts)
  const double = firstDouble(files.map(({ path }) => path)) ?? firstDouble(records.map(({ id }) => id)) ?? firstDouble(parts) ?? firstDouble(attachments.map(({ sha256 }) => sha256))
  if (double !== undefined) return `${double} is listed twice`
  const headless = records.find(({ revisionId, revisions }) => !revisions.includes(revisionId))
  if (headless) return `${headless.id} is without its own revision`
  const absent = parts.find((path) => !listed.has(path))
  if (absent !== undefined) return `${absent} is not among the files`
  const stray = files.find(({ path }) => !expected.has(path))
  if (stray) return `${stray.path} belongs to nothing`
  const other = attachments.find((attachment) => {
    const file = listed.get(partOfAttachment(attachment))
    return file?.sha256 !== attachment.sha256 || file.size !== attachment.size
  })
  return other ? `${other.sha256} is listed with another hash or size` : newerContradiction(manifest)
}

/** Throws `package_damaged`, `odd_path` and `bad_manifest`, for a manifest that lists what no package has, or contradicts itself. */
export const expectSound = (path: string, manifest: PackageManifest): void => {
  const odd = manifest.files.find((file) => kindOfPart(file.path) === undefined || file.path === manifestPath || file.path === signaturePath)
  if (odd) throw damaged(path, 'odd_path', odd.path)
  const wrong = contradiction(manifest)
  if (wrong !== undefined) throw damaged(path, 'bad_manifest', wrong)
}

const indented = (value: unknown, by: string): string => JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${by}`)

/** A manifest as it lies in a package, made of its entries one by one: as one text it would be in memory several times over. */
export const manifestBytes = (manifest: PackageManifest): Buffer => {
  const keys = Object.entries(manifest).filter(([, value]) => value !== undefined)
  const pieces = keys.flatMap(([key, value], index): Buffer[] => {
    const name = `${index === 0 ? '{' : ','}\n  ${JSON.stringify(key)}: `
    if (!Array.isArray(value) || value.length === 0) return [Buffer.from(name + indented(value, '  '))]
    const entries = value.map((entry: unknown, place) => Buffer.from(`${place === 0 ? `${name}[` : ','}\n    ${indented(entry, '    ')}`))
    return [...entries, Buffer.from('\n  ]')]
  })
  return Buffer.concat([...pieces, Buffer.from('\n}\n')])
}

const parsed = (path: string, bytes: Uint8Array): unknown => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (isTooDeep(text)) throw new RangeError('nested too deep')
    return JSON.parse(text)
  } catch (error) {
    throw damaged(path, 'bad_manifest', manifestPath, { cause: error })
  }
}

/** Throws `package_newer_format` before anything else, and `package_damaged`: `odd_path`, `bad_manifest`. */
export const readManifest = (path: string, bytes: Uint8Array): PackageManifest => {
  const json = parsed(path, bytes)
  const { data } = Format.safeParse(json)
  if (data && data.format > packageFormat) throw new AppError('package_newer_format', { path, found: data.format, supported: packageFormat })
  const manifest = PackageManifest.safeParse(json)
  if (!manifest.success) {
    const [issue] = manifest.error.issues
    throw damaged(path, 'bad_manifest', issue ? `${issue.path.join('.')}: ${issue.message}` : '', { cause: manifest.error })
  }
  expectSound(path, manifest.data)
  return manifest.data
}
