/** What is refused although the seal may be right: packages by a hand that knows the format and lies. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PackageProblem } from '#shared/contract/errors'
import { newId } from '#shared/model/ids'
import type { PackagedFile } from '#shared/model/package'
import { exampleParts, forgedPackage, hashOf, listed, manifestOf, refusalOf, type Forgery, type TestPart } from '../../../tests/support/packages'
import { descriptor, rawZip, sealed, zip64Extra, type RawEntry } from '../../../tests/support/rawZip'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-forged-'))
  path = join(folder, 'package.lfpkg')
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const refusal = async (bytes: Uint8Array) => refusalOf(path, bytes)

const parts = exampleParts()
const [revision, , , picture, empty] = parts
if (!revision || !picture || !empty) throw new Error('the example has five parts')
const recordId = revision.path.split('/')[1] ?? ''
const whole = forgedPackage(parts)

/** Changes one entry, the manifest's by default. */
const changing = (name: string | Buffer, change: (entry: RawEntry) => Partial<RawEntry>): Forgery =>
  ({ entries: (entries) => entries.map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry)) })

const adding = (...more: RawEntry[]): Forgery => ({ entries: (entries) => [...more, ...entries] })

const data = Buffer.from('{}')
const within = (levels: number): string => '{"x":'.repeat(levels) + '1' + '}'.repeat(levels)

describe('a package of another writer', () => {
  it('is taken as it is made here', async () => {
    expect(await refusal(whole)).toBeUndefined()
  })

  const longDescriptor = (plain: Buffer): Buffer => Buffer.concat([descriptor(plain).subarray(0, 8), ...[plain.length, plain.length].map((size) => {
    const field = Buffer.alloc(8)
    field.writeBigUInt64LE(BigInt(size))
    return field
  })])

  it.each<[string, Forgery]>([
    ['stored JSON', { entries: (entries) => entries.map((entry) => ({ ...entry, method: 0 })) }],
    ['sizes behind the data', changing(picture.path, () => ({ flags: 8, local: { crc: 0, packedSize: 0, size: 0 }, after: descriptor(picture.data) }))],
    ['long sizes behind the data', changing(picture.path, () => ({ flags: 8, local: { crc: 0, packedSize: 0, size: 0 }, after: longDescriptor(picture.data) }))],
    ['sizes in a zip64 field', changing(picture.path, () => ({
      packedSize: 0xffffffff, size: 0xffffffff, extra: zip64Extra(3, 3), local: { packedSize: 3, size: 3 },
    }))],
    ['zip64 records at the end', { end: { zip64: {}, entries: 0xffff, size: 0xffffffff, offset: 0xffffffff } }],
    ['no permissions said', { entries: (entries) => entries.map((entry) => ({ ...entry, attributes: 0 })) }],
    ['the manifest first', { entries: (entries) => entries.toReversed() }],
    ['keys that this version does not know', { manifest: (files) => ({ ...manifestOf(files), signatures: [{ by: 'x' }] }) }],
  ])('is taken with %s', async (_name, forgery) => {
    expect(await refusal(forgedPackage(parts, forgery))).toBeUndefined()
  })
})

