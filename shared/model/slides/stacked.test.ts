import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeckLine } from './deck'
import { isHeading, linesHeight } from './fitLines'
import { fitTable, rowHeights } from './fitTable'
import { contained, frame, pictureBoxes } from './frame'
import { fitStacked, stackedBoxes } from './stacked'

const line = (text: string): DeckLine => ({ level: 0, mark: '', spans: [{ text }] })
const cell = (text: string) => ({ text, header: false, colSpan: 1, rowSpan: 1 })
const words = fc.integer({ min: 1, max: 80 }).map((length) => '地线编号错位由谁读出'.repeat(8).slice(0, length))
const lines = fc.array(words.map(line), { maxLength: 4 })
const cells = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(words.map(cell), { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 9 }))

describe('text above and below a table', () => {
  it('stands in the body of the slide, nothing on anything else, nothing smaller than 18 points, and every row is there', () => {
    let fitted = 0
    fc.assert(fc.property(lines, cells, lines, fc.constantFrom('', '核对记录'), (above, rows, below, caption) => {
      const stacked = fitStacked(above, { rows, headRows: 0, caption }, below)
      if (!stacked) return
      fitted += 1
      const { size, table } = stacked
      expect(Math.min(size, table.size)).toBeGreaterThanOrEqual(18)
      expect(size).toBeGreaterThanOrEqual(table.size)
      expect(table.rows).toEqual(rows)
      const boxes = stackedBoxes({ lines: above, size, table, below })
      const width = frame.body.width * 72
      expect(linesHeight(above, width, size)).toBeLessThanOrEqual(boxes.above.height * 72 + 0.01)
      expect(linesHeight(below, width, size)).toBeLessThanOrEqual(boxes.below.height * 72 + 0.01)
      expect(rowHeights(table, width).reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(boxes.table.height * 72 + 0.01)
      expect(above.length === 0 ? boxes.table.y : boxes.above.y).toBeCloseTo(frame.body.y)
      if (above.length > 0) expect(boxes.above.y + boxes.above.height).toBeLessThan(boxes.table.y)
      expect(boxes.table.y + boxes.table.height).toBeLessThan(boxes.below.y)
      const end = below.length > 0 ? boxes.below.y + boxes.below.height : boxes.table.y + boxes.table.height
      expect(end).toBeLessThanOrEqual(frame.body.y + frame.body.height + 0.001)
    }), { numRuns: 200 })
    expect(fitted).toBeGreaterThan(20)
  })

  it('is as large as it can be, and not on one slide where it has no room', () => {
    expect(fitStacked([line('两人核对')], { rows: [[cell('甲')], [cell('乙')]], headRows: 1, caption: '' }, [])).toMatchObject({ size: 24, table: { size: 20, headRows: 1 } })
    expect(fitStacked([line('两人核对')], { rows: Array.from({ length: 9 }, () => [cell('甲')]), headRows: 0, caption: '' }, [])).toBeUndefined()
    expect(fitStacked(Array.from({ length: 12 }, () => line('两人核对')), { rows: [[cell('甲')]], headRows: 0, caption: '' }, [])).toBeUndefined()
  })
})

it('a table that goes on leaves its last slide no row or two', () => {
  const { pages } = fitTable([[cell('步骤')], ...Array.from({ length: 9 }, (_, index) => [cell(`第 ${index + 1} 步`)])], 1, undefined, frame.body, [18])
  expect(pages.map(({ rows }) => rows.length - 1)).toEqual([5, 4])
})

it('a row that stands over others is not left without them at the end of a slide', () => {
  const day = { text: '12月3日', header: true, colSpan: 2, rowSpan: 1 }
  for (let before = 1; before < 30; before += 1) {
    const items = (count: number) => Array.from({ length: count }, (_, index) => [cell(`9:${index}`), cell(`议题 ${index}`)])
    const { pages } = fitTable([[cell('时间'), cell('议题')], ...items(before), [day], ...items(3)], 1, undefined, frame.body, [18])
    for (const { rows } of pages) expect(rows.at(-1)).not.toEqual([day])
  }
})

it('a few words in bold head what comes after them, a sentence in bold does not', () => {
  const bold = (text: string, accent?: true): DeckLine => ({ level: 0, mark: '', spans: [{ text, bold: true, ...(accent ? { accent } : {}) }] })
  expect([bold('为什么没有人看见。'), bold('怎样核对', true)].every(isHeading)).toBe(true)
  expect([bold('卡上画一条红线：第十分钟还没有恢复一组，甲立即申请转移负荷，乙继续处理。'), { ...bold('要点'), mark: '•' }, line('要点')].some(isHeading)).toBe(false)
})

it('a picture has its caption right below it, both in their box', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9000 }), fc.integer({ min: 1, max: 9000 }), fc.constantFrom('', '挂上以后', '132 间隔转检修后的接线状态，红色为须逐号核对的接地点'.repeat(3)), fc.boolean(), (width, height, caption, isBeside) => {
    const boxes = pictureBoxes(frame.right, { width, height, caption }, isBeside)
    const end = boxes.picture.y + boxes.picture.height
    expect(boxes.picture.y).toBeGreaterThanOrEqual(frame.right.y - 0.001)
    expect(caption === '' ? end : boxes.caption.y + boxes.caption.height).toBeLessThanOrEqual(frame.right.y + frame.right.height + 0.001)
    if (caption !== '') expect(boxes.caption.y - end).toBeCloseTo(0.07)
    if (isBeside) expect(boxes.picture.y).toBe(frame.right.y)
  }))
})

it('a small picture is not blown up', () => {
  expect(contained({ x: 0, y: 0, width: 10, height: 5 }, { width: 48, height: 24 })).toMatchObject({ width: 1, height: 0.5 })
  expect(contained({ x: 0, y: 0, width: 10, height: 5 }, { width: 4000, height: 1000 })).toMatchObject({ width: 10, height: 2.5 })
})
