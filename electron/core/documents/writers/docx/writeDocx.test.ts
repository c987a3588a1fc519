import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { newBlockId, newId } from '#shared/model/ids'
import type { MeasuredResult } from '#shared/model/record'
import { packageFaults } from '../../../../../tests/fixtures/docx/checkPackage'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { readBuilt, show } from '../../../../../tests/fixtures/docx/readBuilt'
import { hashOf, partOf, writeContent, type Given } from '../../../../../tests/fixtures/docx/writtenDocx'
import { paragraph } from '../../../../../tests/support/records'

const id = newBlockId
const body = (...blocks: Block[]): Body => ({ version: 1, preamble: [], sections: [{ id: id(), key: 'measures', title: '主要做法', blocks }] })
const image = (attachment: string, more: { alt?: string; caption?: string; width?: number } = {}): Block => ({ type: 'image', id: id(), attachment, alt: '', ...more })

/** The lines of the file as our reader shows them, and its warnings; every file must be without faults. */
const written = async (content: Parameters<typeof writeContent>[0], given?: Given): Promise<{ lines: string[]; warnings: unknown; bytes: Uint8Array }> => {
  const { bytes, warnings } = await writeContent(content, given)
  expect(await packageFaults(bytes)).toEqual([])
  return { lines: show(await readBuilt(Buffer.from(bytes))), warnings, bytes }
}

const png = buildPng(40, 30, 1)

describe('pictures that cannot be shown', () => {
  it('leave a line in their place that names them, and a warning, where they are missing', async () => {
    const { lines, warnings } = await written({ body: body(paragraph('前文'), image('a'.repeat(64), { alt: '现场照片', caption: '图1 现场' }), image('b'.repeat(64), { caption: '图2 台账' }), image('c'.repeat(64)), paragraph('后文')) })
    expect(lines).toEqual(['= measures|主要做法', '前文', '（图片缺失：现场照片）', '（图片缺失：图2 台账）', '（图片缺失：未命名图片）', '后文'])
    expect(warnings).toEqual([{ code: 'picture_missing', count: 3, detail: '现场照片、图2 台账、未命名图片' }])
  })

  it('leave one too where Word does not show their kind, or they are not what a picture is', async () => {
    const strange = ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF0000WEBPVP8 ', 'II*\0', 'not a picture', ''].map((text) => Buffer.from(text))
    const cut = [png.subarray(0, 12), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])]
    const { lines, warnings } = await written({ body: body(...[...strange, ...cut].map((bytes, index) => image(hashOf(bytes), { alt: `图样${index}` }))) }, { pictures: [...strange, ...cut] })
    expect(lines.slice(1)).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => `（Word 不能显示的图片：图样${index}）`))
    expect(warnings).toMatchObject([{ code: 'picture_unsupported', count: 7 }])
  })

  it('leave their words where they stand in a line', async () => {
    const { lines, warnings } = await written({ body: body({ type: 'paragraph', id: id(), inlines: [{ type: 'text', text: '按' }, { type: 'image', attachment: 'a'.repeat(64), alt: '启动' }, { type: 'text', text: '键' }] }) })
    expect(lines.slice(1)).toEqual(['按（图片缺失：启动）键'])
    expect(warnings).toEqual([{ code: 'picture_missing', count: 1, detail: '启动' }])
  })
})

describe('what Word has no block for', () => {
  it('is shown: a quote with its source, as it stood or as it is known, a callout with its name', async () => {
    const source = newId()
    const quote = (more: object): Block => ({ type: 'quote', id: id(), citation: { recordId: source, revisionId: '0'.repeat(64), ...more }, blocks: [paragraph('先验电。')] })
    const titles = new Map([[source, { number: 'YT-TL-2026-0002', title: '核对清单' }]])
    const { lines, warnings } = await written({
      body: body(quote({}), quote({ number: 'YT-TL-2025-0001', title: '旧清单', sectionTitle: '风险提示', at: '2025-03-01T00:00:00.000Z' }), { type: 'callout', id: id(), tone: 'danger', blocks: [paragraph('严禁开路。')] }),
    }, { titles })
    expect(lines.slice(1)).toEqual(['先验电。', '——来源：YT-TL-2026-0002\u00A0\u00A0核对清单', '先验电。', '——来源：YT-TL-2025-0001\u00A0\u00A0旧清单　风险提示　2025年3月1日', '危险', '严禁开路。'])
    expect(warnings).toEqual([])
  })

  it('is named where this version does not know it, with a warning', async () => {
    const { lines, warnings } = await written({ body: body({ type: 'chart', id: id() }, { type: 'paragraph', id: id(), inlines: [{ type: 'text', text: '见' }, { type: 'formula' }] }) })
    expect(lines.slice(1)).toEqual(['（此处内容须用更新版本的软件查看：chart）', '见（此处内容须用更新版本的软件查看：formula）'])
    expect(warnings).toEqual([{ code: 'unknown_block', count: 2, detail: 'chart、formula' }])
  })

  it('is a table wider than Word allows: its rows become lines', async () => {
    const cells = Array.from({ length: 64 }, (_, index) => ({ blocks: [paragraph(`${index}`)] }))
    const { lines, warnings } = await written({ body: body({ type: 'table', id: id(), caption: '宽表', rows: [{ cells }] }) })
    expect(lines[2]).toMatch(/^0\t1\t2/)
    expect(warnings).toEqual([{ code: 'other', count: 1, detail: '宽表 64 > 63' }])
  })
})

