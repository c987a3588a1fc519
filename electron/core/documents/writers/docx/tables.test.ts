/** Tables with more columns than a page is made for. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planOf, sectionPart, tableOf } from '../../../../../tests/fixtures/docx/samplePlans'
import { partOf } from '../../../../../tests/fixtures/docx/writtenDocx'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { DocumentPreset } from '#shared/model/document/preset'
import { textWidth } from '#shared/model/slides/measure'
import { writeDocx } from './writeDocx'

const { official, plain } = standardPresets
const small = (preset: DocumentPreset): DocumentPreset => ({ ...preset, page: { ...preset.page, paper: 'A5' } })

const written = async (rows: string[][], preset: DocumentPreset) => {
  const { bytes, warnings } = await writeDocx(planOf([sectionPart('表', [tableOf(rows)])], { preset }))
  const xml = await partOf(bytes, 'word/document.xml')
  const styles = await partOf(bytes, 'word/styles.xml')
  const style = /w:val="(TableText\d*)"/.exec(xml)?.[1] ?? ''
  return {
    warnings, widths: [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width) / 20), margin: Number(/<w:tblCellMar>.*?<w:left w:type="dxa" w:w="(\d+)"/.exec(xml)?.[1] ?? NaN) / 20,
    size: Number(new RegExp(`w:styleId="${style}".*?<w:sz w:val="(\\d+)"`, 's').exec(styles)?.[1] ?? NaN) / 2, block: Number(/<w:tblW w:type="dxa" w:w="(\d+)"/.exec(xml)?.[1]) / 20,
  }
}

const ofColumns = (columns: number): string[][] => [
  ['序号', ...Array.from({ length: columns - 1 }, (_, index) => `第${index + 1}项要求`)],
  ...[1, 12, 100].map((row) => [String(row), ...Array.from({ length: columns - 1 }, () => '逐项核对双重名称与编号，唱票复诵后方可操作。')]),
]

describe('a table of many columns', () => {
  it('has every number in one line, whatever the columns, the look and the paper', async () => {
    await fc.assert(fc.asyncProperty(fc.integer({ min: 2, max: 12 }), fc.constantFrom(official, plain, small(official), small(plain)), async (columns, preset) => {
      const { widths, margin, size } = await written(ofColumns(columns), preset)
      expect(widths).toHaveLength(columns)
      expect(widths[0]).toBeGreaterThanOrEqual(textWidth('100', size) + 2 * margin)
      // Two Chinese characters stand side by side in each.
      for (const width of widths) expect(width).toBeGreaterThanOrEqual(2 * size + 2 * margin - 0.1)
    }), { numRuns: 30 })
  })

  it('stays in the letters of other tables where it fits, else says that it is set smaller', async () => {
    expect(await written(ofColumns(8), official)).toMatchObject({ size: 10.5, warnings: [] })
    const { size, warnings } = await written(ofColumns(12), small(official))
    expect(size).toBeLessThan(10.5)
    expect(size).toBeGreaterThanOrEqual(6)
    expect(warnings).toEqual([{ code: 'table_reduced', count: 1, detail: expect.stringContaining('序号') as string }])
  })

  it('never goes beyond the page', async () => {
    await fc.assert(fc.asyncProperty(fc.array(fc.array(fc.constantFrom('', '1', '100', '220 kV', 'YW1-CS-2026-0137', '正常', 'https://example.com/a/very/long/address'), { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 4 }), async (rows) => {
      const { widths } = await written(rows, small(official))
      expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(94 / 25.4 * 72 + 2 + widths.length * 0.05)
    }), { numRuns: 30 })
  })
})
