import { describe, expect, it } from 'vitest'
import { buildDocx, numbering, numberings, type DocxParts } from '../../../../../tests/fixtures/docx/docxFile'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { paragraph, picture, run, table, type Cell } from '../../../../../tests/fixtures/docx/wordXml'
import type { ReadDocument } from '../readDocument'

const read = async (body: string, more: Omit<DocxParts, 'body'> = {}): Promise<ReadDocument> => readBuilt(await buildDocx({ body, ...more }))
const long = '班组在工作中发现传统的做法已经不能满足要求，需要一起改进，于是做了下面的事。'
const heading = (text: string, level = 1): string => paragraph(text, { style: `Heading${level}` })
const bold = (text: string, more: object = {}): string => paragraph(run(text, { bold: true }), more)

describe('a line whose level is that of body text', () => {
  it('is no heading, however it looks, and no field', async () => {
    const body = [paragraph('标题', { style: 'Title' }), paragraph('单位：城东公司'), paragraph('班组：甲班', { outline: 9 }), heading('背景'), bold('成效', { outline: 9 }), paragraph(long, { outline: 9 }), bold('一、措施', { outline: 9 }), paragraph(long)]
    const document = await read(body.join(''))
    expect(show(document)).toEqual(['班组：甲班', '= background|背景', '成效', long, '一、措施', long])
    expect(document).toMatchObject({ unit: '城东公司', team: '' })
  })

  it('signs nothing', async () => {
    expect((await read(paragraph('标题', { style: 'Title' }) + paragraph(long) + paragraph('2024年3月18日', { outline: 9 }))).date).toBe('')
  })
})

const told = (name: string, text: string, level = 1): string => `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr><w:bookmarkStart w:id="1" w:name="${name}"/>${run(text)}<w:bookmarkEnd w:id="1"/></w:p>`

describe('a hidden bookmark on a heading', () => {
  it('names its section, or that it is none of the type, and its title stays to the letter', async () => {
    const body = [told('_section_1_results', '【由来】'), paragraph(long), told('_section_2', '背景：'), paragraph(long), told('_section_3_purpose', '主要做法'), paragraph(long), heading('图示', 3), paragraph(long), bold('说明'), paragraph(long), bold('一、措施'), paragraph(long), heading('新增'), paragraph(long)]
    expect(show(await read(body.join('')))).toEqual(['= results|【由来】', long, '= none|背景：', long, '= measures|主要做法', long, '### 图示', long, '说明', long, '一、措施', long, '= none|新增', long])
  })
})

