/** PowerPoint files as an independent reader of packages finds them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Deck, DeckPicture, Slide } from '#shared/model/slides/deck'
import { standardTheme } from '#shared/model/slides/theme'
import { readEntries } from '../../../../../tests/e2e/support/readZip'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { descendants } from '../../../../../tests/fixtures/docx/strictXml'
import { openPptx, type OpenPptx } from '../../../../../tests/fixtures/pptx/checkPackage'
import { writePptx } from './writePptx'

let folder: string
const [seen, wide, odd] = ['a'.repeat(64), 'b'.repeat(64), 'c'.repeat(64)]
let pictures: Map<string, string>

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liangfang-pptx-'))
  const put = async (name: string, bytes: Uint8Array): Promise<string> => { const path = join(folder, name); await writeFile(path, bytes); return path }
  pictures = new Map([[seen, await put('a', buildPng(400, 300, 1))], [wide, await put('b', buildPng(10_000, 80, 2))], [odd, await put('c', Buffer.from('RIFF\0\0\0\0WEBPVP8X', 'latin1'))]])
})
afterAll(async () => rm(folder, { recursive: true, force: true }))

const base = { kicker: '接地线　运维一班', notes: '讲给大家听 & <这样>', source: null, itemId: null, part: 1, parts: 1 }
const line = (text: string, more: object = {}) => ({ level: 0, mark: '', spans: [{ text }], ...more })
const picture = (attachment: string, more: Partial<DeckPicture> = {}): DeckPicture => ({ attachment, alt: '现场 "照片"', caption: '挂上以后', width: 400, height: 300, ...more })
const cell = (text: string, more: object = {}) => ({ text, header: false, colSpan: 1, rowSpan: 1, ...more })

const slides: Slide[] = [
  { ...base, layout: 'cover', id: 's1', title: '地线编号错位 𠮷😀', subtitle: '运维一班', lines: ['陈立', '2026年3月'] },
  { ...base, layout: 'section', id: 's2', title: '茶歇', subtitle: '09:45', lines: [] },
  { ...base, layout: 'text', id: 's3', title: '主要做法', part: 1, parts: 2, size: 22, lines: [line('先核', { mark: '1.' }), line('读号', { mark: 'a)', level: 1 }), line('再挂', { mark: '2.' }), line('另起', { mark: '一、' }), line('点', { mark: '•' }), line('\u0001坏\uD800字')] },
  { ...base, layout: 'textPicture', id: 's4', title: '现场', size: 20, lines: [line('少了一根。')], picture: picture(seen) },
  { ...base, layout: 'picture', id: 's5', title: '全景', picture: picture(wide, { width: 10_000, height: 80, caption: '' }), notes: '' },
  { ...base, layout: 'picture', id: 's6', title: '又一次', picture: picture(seen) },
  { ...base, layout: 'picture', id: 's7', title: '不能显示', picture: picture(odd) },
  { ...base, layout: 'table', id: 's8', title: '步骤', table: { widths: [0.2, 0.4, 0.4], headRows: 1, size: 18, caption: '依据', rows: [[cell('步', { header: true }), cell('合并', { header: true, colSpan: 2 })], [cell('1', { rowSpan: 2 }), cell('核对'), cell('报号\n复诵')], [cell('悬挂'), cell('')]] } },
  { ...base, layout: 'chart', id: 's9', title: '成效', size: 22, lines: [line('4.7 → 0.8')], chart: { categories: ['编号不符', '漏挂 & 错挂'], unit: '次/千票', series: [{ name: '实施前', values: [4.7, 1.2] }, { name: '实施后', values: [0.8, 0] }] } },
  { ...base, layout: 'textTable', id: 's11', title: '对照', size: 20, lines: [line('先看')], below: [line('再看')], table: { widths: [0.5, 0.5], headRows: 1, size: 18, caption: '', rows: [[cell('甲'), cell('乙')], [cell('丙'), cell('丁')]] } },
  { ...base, layout: 'textTable', id: 's12', title: '只有下面', size: 20, lines: [], below: [line('再看')], table: { widths: [1], headRows: 0, size: 18, caption: '题注', rows: [[cell('甲')]] } },
  { ...base, layout: 'textWidePicture', id: 's13', title: '时间轴', size: 20, lines: [line('十分钟')], picture: picture(wide, { width: 10_000, height: 80 }) },
  { ...base, layout: 'closing', id: 's10', title: '谢谢', lines: ['运维一班'], kicker: '', notes: '' },
]
const deck: Deck = { title: '地线 & 编号', author: '陈立', footer: '第四季度 <交流会>', theme: { ...standardTheme, faces: { title: '方正小标宋简体', text: '仿宋_GB2312', latin: 'Times New Roman' }, logo: seen }, slides }

const written = async (changed: Partial<Deck> = {}): Promise<{ pptx: OpenPptx; faults: string[]; codes: string[] }> => {
  const { bytes, warnings } = await writePptx({ ...deck, ...changed }, pictures)
  return { ...await openPptx(bytes), codes: warnings.map(({ code }) => code) }
}

describe('a PowerPoint file', () => {
  it('is whole: every part well-formed, every relationship leads somewhere, no id twice, no placeholder left empty', async () => {
    expect((await written()).faults).toEqual([])
    expect((await written({ theme: standardTheme, slides: [] })).faults).toEqual([])
  })

  it('has the company\'s colours and faces as its theme', async () => {
    const { pptx } = await written()
    const theme = await pptx.text('ppt/theme/theme1.xml')
    for (const said of ['name="良方"', '<a:accent1><a:srgbClr val="0F766E"/>', '<a:lt1><a:srgbClr val="FFFEFC"/>', '<a:ea typeface="方正小标宋简体"/>', '<a:ea typeface="仿宋_GB2312"/>', '<a:latin typeface="Times New Roman"/>']) expect(theme).toContain(said)
    // Colours of slides are those of the theme, by name.
    for (const name of pptx.names.filter((each) => /^ppt\/(slides|slideLayouts|slideMasters|charts)\/[^/]+\.xml$/.test(each))) expect(await pptx.text(name)).not.toContain('srgbClr')
  })

  it('keeps its texts in the places of its layouts, which say where they stand', async () => {
    const { pptx } = await written()
    const text = await pptx.text('ppt/slides/slide3.xml')
    expect(text).toContain('<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr></p:spPr>')
    expect(text).toContain('<p:ph idx="1"/></p:nvPr></p:nvSpPr><p:spPr></p:spPr>')
    expect(await pptx.text('ppt/slides/_rels/slide3.xml.rels')).toContain('/ppt/slideLayouts/slideLayout3.xml')
    expect(pptx.names.filter((name) => name.startsWith('ppt/slideLayouts/slideLayout'))).toHaveLength(10)
  })

  it('has text above and below a table in places of one layout, each where it was fitted', async () => {
    const { pptx } = await written()
    const slide = await pptx.text('ppt/slides/slide10.xml')
    for (const said of ['<p:ph idx="1"/>', '<p:ph type="tbl" idx="17"/>', '<p:ph idx="19"/>']) expect(slide).toContain(said)
    const [, above, table, below] = [...slide.matchAll(/<a:off x="\d+" y="(\d+)"/g)].map(([, y]) => Number(y))
    expect(above).toBeLessThan(table ?? 0)
    expect(table).toBeLessThan(below ?? 0)
    expect(await pptx.text('ppt/slides/slide11.xml')).not.toContain('<p:ph idx="1"/>')
    expect(await pptx.text('ppt/slides/_rels/slide10.xml.rels')).toContain('/ppt/slideLayouts/slideLayout8.xml')
  })

  it('has real numbers and bullets, and leaves out what no XML holds', async () => {
    const text = await (await written()).pptx.text('ppt/slides/slide3.xml')
    expect([...text.matchAll(/<a:buAutoNum type="(\w+)" startAt="(\d+)"\/>/g)].map(([, type, start]) => `${type} ${start}`)).toEqual(['arabicPeriod 1', 'alphaLcParenR 1', 'arabicPeriod 1'])
    expect(text).toContain('<a:buChar char="•"/>')
    expect(text).toContain('坏\uFFFD字')
  })

  it('has each picture once, however many slides show it, and words for one that can not be shown', async () => {
    const { pptx, codes } = await written()
    expect(pptx.names.filter((name) => name.startsWith('ppt/media/'))).toEqual(['ppt/media/image1.png', 'ppt/media/image2.png'])
    expect(codes).toEqual(['picture_unsupported'])
    expect(await pptx.text('ppt/slides/slide7.xml')).toContain('不能显示的图片：挂上以后')
    expect(await pptx.text('ppt/slides/slide4.xml')).toContain('descr="现场 &quot;照片&quot;"')
  })

  it('has tables whose cells are merged, and charts that can be edited in a sheet', async () => {
    const { pptx } = await written()
    const table = await pptx.text('ppt/slides/slide8.xml')
    for (const said of ['gridSpan="2"', 'rowSpan="2"', 'hMerge="1"', 'vMerge="1"', 'firstRow="1"', '<p:ph type="tbl" idx="17"/>']) expect(table).toContain(said)
    const path = join(folder, 'chart.xlsx')
    await writeFile(path, await pptx.bytes('ppt/embeddings/chart1.xlsx'))
    const sheet = new Map([...await readEntries(path)].map(([name, part]) => [name, part.toString('utf8')]))
    expect(sheet.get('xl/workbook.xml')).toContain('name="Sheet1"')
    for (const said of ['指标', '实施前（次/千票）', '实施后（次/千票）', '编号不符', '漏挂 &amp; 错挂']) expect(sheet.get('xl/sharedStrings.xml')).toContain(said)
    expect([...(sheet.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<c r="([BC]\d)"[^>]*><v>([\d.]+)<\/v>/g)].map(([, place, value]) => `${place} ${value}`)).toEqual(expect.arrayContaining(['B2 4.7', 'C2 0.8', 'B3 1.2', 'C3 0']))
    expect(await pptx.text('ppt/charts/chart1.xml')).toContain('<c:f>Sheet1!$C$2:$C$3</c:f>')
  })

  it('has notes, and says what it is called, by whom, in which language', async () => {
    const { pptx } = await written()
    expect(await pptx.text('ppt/notesSlides/notesSlide1.xml')).toContain('讲给大家听 &amp; &lt;这样&gt;')
    expect(pptx.names.filter((name) => /notesSlide\d+\.xml$/.test(name))).toHaveLength(11)
    const core = await pptx.text('docProps/core.xml')
    for (const said of ['<dc:title>地线 &amp; 编号</dc:title>', '<dc:creator>陈立</dc:creator>', 'zh-CN']) expect(core).toContain(said)
  })

  it('has no text below 18 points but its foot', async () => {
    const { pptx } = await written()
    for (const name of pptx.names.filter((each) => /^ppt\/slides\/slide\d+\.xml$/.test(each))) {
      const root = pptx.xml(name)
      const sizes = root ? descendants(root).flatMap(({ attributes }) => attributes.get('sz') ?? []).map(Number).filter((size) => !Number.isNaN(size)) : []
      expect(Math.min(...sizes, 1800)).toBeGreaterThanOrEqual(1800)
    }
  })

  it('tells how far it is', async () => {
    const told: number[] = []
    await writePptx(deck, pictures, (done, total) => { told.push(done / total) })
    expect(told.length).toBeGreaterThan(slides.length)
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual([...told].sort((a, b) => a - b))
  })
})
