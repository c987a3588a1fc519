/** Covers, contents, flow charts, blank forms and posters as Word files; and what a careful office does with what does not fit. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { packageFaults } from '../../../../../tests/fixtures/docx/checkPackage'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { compilationPlan, contentsPart, coverPart, flowOf, planOf, posterPlan, sectionPart, tableOf, text, workPackagePlan } from '../../../../../tests/fixtures/docx/samplePlans'
import { hashOf, partOf } from '../../../../../tests/fixtures/docx/writtenDocx'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import { newBlockId, newId } from '#shared/model/ids'
import type { DocumentPart, DocumentPlan } from '../../plan/plan'
import { chineseNumber } from '../../plan/headingNumbers'
import { writeDocx } from './writeDocx'

const { official, workInstruction, plain } = standardPresets

const written = async (plan: DocumentPlan) => {
  const made = await writeDocx(plan)
  expect(await packageFaults(made.bytes)).toEqual([])
  return { ...made, xml: await partOf(made.bytes, 'word/document.xml') }
}

const bare = (xml: string): string => xml.replace(/<w:instrText[^>]*>[^<]*<\/w:instrText>/g, '').replace(/<[^>]+>/g, '')
const head = (title: string, level: number): DocumentPart => ({ kind: 'head', id: newId(), level, newPage: level > 0, title, data: ['单位：运维一班'], summary: '', form: null })

describe('a document of many parts', () => {
  it.each([['official', official], ['workInstruction', workInstruction], ['plain', plain]] as const)('is a package without faults in the look of %s', async (_, preset) => {
    await written(compilationPlan(preset, 4))
    await written(workPackagePlan(preset))
    await written(posterPlan(preset))
  })

  it('has contents that Word need not be asked to update: a field with its entries, numbers and pages', async () => {
    const { xml } = await written(compilationPlan(official, 3))
    expect(xml).toContain('TOC \\h \\o &quot;1-2&quot;')
    expect(xml).not.toContain('w:dirty')
    const entries = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="TOC(\d)"\/>.*?<\/w:p>/g)].map(([entry, level]) => `${level ?? ''} ${bare(entry)}`)
    expect(entries[0]).toMatch(/^1 一、.*到货验收先看三样.*1$/)
    expect(entries[1]).toMatch(/^2 （一）.*情境.*1$/)
    expect(entries.every((entry) => /\d$/.test(entry))).toBe(true)
  })

  it('has each record as a chapter of its own, whose sections begin to count anew', async () => {
    const { xml } = await written(planOf([head('甲', 1), sectionPart('背景', [text('一')], { level: 2 }), head('乙', 1), sectionPart('做法', [text('二')], { level: 2 })]))
    const headings = [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="(Heading\d)"\/>(?:(?!<\/w:p>).)*<\/w:p>/g)].map(([paragraph, style]) => `${style ?? ''} ${bare(paragraph)}${paragraph.includes('pageBreakBefore') ? ' ↵' : ''}`)
    expect(headings).toEqual(['Heading1 甲 ↵', 'Heading2 背景', 'Heading1 乙 ↵', 'Heading2 做法'])
  })

  it('has titles whose lines are half as high again as their letters', async () => {
    const { bytes, warnings } = await written(planOf([coverPart(), contentsPart, head('题目', 0), sectionPart('范围', [text('正文')])], { preset: official }))
    const styles = await partOf(bytes, 'word/styles.xml')
    const lineOf = (id: string): string | undefined => new RegExp(`w:styleId="${id}".*?w:line="(\\d+)"`).exec(styles)?.[1]
    expect(['Title', 'CoverTitle', 'ContentsTitle'].map(lineOf)).toEqual(['640', '755', '640'])
    expect(warnings).toEqual([{ code: 'contents_reckoned', count: 1, detail: '' }])
  })

  it('has styles that rest on styles which are there', async () => {
    const { bytes } = await written(planOf([coverPart(), contentsPart, sectionPart('范围', [text('正文')])]))
    const styles = await partOf(bytes, 'word/styles.xml')
    const ids = new Set([...styles.matchAll(/w:styleId="([^"]+)"/g)].map(([, id]) => id))
    expect([...styles.matchAll(/<w:(?:basedOn|next|link) w:val="([^"]+)"/g)].map(([, id]) => id).filter((id) => !ids.has(id))).toEqual([])
  })

  it('keeps a table without a caption from the text above it', async () => {
    const { xml } = await written(planOf([sectionPart('范围', [text('正文'), tableOf([['甲', '乙']])])]))
    expect(xml).toMatch(/<w:p><w:pPr><w:pStyle w:val="TableEnd"\/><w:keepNext\/><\/w:pPr><\/w:p><w:tbl>/)
  })

  it('has no page number on its cover, the mark on every page, and Roman numbers for contents', async () => {
    const { bytes, xml } = await written(planOf([coverPart(), contentsPart, sectionPart('范围', [text('正文')])]))
    const headers = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => partOf(bytes, `word/header${index}.xml`)))
    for (const each of headers) expect(bare(each)).toContain('内部')
    const footers = await Promise.all([1, 2, 3, 4, 5, 6].map((index) => partOf(bytes, `word/footer${index}.xml`)))
    expect(footers.map((each) => each.includes('PAGE'))).toEqual([false, false, true, true, true, true])
    expect(xml).toMatch(/<w:pgNumType w:start="1" w:fmt="upperRoman"\/>.*<w:pgNumType w:start="1" w:fmt="decimal"\/>/s)
    const { bytes: instruction } = await written(planOf([sectionPart('范围', [text('正文')])], { preset: workInstruction }))
    expect(bare(await partOf(instruction, 'word/footer1.xml')).replace(/\s+/g, '')).toMatch(/第.*页.*共.*页/)
  })

  it('keeps the cover to itself when it is read again', async () => {
    const { bytes } = await written(planOf([coverPart({ title: '作业指导书' }), contentsPart, head('作业指导书', 0), sectionPart('范围', [text('正文')])], { preset: workInstruction }))
    const read = await readBuilt(Buffer.from(bytes))
    expect(read.title).toBe('作业指导书')
    expect(show(read)).toEqual(['= none|范围', '正文'])
  })

  it('numbers headings as its preset says', async () => {
    const plan = (preset: typeof official): DocumentPlan => planOf([sectionPart('范围', [text('正文')])], { preset })
    expect(await partOf((await written(plan(official))).bytes, 'word/numbering.xml')).toContain('w:val="（%2）"')
    expect(await partOf((await written(plan(workInstruction))).bytes, 'word/numbering.xml')).toContain('w:val="%1.%2.%3"')
    expect(await partOf((await written(plan(plain))).bytes, 'word/styles.xml')).not.toContain('w:numPr')
  })

  it('names the faces of its preset, and says what may stand for them', async () => {
    const fonts = await partOf((await written(planOf([], { preset: { ...plain, faces: { ...plain.faces, text: '我的"字体' } } }))).bytes, 'word/fontTable.xml')
    expect(fonts).toContain('<w:font w:name="微软雅黑"><w:altName w:val="Microsoft YaHei,黑体"/>')
    expect(fonts).toContain('w:name="我的&quot;字体"')
  })

  it('lies down and has other paper where that is asked for', async () => {
    expect((await written(posterPlan(plain))).xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect((await written(planOf([], { preset: { ...plain, page: { ...plain.page, paper: 'A5' } } }))).xml).toContain('<w:pgSz w:w="8391" w:h="11906" w:orient="portrait"/>')
  })
})

describe('a flow chart', () => {
  it('is shapes and connectors of Word, and a long one goes on in further canvases', async () => {
    const { xml } = await written(planOf([{ kind: 'flow', chart: flowOf(8), caption: '图1 作业流程' }]))
    expect(xml.match(/prst="flowChartProcess"/g)?.length).toBeGreaterThanOrEqual(8)
    expect(xml).toContain('prst="flowChartDecision"')
    expect(xml).toContain('<wps:cNvCnPr')
    expect(bare(xml)).toContain('三相均无电压？')
    const long = await written(planOf([{ kind: 'flow', chart: flowOf(40), caption: '' }]))
    expect(long.xml.match(/<wpc:wpc/g)?.length).toBeGreaterThan(3)
  })
})

describe('a blank form', () => {
  it('is a table whose rows have the height that is asked for, its head repeated', async () => {
    const { xml } = await written(planOf([{ kind: 'blank', rowHeight: 10, table: tableOf([['序号', '姓名'], ...Array.from({ length: 60 }, (_, index) => [String(index + 1), ''])]) }]))
    expect(xml.match(/<w:trHeight w:val="567" w:hRule="atLeast"\/>/g)).toHaveLength(61)
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  })
})

describe('what does not fit', () => {
  const long = '一个题目很长'.repeat(34)

  it('is a title of two hundred characters: all of it, smaller, with a note', async () => {
    const { xml, warnings } = await written(planOf([coverPart({ title: long }), head(long, 0), head(long, 1), sectionPart(long, [text('正文')], { level: 2 })]))
    expect(bare(xml).split(long)).toHaveLength(5)
    expect(warnings).toEqual([{ code: 'title_shortened', count: 4, detail: '一个题目很长一个题目很长一个题目很长一个题目很长…' }])
    const size = Number(/w:val="Title"\/>.*?<w:sz w:val="(\d+)"/s.exec(xml)?.[1])
    expect(size).toBeLessThan(44)
    expect(size).toBeGreaterThan(20)
  })

  it('is a picture of ten thousand pixels: its bytes as they are, as wide as the page, with a note', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'liangfang-huge-'))
    try {
      const bytes = buildPng(10_000, 400, 1)
      const path = join(folder, 'huge.png')
      await writeFile(path, bytes)
      const picture = { type: 'image' as const, id: newBlockId(), attachment: hashOf(bytes), alt: '全景', caption: '图1 全景' }
      const { bytes: docx, xml, warnings } = await written(planOf([sectionPart('现场', [picture, { ...picture, id: newBlockId() }])], { pictures: new Map([[hashOf(bytes), path]]) }))
      expect(warnings).toEqual([{ code: 'picture_reduced', count: 2, detail: '全景' }])
      const widths = [...xml.matchAll(/<wp:extent cx="(\d+)"/g)].map(([, width]) => Number(width) / 360_000)
      expect(widths).toHaveLength(2)
      for (const width of widths) expect(width).toBeCloseTo(15.6, 1)
      // One and the same picture is in the file once, not packed again.
      expect(Buffer.from(docx).indexOf(bytes)).toBeGreaterThan(0)
      expect(Buffer.from(docx).indexOf(bytes)).toBe(Buffer.from(docx).lastIndexOf(bytes))
      expect((await readBuilt(Buffer.from(docx))).pictures).toHaveLength(1)
    } finally { await rm(folder, { recursive: true, force: true }) }
  })

  it('is nothing at all: a section says so, and is empty when it is read again', async () => {
    const { bytes, xml } = await written(planOf([head('题目', 0), sectionPart('成效', []), sectionPart('启示', [text('有')])]))
    expect(bare(xml)).toContain('成效（无）启示')
    expect(show(await readBuilt(Buffer.from(bytes)))).toEqual(['= none|成效', '= none|启示', '有'])
  })

  it('is a table of sixty columns, and one of two hundred rows whose short rows stay whole', async () => {
    const wide = tableOf(Array.from({ length: 3 }, (_, row) => Array.from({ length: 60 }, (_each, column) => `${row}.${column}`)))
    const { xml } = await written(planOf([sectionPart('宽表', [wide])]))
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"/g)].map(([, width]) => Number(width))
    expect(widths).toHaveLength(60)
    expect(widths.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(8845 + 60)
    const high = tableOf([['序号', '内容'], ...Array.from({ length: 200 }, (_, row) => [String(row), row === 7 ? '很长。'.repeat(200) : '短'])])
    const { xml: rows } = await written(planOf([sectionPart('高表', [high])]))
    expect(rows.match(/<w:cantSplit\/>/g)).toHaveLength(200)
    expect(rows.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  })

  it('is outside the basic plane: names, pictographs and rare characters come back as they were', async () => {
    const rare = '𠮷野家𠀀😀👨‍👩‍👧'
    const { bytes, xml } = await written(planOf([
      coverPart({ title: rare, values: [{ label: rare, value: rare }] }), contentsPart, head(rare, 0),
      sectionPart(rare, [text(rare), tableOf([[rare], [rare]], { caption: rare })]), { kind: 'banner', text: rare, size: 40, tone: 'accent' },
    ]))
    expect(bare(xml).split(rare).length).toBeGreaterThan(8)
    const read = await readBuilt(Buffer.from(bytes))
    expect(read.title).toBe(rare)
    expect(show(read)).toContain(`= none|${rare}`)
  })

  it('is nested: a quote, a callout, a list and a table in a cell of a table with merged cells', async () => {
    const inner = tableOf([['甲', '乙'], ['丙', '丁']])
    const outer = {
      type: 'table' as const, id: newBlockId(), columnWidths: [200, 300, 400],
      rows: [
        { cells: [{ header: 'column' as const, colSpan: 2, blocks: [text('合并')] }, { header: 'column' as const, blocks: [text('三')] }] },
        { cells: [{ rowSpan: 2, blocks: [{ type: 'quote' as const, id: newBlockId(), blocks: [text('引用')] }] }, { blocks: [{ type: 'callout' as const, id: newBlockId(), tone: 'danger' as const, blocks: [text('严禁')] }] }, { blocks: [inner] }] },
        { cells: [{ blocks: [{ type: 'listItem' as const, id: newBlockId(), list: 'number' as const, level: 0, inlines: [{ type: 'text' as const, text: '一项' }] }] }, { blocks: [text('末')] }] },
      ],
    }
    const { xml } = await written(planOf([sectionPart('嵌套', [{ type: 'quote', id: newBlockId(), blocks: [{ type: 'callout', id: newBlockId(), tone: 'tip', blocks: [outer] }] }])], { preset: plain }))
    for (const each of ['合并', '引用', '严禁', '丁', '一项', '末']) expect(bare(xml)).toContain(each)
    expect(xml).toContain('<w:gridSpan w:val="2"/>')
    expect(xml).toContain('<w:vMerge w:val="restart"/>')
  })
})

describe('Chinese numbers', () => {
  it.each([[1, '一'], [10, '十'], [11, '十一'], [20, '二十'], [100, '一百'], [102, '一百零二'], [110, '一百一十'], [200, '二百'], [1001, '一千零一']])('%i is %s', (value, said) => {
    expect(chineseNumber(value)).toBe(said)
  })
})