describe('a forged package', () => {
  const named = (name: string | Buffer): Forgery => adding({ name, data })

  it.each<[string, PackageProblem, Forgery]>([
    ['a path that climbs', 'odd_path', named('../evil.json')],
    ['a path that climbs inside', 'odd_path', named(`records/${recordId}/../${'a'.repeat(64)}.json`)],
    ['an absolute path', 'odd_path', named('/etc/passwd')],
    ['a drive letter', 'odd_path', named('C:/evil.json')],
    ['a backslash', 'odd_path', named(`attachments\\${picture.path.slice(12)}`)],
    ['a NUL in a path', 'odd_path', named(`${picture.path}\0.png`)],
    ['a line end after a path', 'odd_path', named(`attachments/${'f'.repeat(64)}\n`)],
    ['a path that is no UTF-8', 'odd_path', named(Buffer.from([0xff, 0xfe, 0x2f]))],
    ['an empty path', 'odd_path', named('')],
    ['upper-case digits', 'odd_path', named(`attachments/${'F'.repeat(64)}`)],
    ['a path longer than ours', 'odd_path', named(`attachments/${'f'.repeat(65)}`)],
    ['an id that is none', 'odd_path', named(`records/${'f'.repeat(36)}/${'a'.repeat(64)}.json`)],
    ['a folder', 'odd_path', named('records/')],
    ['a file beside the parts', 'odd_path', named('readme.txt')],
    ['an upper-case manifest', 'odd_path', named('Manifest.json')],
    ['a symbolic link', 'odd_path', changing(picture.path, () => ({ attributes: 0o120777 * 0x10000 }))],
    ['a device', 'odd_path', changing(picture.path, () => ({ attributes: 0o060644 * 0x10000 }))],
    ['a folder by its attributes', 'odd_path', changing(picture.path, () => ({ attributes: 0x10 }))],
    ['a part twice', 'duplicate_path', adding({ name: picture.path, data: picture.data })],
    ['two manifests', 'duplicate_path', adding({ name: 'manifest.json', data })],
    ['a part missing', 'part_missing', { entries: (entries) => entries.filter(({ name }) => name !== picture.path) }],
    ['no manifest', 'part_missing', { entries: (entries) => entries.slice(0, -1) }],
    ['a part that is not listed', 'part_unlisted', named(`attachments/${'f'.repeat(64)}`)],
    ['a part of another content', 'wrong_hash', changing(picture.path, () => ({ data: Buffer.from('JPG') }))],
    ['a part of another size', 'wrong_hash', changing(picture.path, () => ({ data: Buffer.from('JPEG') }))],
    ['a wrong checksum', 'wrong_hash', changing(picture.path, () => ({ crc: 1 }))],
    ['a manifest with a wrong checksum', 'wrong_hash', changing('manifest.json', () => ({ crc: 1 }))],
    ['an encrypted part', 'unreadable_part', changing(picture.path, () => ({ flags: 1, packed: Buffer.alloc(15) }))],
    ['strong encryption', 'bad_structure', changing(picture.path, () => ({ flags: 0x41, packed: Buffer.alloc(15) }))],
    ['encrypted headers', 'unreadable_part', changing(picture.path, () => ({ flags: 0x2000 }))],
    ['an attachment that is deflated', 'unreadable_part', changing(picture.path, () => ({ method: 8 }))],
    ['another compression', 'unreadable_part', changing(revision.path, () => ({ method: 12 }))],
    ['another name in an extra field', 'unreadable_part', changing(picture.path, () => ({ extra: Buffer.from([0x75, 0x70, 2, 0, 1, 0]) }))],
    ['an extra field that ends nowhere', 'bad_structure', changing(picture.path, () => ({ extra: Buffer.from([1, 0, 9, 0]) }))],
    ['a comment on a part', 'unreadable_part', changing(picture.path, () => ({ comment: Buffer.from('x') }))],
    ['JSON of more than 64 MB', 'unreadable_part', changing(revision.path, () => ({ size: 64 * 1024 * 1024 + 1 }))],
    ['packed data that is none', 'unreadable_part', changing(revision.path, () => ({ packed: Buffer.from([0xff, 0xff, 0xff]) }))],
    ['packed data that ends early', 'unreadable_part', changing(revision.path, (entry) => ({ packed: deflateRawSync(entry.data).subarray(0, -2) }))],
    ['bytes behind the packed data', 'unreadable_part', changing(revision.path, (entry) => ({ packed: Buffer.concat([deflateRawSync(entry.data), Buffer.from('hidden')]) }))],
    ['a manifest that unpacks to more than it says', 'unreadable_part', changing('manifest.json', () => ({ size: 10 }))],
    ['a part that unpacks to more than it says', 'unreadable_part', changing(revision.path, () => ({ packed: deflateRawSync(Buffer.alloc(1_000_000)) }))],
    ['bytes before the first part', 'bad_structure', changing(revision.path, () => ({ before: Buffer.from('#!/bin/sh\n') }))],
    ['bytes between parts', 'bad_structure', changing(picture.path, () => ({ before: Buffer.from('hidden') }))],
    ['bytes before the directory', 'bad_structure', { end: { before: Buffer.from('hidden') } }],
    ['two entries for the same bytes', 'bad_structure', changing(picture.path, () => ({ offset: 0 }))],
    ['an offset beyond the file', 'bad_structure', changing(picture.path, () => ({ offset: 0x7fffffff }))],
    ['a header of another name', 'bad_structure', changing(picture.path, () => ({ local: { name: empty.path } }))],
    ['a header of another method', 'bad_structure', changing(picture.path, () => ({ local: { method: 8 } }))],
    ['a header of another size', 'bad_structure', changing(picture.path, () => ({ local: { size: 2 } }))],
    ['a header of other flags', 'bad_structure', changing(picture.path, () => ({ local: { flags: 1 } }))],
    ['a header with an extra field', 'bad_structure', changing(picture.path, () => ({ local: { extra: zip64Extra(3) } }))],
    ['no descriptor where one is announced', 'bad_structure', changing(picture.path, () => ({ flags: 8 }))],
    ['a descriptor of another size', 'bad_structure', changing(picture.path, () => ({ flags: 8, after: descriptor(Buffer.from('PNGPNG')) }))],
    ['stored data with two sizes', 'unreadable_part', changing(picture.path, () => ({ size: 4, local: { size: 4 } }))],
    ['fewer entries than there are', 'bad_structure', { end: { entries: parts.length } }],
    ['more entries than there are', 'bad_structure', { end: { entries: parts.length + 2 } }],
    ['a directory elsewhere', 'bad_structure', { end: { offset: 0 } }],
    ['a directory of another size', 'bad_structure', { end: { size: 46 } }],
    ['zip64 records that say otherwise', 'bad_structure', { end: { zip64: { entries: 1 } } }],
    ['a zip64 directory elsewhere', 'bad_structure', { end: { zip64: { offset: 0 }, offset: 0xffffffff } }],
    ['a zip64 record with millions of entries', 'bad_structure', { end: { zip64: { entries: 5_000_000 }, entries: 0xffff } }],
    ['a zip64 field that is not whole', 'bad_structure', changing(picture.path, () => ({ size: 0xffffffff, packedSize: 0xffffffff, extra: zip64Extra(3) }))],
    ['a zip64 field beyond the file', 'bad_structure', changing(picture.path, () => ({
      size: 0xffffffff, packedSize: 0xffffffff, extra: zip64Extra(2 ** 40, 2 ** 40), local: { size: 0xffffffff, packedSize: 0xffffffff },
    }))],
  ])('is refused with %s: %s', async (_name, problem, forgery) => {
    expect(await refusal(forgedPackage(parts, forgery))).toBe(problem)
  })

  it('is refused with a comment that is longer than the seal', async () => {
    const bytes = rawZip([{ name: 'manifest.json', data: Buffer.from(JSON.stringify(manifestOf([]))) }], { comment: `x liangfang-sha256:${'0'.repeat(64)}` })
    expect(await refusal(sealed(bytes))).toBe('bad_structure')
  })
})

