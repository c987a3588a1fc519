/** Sheets as Excel files. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readEntries } from '../../../../../tests/e2e/support/readZip'
import type { Sheet } from './workbook'
import { writeXlsx } from './writeXlsx'

const partsOf = async (sheets: readonly Sheet[]): Promise<Map<string, string>> => {
  const folder = await mkdtemp(join(tmpdir(), 'liangfang-xlsx-'))
  try {
    const path = join(folder, '表.xlsx')
    await writeFile(path, await writeXlsx(sheets))
    return new Map([...await readEntries(path)].map(([name, part]) => [name, part.toString('utf8')]))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

it('writes days as days, and what no calendar has as it was written', async () => {
  const parts = await partsOf([{ name: '日期', head: ['日期'], rows: [[{ kind: 'date', date: '2026-11-29' }], [{ kind: 'date', date: '2026-02-31' }]], widths: [12] }])
  expect(parts.get('xl/worksheets/sheet1.xml')).toContain('<v>46355</v>')
  expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<v>46084</v>')
  expect(parts.get('xl/sharedStrings.xml')).toContain('2026-02-31')
})

it('has rows as high as what is written in them, and that grow when more is written; those of one line say nothing', async () => {
  const long = '“号、点、票”三核对标准作业包现场推进活动中若干问题的认识与做法'
  const text = (said: string) => ({ kind: 'text' as const, text: said })
  const parts = await partsOf([{ name: '表', head: ['标题', '备注'], rows: [[text('短'), text('')], [text('短'), text(long)], [text('一\n二\n三'), text('')], [text(''), text('Confidentiality of the handover records')], [text('长'.repeat(20_000)), text('')]], widths: [10, 20] }])
  const heights = [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row ([^>]*)>/g)].map(([, attributes]) => /ht="(\d+)"/.exec(attributes ?? '')?.[1])
  expect(heights).toEqual([undefined, undefined, '60', '45', '45', '409'])
  expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('customHeight')
})

it('keeps the head in sight, with nothing beside the pane below it', async () => {
  const parts = await partsOf([{ name: '表', head: ['甲'], rows: [], widths: [12] }])
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<pane ySplit="1" xSplit="0" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/)
})

it('is ready to be printed: as wide as its page, wide ones lying, the head on every page, and ruled where nothing stands yet', async () => {
  const parts = await partsOf([
    { name: '签到 & 表', head: ['姓名', '签到'], rows: [[{ kind: 'text', text: '沈屹舟' }, { kind: 'text', text: '' }]], widths: [12, 14] },
    { name: '宽表', head: ['甲', '乙'], rows: [], widths: [60, 60] },
  ])
  const sheet = parts.get('xl/worksheets/sheet1.xml') ?? ''
  expect(sheet).toMatch(/^[^]*<worksheet[^>]*><sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/)
  expect(sheet).toMatch(/<\/sheetData><pageMargins [^>]*\/><pageSetup paperSize="9" orientation="portrait" fitToWidth="1" fitToHeight="0"\/><\/worksheet>$/)
  expect(sheet).toMatch(/<c r="B2" s="\d+"/)
  expect(parts.get('xl/worksheets/sheet2.xml')).toContain('orientation="landscape"')
  expect(parts.get('xl/workbook.xml')).toContain("localSheetId=\"0\">'签到 &amp; 表'!$1:$1</definedName>")
})
