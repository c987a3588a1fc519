/** Package files for tests: manifests that fit their parts, written as the app does or by any other hand. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { openPackage } from '#core/packages/openPackage'
import { toFailure } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { PackagedFile, PackageManifest } from '#shared/model/package'
import { rawZip, sealed, type RawEnd, type RawEntry } from './rawZip'

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export interface TestPart { path: string; data: Buffer }

const ids = { package: newId(), library: newId() }

/** What a manifest of format 1 leaves out. */
export const unsaid = {
  kind: 'package', purpose: '', licence: '', recipient: null, confidentiality: 'internal', keys: null, base: null,
} as const satisfies Partial<PackageManifest>
export const unsaidOfRecord = { needs: [], lineage: [], via: [], masked: false }

/** A manifest that says what paths and files are: records with their last revision as head, editions, attachments. */
export const manifestOf = (files: readonly PackagedFile[], changes: Partial<PackageManifest> = {}): PackageManifest => {
  const split = files.map((file) => ({ ...file, names: file.path.replace(/\.json$/, '').split('/') }))
  const of = (kind: string) => split.filter(({ names }) => names[0] === kind)
  const recordIds = [...new Set(of('records').map(({ names }) => names[1] ?? ''))]
  return {
    format: 1, id: ids.package, title: '一季度案例', madeAt: '2026-11-24T06:03:11.123Z', by: { name: '张工', unit: '运维一班' },
    library: { id: ids.library, name: '班组资料库', unit: '运维一班' }, ...unsaid,
    records: recordIds.map((id) => {
      const revisions = of('records').filter(({ names }) => names[1] === id).map(({ names }) => names[2] ?? '')
      return {
        id, type: 'case', number: 'YW1-CS-2026-0001', title: '案例', unit: '', confidentiality: 'internal',
        revisionId: revisions.at(-1) ?? '', contentHash: 'c'.repeat(64), revisions, reason: { why: 'chosen', of: null }, ...unsaidOfRecord,
      }
    }),
    editions: of('editions').map(({ names: [, recordId = '', seal = ''] }, index) => ({ seal, recordId, number: index + 1 })),
    attachments: of('attachments').map(({ sha256, size }) => ({ sha256, size, name: '图片.png', mediaType: 'image/png' })),
    missing: [], files: files.map(({ path, size, sha256 }) => ({ path, size, sha256 })), ...changes,
  }
}

export const listed = ({ path, data }: TestPart): PackagedFile => ({ path, size: data.length, sha256: hashOf(data) })

/** One record of two revisions, an edition and two attachments, one of them empty. */
export const exampleParts = (): TestPart[] => {
  const recordId = newId()
  const attachment = (text: string): TestPart => ({ path: `attachments/${hashOf(Buffer.from(text))}`, data: Buffer.from(text) })
  return [
    { path: `records/${recordId}/${'a'.repeat(64)}.json`, data: Buffer.from('{"title":"接地线"}') },
    { path: `records/${recordId}/${'b'.repeat(64)}.json`, data: Buffer.from('{"title":"接地线漏拆"}') },
    { path: `editions/${recordId}/${'e'.repeat(64)}.json`, data: Buffer.from('{}') },
    attachment('PNG'), attachment(''),
  ]
}

export interface Forgery {
  /** The manifest's text, made from the parts' files. */
  manifest?: (files: PackagedFile[]) => unknown
  /** What becomes of the entries, the manifest's the last. */
  entries?: (entries: RawEntry[]) => RawEntry[]
  end?: RawEnd
}

/** A package with a right seal over whatever a forger put into it. */
export const forgedPackage = (parts: readonly TestPart[], { manifest = manifestOf, entries = (each) => each, end = {} }: Forgery = {}): Buffer => {
  const text = manifest(parts.map(listed))
  const all: RawEntry[] = parts.map(({ path, data }) => ({ name: path, data, method: path.endsWith('.json') ? 8 : 0 }))
  const data = Buffer.isBuffer(text) ? text : Buffer.from(typeof text === 'string' ? text : JSON.stringify(text))
  return sealed(rawZip(entries([...all, { name: 'manifest.json', data, method: 8 }]), end))
}

/** What a file is refused with: the problem of a damaged package, or another code; undefined if it is taken. */
export const refusalOf = async (path: string, bytes: Uint8Array): Promise<string | undefined> => {
  await writeFile(path, bytes)
  try {
    await (await openPackage(path, { signal: new AbortController().signal })).close()
    return undefined
  } catch (error) {
    const failure = toFailure(error)
    if (!failure) throw error
    return failure.code === 'package_damaged' ? String(failure.data.problem) : failure.code
  }
}
