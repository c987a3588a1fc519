/** The shape of a package file: where its parts lie, how large they may be, and the seal at its end (docs/package-format.md). */
import { AppError, type PackageProblem } from '#shared/contract/errors'
import { isProgram } from '#shared/model/attachments'

export const manifestPath = 'manifest.json'
/** Signs the manifest, so that the manifest can't list it; only where the package is signed. */
export const signaturePath = 'signature.json'
/** The page that shows the package without the app. */
export const pagePath = 'index.html'
export const revisionPath = (recordId: string, revisionId: string): string => `records/${recordId}/${revisionId}.json`
export const editionPath = (recordId: string, seal: string): string => `editions/${recordId}/${seal}.json`
/** Of an attachment in a package of format 1, and of one whose kind nothing shall open by itself. */
export const attachmentPath = (sha256: string): string => `attachments/${sha256}`

/** What a browser would run in the place of the page. */
const scripted: ReadonlySet<string> = new Set(['htm', 'html', 'shtml', 'xht', 'xhtml', 'mht', 'mhtml', 'svgz', 'xml', 'xsl', 'xslt'])

/** With the ending of its name, so that it opens by itself, but for what would run. */
export const attachmentPathOf = (sha256: string, name: string): string => {
  const [, ending] = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase()) ?? []
  return ending === undefined || isProgram(name) || scripted.has(ending) ? attachmentPath(sha256) : `${attachmentPath(sha256)}.${ending}`
}

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'
const sha256 = '[0-9a-f]{64}'
const jsonPart = new RegExp(`^(?:records|editions)/${uuid}/${sha256}\\.json$`)
const attachmentPart = new RegExp(`^attachments/${sha256}(?:\\.[a-z0-9]{1,8})?$`)

/** What a path may hold; undefined for a path that no package has. */
export const kindOfPart = (path: string): 'json' | 'page' | 'attachment' | undefined => {
  if (path === manifestPath || path === signaturePath || jsonPart.test(path)) return 'json'
  if (path === pagePath) return 'page'
  return attachmentPart.test(path) ? 'attachment' : undefined
}

/** `json`, `page` and `signature` in bytes, unpacked. `parts` keeps a directory in memory at tens of megabytes; a manifest of 64 MB lists fewer. */
export const limits = { json: 64 * 1024 * 1024, page: 256 * 1024 * 1024, signature: 16 * 1024, parts: 250_000 } as const

/** The zip's comment: the mark, then the SHA-256 of every byte before its own digits. */
export const sealMark = 'liangfang-sha256:'
export const digestLength = 64
export const commentLength = sealMark.length + digestLength

/** `detail` names the part of the package, or says in English what is wrong in it. */
export const damaged = (path: string, problem: PackageProblem, detail = '', options?: ErrorOptions): AppError =>
  new AppError('package_damaged', { path, problem, detail: detail.slice(0, 200) }, options)
