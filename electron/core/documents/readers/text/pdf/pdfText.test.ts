import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildPackedPdf, buildPdf, packedMegabytes, pdfLines, type PdfLine } from '../../../../../../tests/fixtures/pdf/pdfFile'
import { ReadFailure } from '../../readDocument'
import { maxCharacters } from '../fileText'
import { readFileText } from '../readFileText'

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'liangfang-pdf-')) })
afterAll(async () => rm(folder, { recursive: true, force: true }))

const textOf = async (bytes: Uint8Array) => {
  const path = join(folder, 'a.bin')
  await writeFile(path, bytes)
  return readFileText(path, '报告.PDF')
}

const failureOf = async (bytes: Uint8Array): Promise<string> => {
  try { await textOf(bytes) } catch (error) {
    if (error instanceof ReadFailure) return error.failure.code
    throw error
  }
  return 'read'
}

const full = '变电站倒闸操作应当由两人进行一人操作一人监护'

describe('the text of a PDF', () => {
  it.each(['unigb', 'toUnicode'] as const)('is read page by page, in a Chinese font that is not embedded, by %s', async (font) => {
    const pages = [pdfLines(['接地线核对', full]), pdfLines(['２２０千伏'])]
    expect(await textOf(buildPdf(pages, font))).toEqual({
      pieces: [{ text: `接地线核对\n${full}`, page: 1 }, { text: '２２０千伏', page: 2 }], isCut: false,
    })
  })

  it('joins Chinese lines that were only wrapped without a space', async () => {
    const { pieces } = await textOf(buildPdf([pdfLines([full, full, '监护人不得离开。', `　　${full}`])], 'toUnicode'))
    expect(pieces[0]?.text).toBe(`${full}${full}监护人不得离开。\n${full}`)
  })

  it('joins words that were hyphenated, and others with a space', async () => {
    const { pieces } = await textOf(buildPdf([pdfLines(['The grounding line must be inspec-', 'ted before each use on the bus bar and', 'after it.'])]))
    expect(pieces[0]?.text).toBe('The grounding line must be inspected before each use on the bus bar and after it.')
  })

  it('begins a line for what is of another size, apart, or indented', async () => {
    const lines: PdfLine[] = [
      { text: '接地线的管理和使用的规定及说明的全文', x: 72, y: 760, size: 16 },
      { text: full, x: 72, y: 730 }, { text: full, x: 72, y: 710 },
      { text: full, x: 72, y: 640 },
      { text: full.slice(2), x: 96, y: 620 }, { text: full, x: 72, y: 600 },
    ]
    const { pieces } = await textOf(buildPdf([lines], 'toUnicode'))
    expect(pieces[0]?.text.split('\n')).toEqual([lines[0]?.text, full + full, full, full.slice(2) + full])
  })

  it('keeps the cells of a row apart, and words that are only spread together', async () => {
    const cells: PdfLine[] = [{ text: '单位', x: 72, y: 700 }, { text: '运维一班', x: 172, y: 700 }, { text: '目', x: 72, y: 600 }, { text: '录', x: 93, y: 600 }]
    const { pieces } = await textOf(buildPdf([cells], 'toUnicode'))
    expect(pieces[0]?.text).toBe('单位 运维一班\n目录')
  })

  it('takes radicals for the characters that they stand for', async () => {
    expect((await textOf(buildPdf([pdfLines(['⼀⼈⾼空'])], 'toUnicode'))).pieces[0]?.text).toBe('一人高空')
  })

  it('reads on in what is turned', async () => {
    const { pieces } = await textOf(buildPdf([[{ text: full, x: 100, y: 100, isTurned: true }, { text: full, x: 120, y: 100, isTurned: true }]], 'toUnicode'))
    expect(pieces[0]?.text).toBe(full + full)
  })

  it('is none for a scan, whose pages still count', async () => {
    expect(await textOf(buildPdf([[], []]))).toEqual({ pieces: [], isCut: false })
    expect((await textOf(buildPdf([[], pdfLines(['found'])]))).pieces).toEqual([{ text: 'found', page: 2 }])
  })

  it('fails for what takes a password, is damaged or empty', async () => {
    const whole = buildPdf([pdfLines(['found'])])
    expect(await failureOf(buildPdf([pdfLines(['found'])], 'latin', { isLocked: true }))).toBe('encrypted')
    expect(await failureOf(Buffer.from('not a PDF at all'))).toBe('damaged')
    expect(await failureOf(whole.subarray(0, 40))).toBe('damaged')
    expect(await failureOf(Buffer.alloc(0))).toBe('empty')
    // What tells where things are is found again.
    expect((await textOf(whole.subarray(0, whole.indexOf('startxref')))).pieces).toEqual([{ text: 'found', page: 1 }])
  })

  describe('that unpacks to very much', () => {
    const flate = '/FlateDecode'
    const says = { packed: deflateSync('BT /F1 12 Tf 72 700 Td (found) Tj ET'), filters: flate }
    const bomb = { packed: packedMegabytes(1024), filters: flate }

    it.each([
      ['at once', bomb],
      ['being packed twice', { packed: deflateSync(packedMegabytes(1024)), filters: `${flate} ${flate}` }],
      ['in a way that is not checked before', { packed: Buffer.concat([bomb.packed.subarray(0, -2), Buffer.from([0xff])]), filters: flate }],
    ])('fails as too large %s, and takes no more memory than there is room for', async (_, page) => {
      const before = process.memoryUsage().arrayBuffers
      let most = before
      const watching = setInterval(() => { most = Math.max(most, process.memoryUsage().arrayBuffers) }, 10)
      expect(await failureOf(buildPackedPdf([page, says]))).toBe('too_large')
      clearInterval(watching)
      expect((most - before) / 1024 / 1024).toBeLessThan(400)
    })

    it('is what stands before that', async () => {
      expect(await textOf(buildPackedPdf([says, bomb, says]))).toEqual({ pieces: [{ text: 'found', page: 1 }], isCut: true })
      expect((await textOf(buildPackedPdf([says, says]))).pieces).toHaveLength(2)
    })

    it('is read where a page is large, up to the limit', async () => {
      const drawn = { packed: deflateSync('0 0 m 10 10 l S\n'.repeat(100_000)), filters: flate }
      expect((await textOf(buildPackedPdf([drawn, drawn, says]))).pieces).toEqual([{ text: 'found', page: 3 }])
      const line = `BT /F1 12 Tf 1 0 0 1 72 700 Tm (${'a'.repeat(50)}) Tj ET\n`
      const long = await textOf(buildPackedPdf([{ packed: deflateSync(line.repeat(maxCharacters / 40)), filters: flate }]))
      expect(long.isCut).toBe(true)
      expect(long.pieces[0]?.text.length).toBeGreaterThan(0.9 * maxCharacters)
    })
  })
})
