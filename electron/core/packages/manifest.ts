/** The manifest of a package: read as what it claims to be, and refused where it contradicts itself. */
import { z } from 'zod'
import { AppError } from '#shared/contract/errors'
import { packageFormat, PackageManifest } from '#shared/model/package'
import { isTooDeep } from '#shared/text/jsonDepth'
import { attachmentPath, damaged, editionPath, kindOfPart, manifestPath, revisionPath } from './format'

const Format = z.looseObject({ format: z.int().min(1) })

const firstDouble = (values: readonly string[]): string | undefined => {
  const seen = new Set<string>()
  return values.find((value) => seen.size === seen.add(value).size)
}

/** What is wrong with a manifest as an English sentence, undefined where nothing is. */
const contradiction = ({ records, editions, attachments, files }: PackageManifest): string | undefined => {
  const listed = new Map(files.map((file) => [file.path, file]))
  const parts = [
    ...records.flatMap(({ id, revisions }) => revisions.map((revision) => revisionPath(id, revision))),
    ...editions.map(({ recordId, seal }) => editionPath(recordId, seal)),
    ...attachments.map(({ sha256 }) => attachmentPath(sha256)),
  ]
  const expected = new Set(parts)
  const double = firstDouble(files.map(({ path }) => path)) ?? firstDouble(records.map(({ id }) => id)) ?? firstDouble(parts)
  if (double !== undefined) return `${double} is listed twice`
  const headless = records.find(({ revisionId, revisions }) => !revisions.includes(revisionId))
  if (headless) return `${headless.id} is without its own revision`
  const absent = parts.find((path) => !listed.has(path))
  if (absent !== undefined) return `${absent} is not among the files`
  const stray = files.find(({ path }) => !expected.has(path))
  if (stray) return `${stray.path} belongs to nothing`
  const other = attachments.find(({ sha256, size }) => {
    const file = listed.get(attachmentPath(sha256))
    return file?.sha256 !== sha256 || file.size !== size
  })
  return other && `${other.sha256} is listed with another hash or size`
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
  const odd = manifest.data.files.find((file) => kindOfPart(file.path) === undefined || file.path === manifestPath)
  if (odd) throw damaged(path, 'odd_path', odd.path)
  const wrong = contradiction(manifest.data)
  if (wrong !== undefined) throw damaged(path, 'bad_manifest', wrong)
  return manifest.data
}