describe('a manifest', () => {
  const changed = (change: (files: PackagedFile[]) => object): Forgery => ({ manifest: (files) => ({ ...manifestOf(files), ...change(files) }) })
  const of = manifestOf(parts.map(listed))
  const [record] = of.records
  const [attachment] = of.attachments
  const path = `attachments/${'f'.repeat(64)}`

  it.each<[string, string, Forgery]>([
    ['is no JSON', 'bad_manifest', { manifest: () => '{"format":1' }],
    ['is empty', 'bad_manifest', { manifest: () => '' }],
    ['is no UTF-8', 'bad_manifest', { manifest: () => Buffer.from([0x22, 0xff, 0x22]) }],
    ['is a list', 'bad_manifest', { manifest: () => [] }],
    ['is nested deeper than anyone writes', 'bad_manifest', { manifest: () => within(301) }],
    ['is nested so deep that it exhausts the stack', 'bad_manifest', { manifest: () => '['.repeat(5_000_000) }],
    ['lacks a key', 'bad_manifest', changed(() => ({ title: undefined }))],
    ['has a time that is none', 'bad_manifest', changed(() => ({ madeAt: 'yesterday' }))],
    ['has format 0', 'bad_manifest', changed(() => ({ format: 0 }))],
    ['lists a record twice', 'bad_manifest', changed(() => ({ records: [record, record] }))],
    ['lists an edition twice', 'bad_manifest', changed(() => ({ editions: [of.editions[0], of.editions[0]] }))],
    ['lists an attachment twice', 'bad_manifest', changed(() => ({ attachments: [...of.attachments, attachment] }))],
    ['lists a file twice', 'bad_manifest', changed((files) => ({ files: [...files, files[0]] }))],
    ['lists a revision twice', 'bad_manifest', changed(() => ({ records: [{ ...record, revisions: [...(record?.revisions ?? []), record?.revisions[0]] }] }))],
    ['has a record without its own revision', 'bad_manifest', changed(() => ({ records: [{ ...record, revisionId: 'f'.repeat(64) }] }))],
    ['has a record without revisions', 'bad_manifest', changed(() => ({ records: [{ ...record, revisions: [] }] }))],
    ['has a revision without a file', 'bad_manifest', changed(() => ({ records: [{ ...record, revisions: [...(record?.revisions ?? []), 'f'.repeat(64)] }] }))],
    ['has an edition without a file', 'bad_manifest', changed(() => ({ editions: [...of.editions, { seal: 'f'.repeat(64), recordId, number: 2 }] }))],
    ['has an attachment without a file', 'bad_manifest', changed(() => ({ attachments: [...of.attachments, { ...attachment, sha256: 'f'.repeat(64) }] }))],
    ['has a file that belongs to nothing', 'bad_manifest', changed(() => ({ attachments: [] }))],
    ['has an attachment of another size', 'bad_manifest', changed(() => ({ attachments: of.attachments.map((each) => ({ ...each, size: 7 })) }))],
    ['has a file of another record', 'bad_manifest', changed(() => ({ records: [{ ...record, id: newId() }] }))],
    ['lists itself', 'odd_path', changed((files) => ({ files: [...files, { path: 'manifest.json', size: 1, sha256: 'f'.repeat(64) }] }))],
    ['lists a path that climbs', 'odd_path', changed((files) => ({ files: [...files, { path: '../../evil', size: 1, sha256: 'f'.repeat(64) }] }))],
    ['comes from a newer version', 'package_newer_format', changed(() => ({ format: 3 }))],
    ['comes from a newer version that is otherwise unknown', 'package_newer_format', { manifest: () => ({ format: 7, contents: 'elsewhere' }) }],
  ])('that %s is refused: %s', async (_name, code, forgery) => {
    expect(await refusal(forgedPackage(parts, forgery))).toBe(code)
  })

  it('of a newer version says so before what else is new is called damage', async () => {
    const forgery: Forgery = { ...changed(() => ({ format: 3 })), ...adding({ name: 'signatures/1.json', data, flags: 1 }) }
    expect(await refusal(forgedPackage(parts, forgery))).toBe('package_newer_format')
  })

  it('may not give an attachment another hash than its name', async () => {
    const other: TestPart = { path, data: Buffer.from('not what the name says') }
    expect(await refusal(forgedPackage([...parts, other]))).toBe('bad_manifest')
    expect(path).not.toContain(hashOf(other.data))
  })
})
