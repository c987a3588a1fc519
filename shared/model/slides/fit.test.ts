import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeckLine } from './deck'
import { fitLines, linesHeight } from './fitLines'
import { cellPadding, fitTable, rowHeights } from './fitTable'
import { fitTitle, frame, openingFrame, titleLine, titleLines } from './frame'
import { evenLines, fitText, textWidth, wrapText } from './measure'

const signs = ['地', '线', '。', '，', '（', '）', '“', '”', 'A', 'w', 'i', ' ', '1', '%', '、', '𠮷', '😀', 'é', '-', '/', '：', '\u00a0']
const text = fc.array(fc.constantFrom(...signs), { maxLength: 400 }).map((chars) => chars.join(''))
const line: fc.Arbitrary<DeckLine> = fc.record({ level: fc.integer({ min: 0, max: 3 }), mark: fc.constantFrom('', '•', '1.', '（十二）'), spans: fc.array(fc.record({ text, bold: fc.boolean() }), { minLength: 1, maxLength: 3 }) })

const said = (lines: readonly DeckLine[]): string => lines.flatMap(({ spans }) => spans.map((span) => span.text)).join('')

describe('text that is measured without a screen', () => {
  it('breaks into lines that are the text again, none wider than its room', () => {
    fc.assert(fc.property(text, fc.integer({ min: 60, max: 800 }), fc.constantFrom(18, 24, 44), (said_, width, size) => {
      const lines = wrapText(said_, width, size)
      expect(lines.join('')).toBe(said_)
      for (const each of lines) expect(textWidth(each.trimEnd(), size)).toBeLessThanOrEqual(width)
    }))
  })

  it('does not begin a line with a sign that closes, nor end one with a sign that opens', () => {
    const lines = wrapText('地线编号由谁读出，（由监护人）核对“三项一致”。'.repeat(20), 130, 18)
    expect(lines.length).toBeGreaterThan(20)
    for (const each of lines) expect(each).not.toMatch(/^[，。）”、]|[（“]$/)
  })

  it('keeps Latin words and numbers whole', () => {
    expect(wrapText('执行 GB26860—2011 与 58,400kWh', 130, 18).map((each) => each.trim())).toContain('58,400kWh')
  })

  it('is shortened where it fits at no size, and only there', () => {
    fc.assert(fc.property(text, (each) => {
      const fitted = fitText(each, 300, 100, [24, 18], 1.35)
      expect(wrapText(fitted.text, 300, fitted.size).length * fitted.size * 1.35).toBeLessThanOrEqual(100)
      expect(fitted.isShortened).toBe(fitted.text !== each)
    }))
  })

  it('of a title of two hundred characters stays in its box', () => {
    for (const [layout, box] of [['cover', openingFrame.title], ['text', frame.title]] as const) {
      const { text: fitted, size, isShortened } = fitTitle(layout, '地线编号错位'.repeat(34))
      expect(isShortened).toBe(true)
      expect(wrapText(fitted, box.width * 72, size, true).length * size * titleLine).toBeLessThanOrEqual(box.height * 72)
    }
  })
})

describe('lines on slides', () => {
  const sizes = [28, 24, 20]

  it('stand in their box, and over all slides say what they said', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom(frame.body, frame.bodyLeft, frame.right), (lines, box) => {
      const { size, pages } = fitLines(lines, box, sizes)
      expect(sizes).toContain(size)
      expect(said(pages.flat())).toBe(said(lines))
      for (const page of pages) {
        expect(page.length).toBeGreaterThan(0)
        expect(linesHeight(page, box.width * 72, size)).toBeLessThanOrEqual(box.height * 72 + 0.001)
      }
    }))
  })

  it('are as large as they can be', () => {
    expect(fitLines([{ level: 0, mark: '', spans: [{ text: '两人分离，三项一致' }] }], frame.body, sizes)).toMatchObject({ size: 28, pages: [[{}]] })
  })

  it('leave no heading alone at the end of a slide', () => {
    const filler = (count: number): DeckLine[] => Array.from({ length: count }, () => ({ level: 0, mark: '', spans: [{ text: '逐根报号' }] }))
    for (let count = 4; count < 20; count += 1) {
      const { pages } = fitLines([...filler(count), { level: 0, mark: '', spans: [{ text: '二、复核', bold: true, accent: true }] }, ...filler(3)], frame.body, [24])
      for (const page of pages) expect(page.at(-1)?.spans[0]?.text).not.toBe('二、复核')
    }
  })
})

