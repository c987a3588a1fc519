import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packColumns, packStrings, readColumns, readStrings, type Column } from './columns'

const column: fc.Arbitrary<Column> = fc.oneof(
  fc.uint8Array({ maxLength: 9 }), fc.uint32Array({ maxLength: 9 }), fc.array(fc.double({ noNaN: true }), { maxLength: 9 }).map((all) => Float64Array.from(all)),
)
const columns = fc.dictionary(fc.constantFrom('pairs', 'words', '名', 'a"b', 'toString'), column).map((all) => new Map(Object.entries(all)))

const readAll = (bytes: Uint8Array<ArrayBuffer>, packed: ReadonlyMap<string, Column>): [string, Column][] => {
  const read = readColumns(bytes)
  return Array.from(packed, ([name, each]) => [name, each instanceof Uint8Array ? read.u8(name) : each instanceof Uint32Array ? read.u32(name) : read.f64(name)])
}

describe('columns', () => {
  it('are read as they were packed', () => {
    fc.assert(fc.property(columns, (all) => { expect(readAll(packColumns(all), all)).toEqual([...all]) }))
  })

  it('are read where they lie, not copied', () => {
    const bytes = packColumns(new Map([['counts', Uint32Array.of(1, 2, 3)]]))
    expect(readColumns(bytes).u32('counts').buffer).toBe(bytes.buffer)
    const shifted = new Uint8Array(bytes.length + 8)
    shifted.set(bytes, 8)
    expect(Array.from(readColumns(shifted.subarray(8)).u32('counts'))).toEqual([1, 2, 3])
  })

  it('are all there or none, wherever they were cut', () => {
    fc.assert(fc.property(columns, fc.nat(), (all, at) => {
      const bytes = packColumns(all)
      const cut = bytes.slice(0, at % bytes.length)
      const read = (): unknown => {
        try { return readAll(cut, all) } catch { return 'none' }
      }
      // What fills up the last one may be missing.
      expect(['none', [...all]]).toContainEqual(read())
    }))
  })

  it('are none under another name or of another kind', () => {
    const read = readColumns(packColumns(new Map([['counts', Uint32Array.of(1)]])))
    expect(() => read.u32('pairs')).toThrow('no u32 column pairs')
    expect(() => read.u8('counts')).toThrow('no u8 column counts')
    expect(() => read.f64('toString')).toThrow('no f64 column toString')
  })

  it.each([['nothing', new Uint8Array(0)], ['no directory', new Uint8Array(64)], ['too long a directory', new Uint8Array(64).fill(255)]])('are not read from %s', (_, bytes) => {
    expect(() => readColumns(bytes)).toThrow()
  })
})

describe('strings in a column', () => {
  it('are read as they were packed', () => {
    const text = fc.string({ unit: fc.constantFrom('接', 'a', ' ', ':', '\ud83d\ude00', '\r', '\n', '"', '\ud800', '\u2028', '\u0000'), maxLength: 6 })
    fc.assert(fc.property(fc.array(text, { maxLength: 6 }), (all) => { expect(readStrings(packStrings(all))).toEqual(all) }))
  })
})
