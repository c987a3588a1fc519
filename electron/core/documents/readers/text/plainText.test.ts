import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ReadFailure } from '../readDocument'
import { maxCharacters } from './fileText'
import { readFileText } from './readFileText'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-txt-')) })
afterAll(async () => rm(folder, { recursive: true, force: true }))

const read = async (bytes: Uint8Array) => {
  const path = join(folder, 'a')
  await writeFile(path, bytes)
  return readFileText(path, '说明.txt')
}
const textOf = async (bytes: Uint8Array) => (await read(bytes)).pieces.map(({ text }) => text).join('|')

const bigEndian = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()

describe('the text of a .txt file', () => {
  it.each([
    ['UTF-8', Buffer.from('接地线 220kV')],
    ['UTF-8 with a mark', Buffer.from('\ufeff接地线 220kV')],
    ['UTF-16 LE', Buffer.from('\ufeff接地线 220kV', 'utf16le')],
    ['UTF-16 BE', bigEndian('接地线 220kV')],
    ['GBK', Buffer.from([0xbd, 0xd3, 0xb5, 0xd8, 0xcf, 0xdf, ...Buffer.from(' 220kV')])],
  ])('is read in %s', async (_, bytes) => {
    expect(await textOf(bytes)).toBe('接地线 220kV')
  })

  it('is read in GB 18030, with what GBK lacks', async () => {
    expect(await textOf(Buffer.from([0xbd, 0xd3, 0x95, 0x32, 0x82, 0x36]))).toBe('接𠀀')
  })

  it('has lines that end alike, and none where there is nothing', async () => {
    expect(await textOf(Buffer.from('a\r\nb\rc\n'))).toBe('a\nb\nc')
    expect(await read(Buffer.alloc(0))).toEqual({ pieces: [], isCut: false })
  })

  it('fails for bytes that are no text, and for a file that is gone', async () => {
    const codeOf = async (reading: Promise<unknown>) => reading.then(() => 'read', (error: unknown) => (error instanceof ReadFailure ? error.failure.code : error))
    expect(await codeOf(read(Buffer.from([0x41, 0, 0x42])))).toBe('damaged')
    expect(await codeOf(read(Buffer.from([0x41, 0xff, 0xff])))).toBe('damaged')
    expect(await codeOf(readFileText(join(folder, 'gone'), 'a.txt'))).toBe('unreadable')
  })

  it('ends at the limit, though a character is cut in two there', async () => {
    const { pieces, isCut } = await read(Buffer.from('接'.repeat(1.4 * maxCharacters)))
    expect({ length: pieces[0]?.text.length, isCut }).toEqual({ length: maxCharacters, isCut: true })
  })
})