describe('tables on slides', () => {
  const cell = (said_: string, more: object = {}) => ({ text: said_, header: false, colSpan: 1, rowSpan: 1, ...more })
  const box = frame.body
  const height = (page: { rows: ReturnType<typeof cell>[][] }, widths: number[], size: number): number => rowHeights({ rows: page.rows, widths, size }, box.width * 72).reduce((sum, each) => sum + each, 0)

  it('stand in their box, with their head on each slide, and lose no row', () => {
    const rows = fc.integer({ min: 1, max: 6 }).chain((columns) => fc.array(fc.array(text.map((each) => each.slice(0, 60)), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }))
    fc.assert(fc.property(rows, (texts) => {
      const head = (texts[0] ?? []).map((_, index) => cell(`列${index}`, { header: true }))
      const { size, widths, headRows, pages } = fitTable([head, ...texts.map((row) => row.map((each) => cell(each)))], 1, undefined, box, [20, 18])
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1)
      expect(headRows).toBe(1)
      for (const page of pages) {
        expect(page.rows[0]).toEqual(head)
        expect(height(page, widths, size)).toBeLessThanOrEqual(box.height * 72 + 0.01)
      }
      if (pages.every(({ shortened }) => shortened.length === 0)) expect(pages.flatMap((page) => page.rows.slice(1).map((row) => row.map((each) => each.text)))).toEqual(texts)
    }), { numRuns: 60 })
  })

  it('have no column that is narrower than two signs, whatever widths were given', () => {
    const { widths } = fitTable([[cell('一'), cell('二'), cell('三')]], 0, [0.001, 0.009, 0.99], box, [18])
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1)
    expect(Math.min(...widths) * box.width * 72).toBeGreaterThanOrEqual(36)
  })

  it('repeat a cell that reaches over the end of a slide', () => {
    const rows = Array.from({ length: 30 }, (_, index) => [...(index === 0 ? [cell('整列', { rowSpan: 30 })] : []), cell(`第 ${index} 行`)])
    const { pages } = fitTable(rows, 0, undefined, box, [18])
    expect(pages.length).toBeGreaterThan(2)
    for (const page of pages) expect(page.rows[0]?.[0]).toMatchObject({ text: '整列', rowSpan: page.rows.length })
    expect(pages.flatMap((page) => page.rows.flat()).filter((each) => each.text !== '整列').map((each) => each.text)).toEqual(rows.map((_, index) => `第 ${index} 行`))
  })

  it('shorten a row that fits on no slide, and say which', () => {
    const { pages, widths, size } = fitTable([[cell('一')], [cell('长'.repeat(2000))], [cell('三')]], 0, undefined, box, [18])
    expect(pages.flatMap(({ shortened }) => shortened)).toEqual([1])
    for (const page of pages) expect(height(page, widths, size)).toBeLessThanOrEqual(box.height * 72 + 0.01)
    expect(cellPadding.y).toBeGreaterThan(0)
  })
})

describe('titles of several lines', () => {
  it('are broken behind a comma near the middle, never in quotes, words, or between a number and what it counts', () => {
    expect(titleLines('cover', '吊车碰线之后：通道外破由“巡到为止”改为“盯到离场”')).toEqual(['吊车碰线之后：通道外破由', '“巡到为止”改为“盯到离场”'])
    expect(titleLines('cover', '高损台区四步拆账：杏林里线损由 9.8% 降到 3.1%')).toEqual(['高损台区四步拆账：', '杏林里线损由 9.8% 降到 3.1%'])
    expect(titleLines('cover', '无人机精细巡视“一塔一夹、按位命名”，缺陷复核不再翻照片')).toEqual(['无人机精细巡视“一塔一夹、按位命名”，', '缺陷复核不再翻照片'])
    expect(titleLines('cover', '新员工独立上岗由 14.2 个月缩到 10.5 个月').join('|')).not.toMatch(/14\.2 ?\||个\|月/)
    expect(titleLines('text', '短的题目')).toEqual(['短的题目'])
  })

  it('are the title again, as few as they can be and none too wide', () => {
    fc.assert(fc.property(text, fc.integer({ min: 200, max: 800 }), (said_, width) => {
      const lines = evenLines(said_.slice(0, 80), width, 44, true) ?? []
      if (lines.length === 0) return
      expect(lines.join('')).toBe(said_.slice(0, 80))
      expect(lines).toHaveLength(wrapText(said_.slice(0, 80), width, 44, true).length)
      for (const each of lines) expect(textWidth(each.trimEnd(), 44, true)).toBeLessThanOrEqual(width)
    }), { numRuns: 60 })
  })
})
