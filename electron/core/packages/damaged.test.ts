/** What happens to files on their way: bytes changed, lost, added; and files that never were packages. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleParts, forgedPackage, refusalOf } from '../../../tests/support/packages'
import { rawZip, sealed } from '../../../tests/support/rawZip'
import { openPackage } from './openPackage'

let folder: string
let path: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-damaged-'))
  path = join(folder, 'package.lfpkg')
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const refusal = async (bytes: Uint8Array) => refusalOf(path, bytes)

const whole = forgedPackage(exampleParts())

/** How each of many variants of the file is refused. */
const refusals = async (variants: Iterable<Buffer>): Promise<Set<string | undefined>> => {
  const found = new Set<string | undefined>()
  for (const variant of variants) found.add(await refusal(variant))
  return found
}

function* flipped(): Generator<Buffer> {
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
    yield bytes
  }
}

function* truncated(from: number, to: number): Generator<Buffer> {
  for (let length = from; length < to; length += 1) yield whole.subarray(0, length)
}

describe('a package on its way', () => {
  it('is changed if any one byte of it is', async () => {
    expect(await refusals(flipped())).toEqual(new Set(['changed']))
  })

  it('is truncated at whatever length it ends, once it can be told that it was a package', async () => {
    const firstHeader = 30 + whole.readUInt16LE(26)
    expect(await refusals(truncated(0, firstHeader))).toEqual(new Set(['not_a_package']))
    expect(await refusals(truncated(firstHeader, whole.length))).toEqual(new Set(['truncated']))
  })

  it('is changed if anything is put behind, before or into it', async () => {
    await fc.assert(fc.asyncProperty(fc.nat(whole.length), fc.uint8Array({ minLength: 1, maxLength: 300 }), async (at, more) => {
      const found = await refusal(Buffer.concat([whole.subarray(0, at), more, whole.subarray(at)]))
      expect(found).toMatch(/^(changed|truncated|not_a_package)$/)
    }), { numRuns: 60 })
    expect(await refusal(Buffer.concat([whole, Buffer.from('\r\n')]))).toBe('changed')
    expect(await refusal(Buffer.concat([Buffer.from('x'), whole]))).toBe('changed')
  })

  it('is truncated although it holds a whole zip as an attachment', async () => {
    const inner = rawZip([{ name: 'word/document.xml', data: Buffer.from('x') }], { comment: '' })
    const parts = exampleParts()
    const outer = rawZip([{ name: parts[0]?.path ?? '', data: inner }, { name: parts[1]?.path ?? '', data: inner }])
    expect(await refusal(outer.subarray(0, 200 + inner.length))).toBe('truncated')
  })

  it('is no package any more once another program packed it anew', async () => {
    expect(await refusal(rawZip(exampleParts().map(({ path: name, data }) => ({ name, data })), { comment: '' }))).toBe('not_a_package')
  })
})

describe('another file', () => {
  it.each<[string, Buffer]>([
    ['an empty file', Buffer.alloc(0)],
    ['text', Buffer.from('这不是资料包。'.repeat(100))],
    ['zeros', Buffer.alloc(100_000)],
    ['an empty zip', rawZip([], { comment: '' })],
    ['a Word file', rawZip([{ name: '[Content_Types].xml', data: Buffer.from('<x/>') }], { comment: '' })],
    ['a comment alone', Buffer.from(`liangfang-sha256:${'0'.repeat(64)}`)],
  ])('is not taken for a package: %s', async (_name, bytes) => {
    expect(await refusal(bytes)).toBe('not_a_package')
  })

  it('is no package for a right seal alone', async () => {
    expect(await refusal(sealed(Buffer.from(`${'x'.repeat(200)}liangfang-sha256:${'0'.repeat(64)}`)))).toBe('bad_structure')
    expect(await refusal(sealed(rawZip([])))).toBe('part_missing')
  })

  it('is never taken, whatever its bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      expect(await refusal(bytes)).toBe('not_a_package')
      expect(await refusal(sealed(Buffer.concat([bytes, Buffer.from(`liangfang-sha256:${'0'.repeat(64)}`)])))).toBeDefined()
    }), { numRuns: 60 })
  })

  it('says nothing else than the package it was forged from, if it is taken at all', async () => {
    const open = async (bytes: Buffer) => {
      await writeFile(path, bytes)
      const found = await openPackage(path, { signal: new AbortController().signal })
      const contents = await Promise.all(found.manifest.files.map(async (file) => found.readPart(file.path)))
      await found.close()
      return { manifest: found.manifest, contents }
    }
    const original = await open(whole)
    await fc.assert(fc.asyncProperty(fc.nat(whole.length - 82), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ flip
      const forged = sealed(bytes)
      if (await refusal(forged) === undefined) expect(await open(forged)).toEqual(original)
    }), { numRuns: 300 })
  })
})
