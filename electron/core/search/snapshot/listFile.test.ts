import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { readWhole, writeWhole } from './files'
import { openListFile } from './listFile'

const folder = mkdtempSync(join(tmpdir(), 'liangfang-lists-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let files = 0
const write = (bytes: Uint8Array): { path: string; length: number; checksum: number } => {
  const path = join(folder, String(files += 1))
  return { path, length: bytes.length, checksum: writeWhole(path, bytes) }
}

describe('a file of lists', () => {
  it('gives any stretch of what was written', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), fc.nat(40), (bytes, one, other) => {
      const { path, length, checksum } = write(bytes)
      const [start = 0, end = 0] = [one, other].map((at) => Math.min(at, bytes.length)).sort((a, b) => a - b)
      const lists = openListFile(path, length, checksum)
      expect(lists.length).toBe(bytes.length)
      expect(Array.from(lists.bytes(start, end))).toEqual(Array.from(bytes.subarray(start, end)))
      lists.close()
    }), { numRuns: 40 })
  })

  it('gives any stretch, whatever was asked for before', () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919 + (at >>> 8)) & 0xff)
    const { path, length, checksum } = write(bytes)
    const lists = openListFile(path, length, checksum)
    const stretch = fc.tuple(fc.constantFrom(0, 4000, 4096, 70_000, 299_000), fc.constantFrom(0, 1, 50, 4096, 5000, 66_000))
    fc.assert(fc.property(fc.array(stretch, { maxLength: 20 }), (asked) => {
      for (const [start, length] of asked) {
        const end = Math.min(bytes.length, start + length)
        expect(Buffer.compare(lists.bytes(start, end), bytes.subarray(start, end))).toBe(0)
      }
    }))
    lists.close()
  })

  it('says so where it has become shorter', () => {
    const { path, length, checksum } = write(new Uint8Array(10_000))
    const lists = openListFile(path, length, checksum)
    truncateSync(path, 1000)
    expect(() => lists.bytes(5000, 5010)).toThrow('ends before')
    lists.close()
  })

  it('may be longer than what is checked at once', () => {
    const bytes = Uint8Array.from({ length: 3_000_000 }, (_, at) => at % 251)
    const { path, length, checksum } = write(bytes)
    const lists = openListFile(path, length, checksum)
    expect(Buffer.compare(lists.bytes(0, bytes.length), bytes)).toBe(0)
    expect(Array.from(lists.bytes(2_999_998, 3_000_000))).toEqual([2_999_998 % 251, 2_999_999 % 251])
    lists.close()
  })

  it('is not opened where it is cut or not there, and says when it is checked that it is damaged, as any whole file does when it is read', () => {
    const { path, length, checksum } = write(Uint8Array.from({ length: 100 }, (_, at) => at))
    const bytes = readFileSync(path)
    const check = (): void => {
      const lists = openListFile(path, length, checksum)
      try {
        Array.from(lists.check())
      } finally {
        lists.close()
      }
    }
    expect(check).not.toThrow()
    writeFileSync(path, bytes.with(50, 0))
    expect(check).toThrow('is not what was written')
    expect(() => readWhole(path, checksum)).toThrow('is not what was written')
    truncateSync(path, 99)
    expect(() => openListFile(path, length, checksum)).toThrow('is not 100 bytes long')
    rmSync(path)
    expect(() => openListFile(path, length, checksum)).toThrow('ENOENT')
  })

  it('is no longer checked once it is closed', () => {
    const { path, length, checksum } = write(new Uint8Array(3_000_000))
    const lists = openListFile(path, length, checksum)
    const steps = lists.check()[Symbol.iterator]()
    steps.next()
    lists.close()
    expect(steps.next().done).toBe(true)
  })
})