describe('numbers that come with the styles of headings', () => {
  const styles = (level: number): string =>
    `<w:style w:type="paragraph" w:styleId="Own${level}"><w:name w:val="Own ${level}"/><w:basedOn w:val="Heading${level}"/><w:pPr><w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
  const own = (text: string, level: number): string => paragraph(text, { style: `Own${level}` })

  it('are told by the place of a heading, unless they name the section', async () => {
    const body = [own('背景', 1), own('由来', 2), paragraph(long), own('成效', 1), own('指标', 2), paragraph(long)].join('')
    const han = numberings(numbering(1, [{ format: 'chineseCounting', text: '%1、' }, { format: 'chineseCounting', text: '（%2）' }]))
    expect(show(await read(body, { styles: styles(1) + styles(2), numbering: han }))).toEqual(['= background|背景', '## 由来', long, '= results|成效', '## 指标', long])
    const dotted = numberings(numbering(1, [{ format: 'decimal', text: '%1' }, { format: 'decimal', text: '%1.%2' }]))
    expect(show(await read(body, { styles: styles(1) + styles(2), numbering: dotted }))).toEqual(['= background|背景', '## 1.1 由来', long, '= results|成效', '## 2.1 指标', long])
  })
})

describe('lists and marks', () => {
  it('are lists to tick where their bullet is a box', async () => {
    const boxes = numberings(numbering(1, [{ format: 'bullet', text: '☐' }]), numbering(2, [{ format: 'bullet', text: '☑' }]), numbering(3, [{ format: 'bullet', text: '•' }]))
    const { body } = await read(['未做', '已做', '其他'].map((text, index) => paragraph(text, { numId: index + 1 })).join(''), { numbering: boxes })
    expect(body.preamble).toMatchObject([{ list: 'check' }, { list: 'check', checked: true }, { list: 'bullet' }])
    expect(body.preamble[0]).not.toHaveProperty('checked')
  })

  it('are code in the styles that word processors have for it', async () => {
    const styles = '<w:style w:type="character" w:styleId="C"><w:name w:val="HTML Code"/></w:style>'
    const { body } = await read(`<w:p>${run('见')}<w:r><w:rPr><w:rStyle w:val="C"/></w:rPr><w:t>x = 1</w:t></w:r></w:p>`, { styles })
    expect(body.preamble).toMatchObject([{ inlines: [{ text: '见' }, { text: 'x = 1', marks: ['code'] }] }])
  })
})

describe('tables', () => {
  const shaded = (text: string): Cell => ({ text, fill: 'D9D9D9', bold: true })
  const headers = ({ body }: ReadDocument): unknown => body.preamble.map((block) => (block.type === 'table' && 'rows' in block && Array.isArray(block.rows)
    ? block.rows.map((row: { cells: { header?: string }[] }) => row.cells.map((cell) => cell.header ?? '')) : []))

  it('have row headers where a shade sets the first cells of a row off', async () => {
    const merged = table([[{ text: '安全', fill: 'D9D9D9', merge: 'start' }, shaded('甲'), '1'], [{ text: '', merge: 'continue' }, shaded('乙'), '2'], ['合计', '', '3']])
    expect(headers(await read(merged))).toEqual([[['row', 'row', ''], ['row', ''], ['', '', '']]])
    expect(headers(await read(table([[shaded('姓名'), ''], [shaded('单位'), '城东']])))).toEqual([[['row', ''], ['row', '']]])
  })

  it('have no header for a first row of pictures alone', async () => {
    const png = { name: 'image1.png', bytes: buildPng(40, 30, 1) }
    const cell = paragraph(picture('media1'))
    expect(headers(await read(table([[cell, cell], ['左图', '右图']]), { media: [png] }))).toEqual([[['', ''], ['', '']]])
  })

  it('say nothing of the document where they stand in a section, or head columns', async () => {
    const document = await read(paragraph('标题', { style: 'Title' }) + told('_section_1_results', '成效') + table([['单位', '次'], ['编号', '7']]) + told('_section_2_background', '背景') + paragraph(long))
    expect(document.unit).toBe('')
    expect((await read(table([['指标', '单位', '改前'], ['不符', '次', '7']], { headerRows: 1 }) + paragraph(long))).unit).toBe('')
  })

  it('are no forms in a document that names its sections', async () => {
    const form = table([['背景', long + long], ['成效', long + long]])
    expect(show(await read(told('_section_1_measures', '主要做法') + form))).toEqual(['= measures|主要做法', '[table]', `背景 | ${long}${long}`, `成效 | ${long}${long}`])
  })

  it('take a caption that is kept with them, even below a picture, and a long one in its style', async () => {
    const png = { name: 'image1.png', bytes: buildPng(40, 30, 1) }
    const caption = (text: string): string => `<w:p><w:pPr><w:pStyle w:val="Caption"/><w:keepNext/></w:pPr>${run(text)}</w:p>`
    expect(show(await read(paragraph(picture('media1')) + caption('当天经过') + table([['甲', '乙']]), { media: [png] }))).toEqual(['[image 400x240 ]', '[table: 当天经过]', '甲 | 乙'])
    expect(show(await read(caption(long + long) + table([['甲', '乙']])))).toEqual([`[table: ${long}${long}]`, '甲 | 乙'])
  })
})

describe('fields', () => {
  const fields = (...lines: string[]): Promise<ReadDocument> => read(paragraph('标题', { style: 'Title' }) + lines.map((line) => paragraph(line)).join('') + paragraph(long))

  it('hold marks of confidentiality and drop numbers of a library, but keep other numbers in the text', async () => {
    const document = await fields('编号：YW1-CS-2026-0137　　密级：受控', '编号：Q/GDW 1799-2013')
    expect(document.confidentiality).toBe('restricted')
    expect(show(document)).toEqual(['编号：Q/GDW 1799-2013', long])
    expect((await fields('密级：机密')).confidentiality).toBe('')
  })

  it('hold names with a middle dot, Latin names, and bare years', async () => {
    expect(await fields('作者：张三、阿卜杜拉·买买提', 'Date: 2025')).toMatchObject({ authors: ['张三', '阿卜杜拉·买买提'], date: '2025' })
    expect((await fields('作者：Li Lei、Han Meimei')).authors).toEqual(['Li Lei', 'Han Meimei'])
  })

  it('hold a whole summary, whatever labels are in it', async () => {
    const summary = `${long}（单位：次）地点：城东。${long}`
    const document = await fields(`摘要：${summary}`)
    expect(document).toMatchObject({ summary, unit: '', place: '' })
    expect(show(document)).toEqual([long])
  })
})

describe('headers', () => {
  const header = (text: string): Promise<ReadDocument> => read(paragraph(long), { parts: [{ id: 'h', type: 'header', name: 'header1.xml', xml: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph(text)}</w:hdr>` }] })

  it('with the mark and number of a record alone lose nothing', async () => {
    for (const text of ['内部', 'YT-CS-2026-0007', '受控YT-CS-2026-0007']) expect((await header(text)).warnings.map(({ code }) => code)).not.toContain('headers_left_out')
    expect((await header('内部资料')).warnings.map(({ code }) => code)).toContain('headers_left_out')
  })
})
