import { mkdtempSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writeWhole } from './files'
import { openListFile } from './listFile'

let folder = ''
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'liangfang-lists-')) })
afterEach(() => { rmSync(folder, { recursive: true }) })

const content = Uint8Array.from({ length: 300_000 }, (_, at) => (at * 7919 + (at >>> 8)) & 0xff)

it('gives any stretch, whatever was asked for before', () => {
  const path = join(folder, 'lists')
  const lists = openListFile(path, writeWhole(path, content))
  const starts = [0, 4000, 4096, 70_000, 299_000]
  const stretch = fc.tuple(fc.constantFrom(...starts), fc.constantFrom(0, 1, 50, 4096, 5000, 66_000))
  fc.assert(fc.property(fc.array(stretch, { maxLength: 20 }), (asked) => {
    for (const [start, length] of asked) {
      const end = Math.min(content.length, start + length)
      expect(Buffer.compare(lists.bytes(start, end), content.subarray(start, end))).toBe(0)
    }
  }), { numRuns: 100 })
  lists.close()
})

it('is not opened where it is not what was written, and says where it ends too soon', () => {
  const path = join(folder, 'lists')
  const checksum = writeWhole(path, content)
  expect(() => openListFile(path, checksum + 1)).toThrow('is not what was written')
  const lists = openListFile(path, checksum)
  truncateSync(path, 1000)
  expect(() => lists.bytes(2000, 3000)).toThrow('ends before')
  lists.close()
})