describe('measured results', () => {
  const evidence = { sha256: 'e'.repeat(64), name: '扫码台账.pdf', size: 1, mediaType: 'application/pdf' }
  const result = (indicator: string, more: Partial<MeasuredResult> = {}): MeasuredResult => ({ id: id(), indicator, unit: '', before: '', after: '', evidence: [], ...more })
  const results = [
    result('不符次数', { unit: '次/千票', before: '4.7', after: '0.8', evidence: [evidence.sha256, 'f'.repeat(64)] }), result('用时', { before: '11.5', note: '分钟' }), result(' '),
  ]

  it('stand in a table at the end of the section of results, or of one of their own', async () => {
    const own = await written({ fields: { results }, attachments: [evidence], body: body(paragraph('做法')) })
    expect(own.lines.slice(2)).toEqual([
      '= results|成效', '[table: 成效指标]', '指标 | 单位 | 实施前 | 实施后 | 佐证 | 备注', '不符次数 | 次/千票 | 4.7 | 0.8 | 扫码台账.pdf | ', '用时 |  | 11.5 |  |  | 分钟',
    ])
    const sections = [{ id: id(), key: 'results', title: '取得成效', blocks: [paragraph('好转。')] }]
    const given = await written({ fields: { results: results.slice(0, 1) }, body: { version: 1, preamble: [], sections } })
    expect(given.lines).toEqual(['= results|取得成效', '好转。', '[table: 成效指标]', '指标 | 单位 | 实施前 | 实施后', '不符次数 | 次/千票 | 4.7 | 0.8'])
  })

  it.each([[undefined], [[]], [[result('')]]])('are left out where there are none: %j', async (none) => {
    expect((await written({ fields: none ? { results: none } : {}, body: body(paragraph('做法')) })).lines).toEqual(['= measures|主要做法', '做法'])
  })
})

