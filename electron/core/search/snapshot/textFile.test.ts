import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { openTextFile, writeTextFile, type TextPlaces } from './textFile'

const folder = mkdtempSync(join(tmpdir(), 'liangfang-texts-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

let files = 0
const write = (all: readonly Uint8Array[]): { path: string; places: TextPlaces } => {
  const path = join(folder, String(files += 1))
  const writer = writeTextFile(path)
  all.forEach(writer.keep)
  return { path, places: writer.finish() }
}

const expectAll = (all: readonly Uint8Array[]): void => {
  const { path, places } = write(all)
  const texts = openTextFile(path, places)
  const isSame = all.map((_, at) => at).reverse().map((document) => Buffer.compare(texts.bytes(document), all[document] ?? new Uint8Array(0)) === 0)
  expect(isSame).toEqual(all.map(() => true))
  texts.close()
}

describe('a file of texts', () => {
  it('gives each text as it was kept, in any order', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 8 }), (all) => { expectAll(all) }), { numRuns: 40 })
  })

  it('has texts that are longer than what is written at once', () => {
    const long = (size: number, byte: number): Uint8Array => new Uint8Array(size).fill(byte)
    expectAll([long(900_000, 1), long(3, 2), long(200_000, 3), long(1_500_000, 4), long(5, 5)])
  })

  it('gives nothing where it was cut', () => {
    const { path, places } = write([Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)])
    truncateSync(path, 5)
    const texts = openTextFile(path, places)
    expect(Array.from(texts.bytes(0))).toEqual([1, 2, 3, 4])
    expect(() => texts.bytes(1)).toThrow('ends before 6 bytes')
    texts.close()
  })

  it('gives nothing that was changed', () => {
    const { path, places } = write([Uint8Array.of(1, 2, 3, 4), Uint8Array.of(5, 6)])
    writeFileSync(path, Uint8Array.of(1, 2, 3, 4, 5, 7))
    const texts = openTextFile(path, places)
    expect(Array.from(texts.bytes(0))).toEqual([1, 2, 3, 4])
    expect(() => texts.bytes(1)).toThrow('text 1 is not what was written')
    texts.close()
  })

  it('is not opened where it is not, nor written over another', () => {
    expect(() => openTextFile(join(folder, 'none'), { starts: Float64Array.of(0), checksums: new Uint32Array(0) })).toThrow('ENOENT')
    const { path } = write([])
    expect(() => writeTextFile(path)).toThrow('EEXIST')
  })

  it('may be given up', () => {
    const writer = writeTextFile(join(folder, 'given-up'))
    writer.close()
    expect(() => { writer.close() }).not.toThrow()
  })
})
