import { describe, expect, it } from 'vitest'
import { buildDocx } from '../../../../../tests/fixtures/docx/docxFile'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { footnoteReference, link, paragraph, picture, run, table, textBox, type CellLook } from '../../../../../tests/fixtures/docx/wordXml'

const png = { name: 'image1.png', bytes: buildPng(40, 30, 1) }
const boldCell = (text: string): CellLook & { text: string } => ({ text, bold: true })
const emf = { name: 'image2.emf', bytes: Buffer.concat([Buffer.from([1, 0, 0, 0]), Buffer.alloc(100)]) }

describe('tables', () => {
  it('keep merged cells, header rows and column widths', async () => {
    const { body } = await readBuilt(await buildDocx({
      body: table([
        [{ text: '项目', merge: 'start' }, { text: '数值', colSpan: 2 }],
        [{ text: '', merge: 'continue' }, '改前', '改后'],
        ['时间', '45', '20'],
      ], { widths: [3000, 1500, 1500], headerRows: 2 }),
    }))
    expect(body.preamble).toMatchObject([{
      type: 'table', columnWidths: [200, 100, 100],
      rows: [
        { cells: [{ rowSpan: 2, header: 'column' }, { colSpan: 2, header: 'column' }] },
        { cells: [{ header: 'column' }, { header: 'column' }] },
        { cells: [{}, {}, {}] },
      ],
    }])
  })

  it('take a first row in bold or on a shade as their header', async () => {
    const bold = await readBuilt(await buildDocx({ body: table([[boldCell('序号'), boldCell('措施')], ['1', '定置']]) }))
    const shaded = await readBuilt(await buildDocx({ body: table([[{ text: '序号', fill: 'D9D9D9' }, { text: '措施', fill: 'D9D9D9' }], ['1', '定置']]) }))
    for (const { body } of [bold, shaded]) expect(body.preamble).toMatchObject([{ rows: [{ cells: [{ header: 'column' }, { header: 'column' }] }, { cells: [{}, {}] }] }])
    expect(bold.body.preamble).toMatchObject([{ rows: [{ cells: [{ blocks: [{ inlines: [{ type: 'text', text: '序号' }] }] }, {}] }, {}] }])
  })

  it('hold tables, and fill the columns that a row leaves out', async () => {
    const inner = table([['内一', '内二']]) + paragraph('格内')
    const row = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr/>${paragraph('右格')}</w:tc></w:tr>`
    const outer = table([['左格', inner]]).replace(/<\/w:tbl>$/, `${row}</w:tbl>`)
    expect(show(await readBuilt(await buildDocx({ body: outer })))).toEqual(['[table]', '左格 | [table]', '内一 | 内二/格内', ' | 右格'])
  })

  it('take the line 表1 above them as their caption', async () => {
    expect(show(await readBuilt(await buildDocx({ body: paragraph('表1 分工') + table([['甲', '乙']]) })))).toEqual(['[table: 表1 分工]', '甲 | 乙'])
  })
})

describe('pictures', () => {
  it('stand alone with their size, alternative text and the caption below them', async () => {
    const document = await readBuilt(await buildDocx({ body: paragraph(picture('media1', { alt: '现场照片' }), { align: 'center' }) + paragraph('图1 改造后的现场'), media: [png] }))
    expect(document.body.preamble).toMatchObject([{ type: 'image', width: 400, height: 240, alt: '现场照片', caption: '图1 改造后的现场', align: 'center' }])
    expect(document.pictures).toMatchObject([{ mediaType: 'image/png', name: 'image1.png' }])
    expect(Buffer.from(document.pictures[0]?.bytes ?? []).equals(png.bytes)).toBe(true)
    expect(document.counts).toEqual({ tables: 0, pictures: 1 })
  })

  it('stay in the line if small, and stand between the lines if large', async () => {
    const small = await readBuilt(await buildDocx({ body: paragraph(run('按') + picture('media1', { width: 20, height: 20 }) + run('键')), media: [png] }))
    expect(small.body.preamble).toMatchObject([{ type: 'paragraph', inlines: [{ text: '按' }, { type: 'image' }, { text: '键' }] }])
    const large = await readBuilt(await buildDocx({ body: paragraph(run('前文') + picture('media1') + run('后文')), media: [png] }))
    expect(show(large)).toEqual(['前文', '[image 400x240 ]', '后文'])
    const floating = await readBuilt(await buildDocx({ body: paragraph(run('前文') + picture('media1', { floating: true }) + run('后文')), media: [png] }))
    expect(show(floating)).toEqual(['前文后文', '[image 400x240 ]'])
  })

  it('that browsers do not show leave their words and a warning', async () => {
    const document = await readBuilt(await buildDocx({ body: paragraph(picture('media2', { alt: '接线示意' })) + paragraph('图1 接线'), media: [png, emf] }))
    expect(show(document)).toEqual(['接线示意', '图1 接线'])
    expect(document.warnings).toContainEqual({ code: 'picture_unsupported', count: 1, detail: '' })
    expect(document.pictures).toEqual([])
  })

  it('that are missing are reported', async () => {
    const document = await readBuilt(await buildDocx({ body: paragraph('正文') + paragraph(picture('nowhere')) }))
    expect(document.warnings).toContainEqual({ code: 'picture_missing', count: 1, detail: '' })
  })
})

describe('what stands in lines', () => {
  it('keeps marks, links to the web and footnotes', async () => {
    const { body } = await readBuilt(await buildDocx({
      body: paragraph(run('水H') + run('2', { vertical: 'subscript' }) + run('重点', { bold: true, underline: true }) + footnoteReference(1) + link('link1', '网站') + link('link2', '文件')),
      footnotes: [paragraph('据2023年统计')], links: ['https://example.com/a', 'file:///c:/a.docx'],
    }))
    expect(body.preamble).toMatchObject([{
      inlines: [
        { text: '水H' }, { text: '2', marks: ['subscript'] }, { text: '重点', marks: ['bold', 'underline'] },
        { type: 'footnote', inlines: [{ text: '据2023年统计' }] }, { type: 'link', href: 'https://example.com/a', inlines: [{ text: '网站' }] }, { text: '文件' },
      ],
    }])
  })

  it('keeps the text of equations, simple fields and text boxes once', async () => {
    const equation = '<m:oMath><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b&lt;c</m:t></m:r></m:den></m:f></m:oMath>'
    const field = `<w:fldSimple w:instr=" SEQ 图 ">${run('7')}</w:fldSimple>`
    const document = await readBuilt(await buildDocx({ body: paragraph(run('公式') + equation + field + textBox(paragraph('框内文字') + paragraph('第二行'))) }))
    expect(show(document)).toEqual(['公式a/b<c7', '框内文字', '第二行'])
    expect(document.warnings).toContainEqual({ code: 'equation_as_text', count: 1, detail: '' })
  })

  it('reads files whose elements have other prefixes, and strict ones', async () => {
    const renamed = await buildDocx({ body: paragraph('内容'), rewrite: (xml) => xml.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:').replaceAll('xmlns:w=', 'xmlns:x=') })
    const strict = await buildDocx({ body: paragraph('内容'), rewrite: (xml) => xml.replaceAll('http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main') })
    for (const file of [renamed, strict]) expect(show(await readBuilt(file))).toEqual(['内容'])
  })

  it('leaves out deletions, comments and headers, and says so', async () => {
    const document = await readBuilt(await buildDocx({
      body: paragraph(run('留下') + '<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>'),
      parts: [
        { id: 'comments', type: 'comments', name: 'comments.xml', xml: '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0"/><w:comment w:id="1"/></w:comments>' },
        { id: 'header', type: 'header', name: 'header1.xml', xml: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('内部资料 注意保管')}</w:hdr>` },
        { id: 'footer', type: 'footer', name: 'footer1.xml', xml: `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${paragraph('第 3 页 共 8 页')}</w:ftr>` },
      ],
    }))
    expect(show(document)).toEqual(['留下'])
    expect(document.warnings.slice(2)).toEqual([
      { code: 'deleted_text_left_out', count: 1, detail: '' }, { code: 'comments_left_out', count: 2, detail: '' }, { code: 'headers_left_out', count: 1, detail: '' },
    ])
  })
})
