import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson, formatJson, hashJson } from './canonicalJson'
import { openDocument } from './jsonFile'

const Counter = z.looseObject({ count: z.int() })

let root: string
let path: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'liangfang-json-'))
  path = join(root, 'deep', 'counter.json')
})
afterEach(async () => rm(root, { recursive: true, force: true }))

describe('JSON forms', () => {
  it('hashes the same whatever the order of keys', () => {
    expect(hashJson({ b: 1, a: [{ d: 2, c: '中' }] })).toBe(hashJson({ a: [{ c: '中', d: 2 }], b: 1 }))
  })

  it('follows RFC 8785 in its own example', () => {
    expect(canonicalJson({ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', 1: 'One', numbers: [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001] }))
      .toBe('{"\\r":"Carriage Return","1":"One","numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"€":"Euro Sign"}')
  })

  it('is the canonical form of any JSON', () => {
    const strings = fc.string({ unit: 'binary' }).map((text) => text.toWellFormed())
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof({ depthSize: 'small' }, fc.constant(null), fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), strings,
        fc.array(tie('json')), fc.dictionary(fc.oneof(strings, fc.nat().map(String)), tie('json'))),
    }))
    fc.assert(fc.property(json, (value) => { expect(canonicalJson(value)).toBe(canonicalize(value)) }), { numRuns: 500 })
    expect(() => canonicalJson([Number.NaN])).toThrow(TypeError)
  })

  it('reads back what it formats', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(JSON.parse(formatJson(value))).toEqual(JSON.parse(JSON.stringify(value))) }))
  })
})

describe('a stored document', () => {
  it('keeps the outcome of a hundred updates made at once', async () => {
    const document = await openDocument(path, Counter, { count: 0 })
    await Promise.all(Array.from({ length: 100 }, async () => document.update(({ count }) => ({ count: count + 1 }))))
    expect((await openDocument(path, Counter, { count: 0 })).current()).toEqual({ count: 100 })
    expect(await readdir(join(root, 'deep'))).toEqual(['counter.json'])
  })

  it('goes on from what another program wrote', async () => {
    const [one, other] = [await openDocument(path, Counter, { count: 0 }), await openDocument(path, Counter, { count: 0 })]
    await one.update(() => ({ count: 5 }))
    await other.update(({ count }) => ({ count: count + 1 }))
    expect(other.current()).toEqual({ count: 6 })
  })

  it('shows a change only once it stands on disk', async () => {
    const document = await openDocument(path, Counter, { count: 0 })
    const ahead: unknown[] = []
    const written = new AbortController()
    const writing = document.update(() => ({ count: 1 })).finally(() => { written.abort() })
    while (!written.signal.aborted) {
      if (document.current().count === 1 && !existsSync(path)) ahead.push(document.current())
      await nextTurn()
    }
    await writing
    expect(ahead).toEqual([])
    expect(document.current()).toEqual({ count: 1 })
  })

  it('refuses what does not fit its schema and stays as it was', async () => {
    const document = await openDocument(path, Counter, { count: 0 })
    await document.update(() => ({ count: 1 }))
    await expect(document.update(() => ({ count: 1.5 }))).rejects.toThrow()
    expect(document.current()).toEqual({ count: 1 })
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ count: 1 })
  })

  it('never overwrites a file that it can not read', async () => {
    const document = await openDocument(path, Counter, { count: 0 })
    await document.update(() => ({ count: 1 }))
    await writeFile(path, '{"count":')
    await expect(openDocument(path, Counter, { count: 0 })).rejects.toMatchObject({ code: 'store_corrupt' })
    await expect(document.update(() => ({ count: 2 }))).rejects.toMatchObject({ code: 'store_corrupt' })
    expect(await readFile(path, 'utf8')).toBe('{"count":')
  })

  it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')('says why it could not write', async () => {
    const document = await openDocument(path, Counter, { count: 0 })
    await document.update(() => ({ count: 1 }))
    await chmod(join(root, 'deep'), 0o555)
    await expect(document.update(() => ({ count: 2 }))).rejects.toMatchObject({ code: 'store_write_failed', data: { reason: 'EACCES' } })
    await chmod(join(root, 'deep'), 0o755)
    expect(document.current()).toEqual({ count: 1 })
  })
})