describe('Word itself', () => {
  it('numbers sections and headings, and leaves a heading that brings its own number alone', async () => {
    const heading = (level: number, text: string): Block => ({ type: 'heading', id: id(), level, inlines: [{ type: 'text', text }] })
    const { lines, bytes } = await written({ body: body(heading(1, '建账'), heading(2, '核对'), heading(1, '2.1 归柜'), heading(1, '3 个月回看')) })
    expect(lines).toEqual(['= measures|主要做法', '## 建账', '### 核对', '## 2.1 归柜', '## 3 个月回看'])
    const xml = await partOf(bytes, 'word/document.xml')
    expect(xml).not.toContain('一、')
    expect(xml.match(/<w:numId w:val="0"\/>/g)).toHaveLength(1)
    const styles = await partOf(bytes, 'word/styles.xml')
    for (const level of [0, 1, 2, 3, 4, 5]) expect(styles).toMatch(new RegExp(`w:styleId="Heading${level + 1}".*?<w:ilvl w:val="${level}"/><w:numId w:val="\\d+"/>.*?<w:outlineLvl w:val="${level}"/>`))
  })

  it('numbers captions by fields that keep the numbers they have', async () => {
    const table = (caption: string): Block => ({ type: 'table', id: id(), caption, rows: [{ cells: [{ blocks: [paragraph('格')] }] }] })
    const { lines, bytes } = await written({ body: body(table('表1 分工'), table('表2 对照'), table('表5 台账'), table('没有编号'), image(hashOf(png), { caption: '图 1 现场' })) }, { pictures: [png] })
    expect(lines.filter((line) => line.startsWith('['))).toEqual(['[table: 表1 分工]', '[table: 表2 对照]', '[table: 表5 台账]', '[table: 没有编号]', '[image 40x30 : 图 1 现场]'])
    const xml = await partOf(bytes, 'word/document.xml')
    expect([...xml.matchAll(/w:instr="([^"]+)"/g)].map((match) => match[1])).toEqual(['SEQ 表 \\* ARABIC', 'SEQ 表 \\* ARABIC', 'SEQ 表 \\* ARABIC \\r 5', 'SEQ 图 \\* ARABIC'])
  })

  it('repeats header rows on each page of a long table, and links, notes and languages are its own', async () => {
    const row = (text: string, header = false): { cells: { blocks: Block[]; header?: 'column' }[] } => ({ cells: ['甲', '乙'].map((name) => ({ ...(header ? { header: 'column' as const } : {}), blocks: [paragraph(`${name}${text}`)] })) })
    const linked: Block = {
      type: 'paragraph', id: id(), inlines: [
        { type: 'link', href: 'https://example.com/a b', inlines: [{ type: 'text', text: '网站' }] }, { type: 'link', href: 'javascript:alert(1)', inlines: [{ type: 'text', text: '脚本' }] },
        { type: 'link', href: 'https://[bad', inlines: [{ type: 'text', text: '坏链' }] }, { type: 'footnote', id: id(), inlines: [{ type: 'text', text: '注' }] },
      ],
    }
    const { lines, bytes } = await written({ body: body({ type: 'table', id: id(), rows: [row('', true), ...Array.from({ length: 200 }, (_, index) => row(`${index}`))] }, linked) })
    expect(lines).toHaveLength(1 + 1 + 201 + 1)
    const xml = await partOf(bytes, 'word/document.xml')
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(xml.match(/<w:hyperlink /g)).toHaveLength(1)
    expect(await partOf(bytes, 'word/_rels/document.xml.rels')).toContain('Target="https://example.com/a%20b"')
    expect(await partOf(bytes, 'word/styles.xml')).toContain('<w:lang w:val="en-US" w:eastAsia="zh-CN"/>')
    expect(await partOf(bytes, 'word/footnotes.xml')).toContain('注')
  })

  it('shows the mark and the number above each page, and the page number below it with dashes', async () => {
    const { bytes } = await written({ confidentiality: 'restricted', number: 'YT-CS-2026-0007', title: '标题', authors: ['张三'], tags: ['地线'], body: body() })
    const headers = await Promise.all([1, 2].map((index) => partOf(bytes, `word/header${index}.xml`)))
    for (const xml of headers) expect(xml.replace(/<[^>]+>/g, '')).toBe('受控YT-CS-2026-0007')
    expect(await partOf(bytes, 'word/footer1.xml')).toMatch(/— .*PAGE.* —/s)
    const core = await partOf(bytes, 'docProps/core.xml')
    expect(core).toContain('<dc:title>标题</dc:title><dc:creator>张三</dc:creator><cp:keywords>地线</cp:keywords><cp:lastModifiedBy>张三</cp:lastModifiedBy>')
    const open = await written({ confidentiality: 'public', body: body() })
    expect(await partOf(open.bytes, 'word/header1.xml')).toBe('')
  })

  it('is told what to set the text in where a face is missing', async () => {
    expect(await partOf((await written({ body: body() })).bytes, 'word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,STFangsong"/>')
  })
})

describe('strange text', () => {
  it('becomes a good file: characters that XML has no place for, halves of characters, very long titles', async () => {
    const strange = 'a\u0000b\u0008c\u001fd\ufffee\uffff𠮷\ud83df\udc00g]]>&amp;<b>'
    const clean = 'abcde𠮷\ufffdf\ufffdg]]>&amp;<b>'
    const { lines } = await written({
      title: strange, summary: strange, unit: strange, authors: [strange], tags: [strange], number: strange,
      body: { version: 1, preamble: [paragraph(strange)], sections: [{ id: id(), key: strange, title: strange, blocks: [image('a'.repeat(64), { alt: strange })] }] },
    })
    expect(lines.slice(-3)).toEqual([clean, `= none|${clean}`, `（图片缺失：${clean}）`])
    await written({ title: '很长的题目'.repeat(2000), body: body() })
  })

  it('keeps tabs and line ends as what they are', async () => {
    const { lines } = await written({ body: body(paragraph('甲\t乙\r\n丙\n丁')) })
    expect(lines.slice(1)).toEqual(['甲\t乙', '丙', '丁'])
  })

  it('may be none at all', async () => {
    const { lines } = await written({ title: '只有题目', body: { version: 1, preamble: [], sections: [] } })
    expect(lines).toEqual([])
    const empty = await written({ body: { version: 1, preamble: [], sections: [{ id: id(), key: 'results', title: '', blocks: [] }, { id: id(), key: null, title: '成效', blocks: [paragraph('')] }] } })
    expect(empty.lines).toEqual(['= results|（无标题）', '= none|成效'])
  })

  it('in a table that does not fit together fills its grid all the same', async () => {
    const cell = (text: string, more: object = {}): { blocks: Block[] } => ({ blocks: [paragraph(text)], ...more })
    const { lines } = await written({ body: body({ type: 'table', id: id(), rows: [{ cells: [cell('a', { rowSpan: 9 }), cell('b')] }, { cells: [cell('c', { colSpan: 4 }), cell('d')] }, { cells: [] }, { cells: [cell('e', { rowSpan: 2, colSpan: 2 })] }] }) })
    expect(lines.slice(2).map((line) => line.replace(/[ |]+$/, ''))).toEqual(['a | b', 'c | d', '', 'e'])
  })
})
