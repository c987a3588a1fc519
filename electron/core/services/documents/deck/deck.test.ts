/** Slides through the contract, of records in a real library. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentSource } from '#shared/contract/documents'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { newBlockId, newId } from '#shared/model/ids'
import type { EditableContent, RecordFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import type { Deck, Slide } from '#shared/model/slides/deck'
import { linesHeight } from '#shared/model/slides/fitLines'
import { rowHeights } from '#shared/model/slides/fitTable'
import { chartBoxes, fitTitle, frame } from '#shared/model/slides/frame'
import { stackedBoxes } from '#shared/model/slides/stacked'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { anyway, saveNow, step, wholeProduct } from '../../../../../tests/support/products'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'
import { libraryPaths } from '../../../store/folders'

let home: TestHome
let client: TestCore['client']
let root: string

beforeEach(async () => {
  home = await createTestHome()
  client = (await home.open()).client
  root = join(home.home, '库')
  await client.library.create({ path: root, name: '库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

type Section = readonly [key: string | null, title: string, blocks: Block[]]
const body = (...sections: Section[]): NonNullable<EditableContent['body']> => ({ version: 1, preamble: [], sections: sections.map(([key, title, blocks]) => newSection(key, title, blocks)) })

const newRecord = async (type: Exclude<RecordType, 'product' | 'adoption'>, title: string, content: Omit<EditableContent, 'title'> = {}): Promise<RecordFile> =>
  client.records.create({ type, content: { ...content, title } })

const add = async (name: string, bytes: Uint8Array): Promise<string> => {
  const path = join(home.home, name)
  await writeFile(path, bytes)
  return (await client.attachments.add({ path })).sha256
}

const deckOf = async (source: DocumentSource): Promise<{ deck: Deck; codes: string[] }> => {
  const { deck, warnings } = await client.documents.deck({ source })
  return { deck, codes: warnings.map(({ code }) => code) }
}
const recordDeck = async ({ id }: RecordFile): Promise<{ deck: Deck; codes: string[] }> => deckOf({ kind: 'record', id })

const titles = ({ slides }: Deck): string[] => slides.map(({ layout, title }) => `${layout} ${title}`)
const textOf = (slide: Slide): string => ('lines' in slide ? slide.lines.map((line) => (typeof line === 'string' ? line : line.spans.map(({ text }) => text).join(''))).join('\n') : '')

/** What stands beyond its box, by the measure that everything is fitted with, or is too small to be read. */
const beyond = ({ slides }: Deck): string[] => slides.flatMap((slide) => {
  const faults: string[] = []
  if (fitTitle(slide.layout, slide.title).isShortened) faults.push(`${slide.id}: title`)
  if ('size' in slide) {
    const box = slide.layout === 'chart' ? chartBoxes(slide.chart.categories.length, true).text : { text: frame.body, textTable: frame.body, textPicture: frame.bodyLeft, textWidePicture: frame.bodyNarrow }[slide.layout]
    if (linesHeight(slide.lines, box.width * 72, slide.size) > box.height * 72 + 0.01) faults.push(`${slide.id}: lines`)
    if (slide.size < 18) faults.push(`${slide.id}: small`)
  }
  if ('table' in slide) {
    if (rowHeights(slide.table, frame.body.width * 72).reduce((sum, height) => sum + height, 0) > frame.body.height * 72 + 0.01) faults.push(`${slide.id}: table`)
    if (slide.table.size < 18) faults.push(`${slide.id}: small`)
  }
  if (slide.layout === 'textTable') {
    const { above, table, below } = stackedBoxes(slide)
    const end = slide.below.length > 0 ? below.y + below.height : table.y + table.height
    if ((slide.lines.length > 0 && above.y + above.height > table.y) || end > frame.body.y + frame.body.height + 0.01) faults.push(`${slide.id}: stacked`)
  }
  return faults
})

const result = (indicator: string, unit: string, before: string, after: string) => ({ id: newBlockId(), indicator, unit, before, after, evidence: [] })

describe('the slides of a case', () => {
  it('tell it from cover to thanks: background, what was done, tools, results as charts, insights', async () => {
    const tool = await newRecord('tool', '接地线核对清单')
    const record = await newRecord('case', '地线编号错位', {
      authors: ['陈立'], date: '2026-03-18', links: [{ to: tool.id, relation: 'uses' }], fields: { results: [result('编号不符', '次/千票', '4.7', '0.8'), result('漏挂', '次/千票', '1.2', '0'), result('核对用时', 'min', '12 min', '９')] },
      body: body(['background', '背景', [paragraph('二次回路改造期间，同一间隔有六根地线。')]], ['problem', '问题与驱动事件', [paragraph('夜里少了一根。')]], ['measures', '主要做法', [paragraph('两人分离核对。一人读号，一人看票，三项一致才动手。')]], ['results', '成效', []], ['insights', '启示', [paragraph('中止不追究。')]]),
    })
    const { deck, codes } = await recordDeck(record)
    expect(codes).toEqual([])
    expect(titles(deck)).toEqual([
      'cover 地线编号错位', 'text 背景、问题与驱动事件', 'text 主要做法', 'chart 成效', 'text 启示', 'closing 谢谢',
    ])
    expect(deck.slides[2]).toMatchObject({ kicker: '地线编号错位　运维一班', source: { recordId: record.id, section: '主要做法' }, itemId: null })
    expect(deck.slides[2]?.notes).toContain(`来源：${record.content.number}，`)
    expect(deck.slides.slice(2, 4).map(textOf)).toEqual([
      `两人分离核对。\n一人读号，一人看票，三项一致才动手。\n所用工具\n接地线核对清单　${tool.content.number}`, '编号不符　4.7 → 0.8\u00a0次/千票\n漏挂　1.2 → 0\u00a0次/千票\n核对用时　12 min → ９\u00a0min',
    ])
    const charts = deck.slides.flatMap((slide) => (slide.layout === 'chart' ? [slide.chart] : []))
    expect(charts).toEqual([
      { categories: ['编号不符', '漏挂'], unit: '次/千票', series: [{ name: '实施前', values: [4.7, 1.2] }, { name: '实施后', values: [0.8, 0] }] },
    ])
  })

  it('show results that are no numbers in a table, and say so', async () => {
    const { deck, codes } = await recordDeck(await newRecord('case', '地线', { fields: { results: [result('交接', '', '口头', '书面')] } }))
    expect(codes).toContain('chart_skipped')
    expect(deck.slides.find(({ layout }) => layout === 'table')).toMatchObject({ title: '成效', table: { rows: [[{ text: '指标' }, {}, {}, {}], [{ text: '交接' }, {}, { text: '口头' }, { text: '书面' }]] } })
  })

  it('keep levels and numbers of lists, and put a picture beside a short text', async () => {
    const sha256 = await add('图.png', buildPng(400, 300, 2))
    const item = (text: string, level: number, more: object = {}): Block => ({ type: 'listItem', id: newBlockId(), list: 'number', level, inlines: [{ type: 'text', text }], ...more })
    const { deck } = await recordDeck(await newRecord('case', '地线', {
      body: body(['measures', '主要做法', [item('先核', 0), item('读号', 1), item('看票', 1), item('再挂', 0), item('另起', 0, { scheme: 'chinese' })]], ['results', '成效', [paragraph('少了。'), { type: 'image', id: 'p', attachment: sha256, alt: '现场', caption: '挂上以后' }]]),
    }))
    expect(deck.slides[1]).toMatchObject({ layout: 'text', lines: [{ mark: '1.', level: 0 }, { mark: 'a)', level: 1 }, { mark: 'b)', level: 1 }, { mark: '2.' }, { mark: '一、' }] })
    expect(deck.slides[2]).toMatchObject({ layout: 'textPicture', picture: { attachment: sha256, width: 400, height: 300, caption: '挂上以后' } })
  })

  it('go on with long text on further slides without losing a word', async () => {
    const text = Array.from({ length: 60 }, (_, index) => `第${index + 1}步由两人分离核对编号，读号的人不看票，看票的人不读号。`).join('')
    const { deck, codes } = await recordDeck(await newRecord('case', '地线', { body: body(['measures', '主要做法', [paragraph(text)]]) }))
    const slides = deck.slides.filter(({ title }) => title === '主要做法')
    expect(codes).toContain('text_continued')
    expect(slides.length).toBeGreaterThan(3)
    expect(slides.map(({ part, parts }) => `${part}/${parts}`)).toEqual(slides.map((_, index) => `${index + 1}/${slides.length}`))
    expect(slides.map(textOf).join('').replaceAll('\n', '')).toBe(text)
    expect(beyond(deck)).toEqual([])
  })
})

describe('slides of what is hard to show', () => {
  it('stand in their boxes all the same, and say what was adjusted', async () => {
    const [huge, gone] = [await add('大图.png', buildPng(10_000, 120, 1)), await add('缺图.png', buildPng(30, 30, 5))]
    const cell = (text: string, header?: 'column') => ({ blocks: [paragraph(text)], ...(header ? { header } : {}) })
    const table: Block = { type: 'table', id: newBlockId(), rows: [{ cells: [cell('序号', 'column'), cell('内容', 'column')] }, ...Array.from({ length: 200 }, (_, index) => ({ cells: [cell(String(index + 1)), cell(index === 77 ? '很长'.repeat(900) : `第 ${index} 行 𠮷😀`)] }))] }
    const title = '地线编号错位的发现与纠正'.repeat(17).slice(0, 200)
    const record = await newRecord('case', title, {
      body: body(['background', '背景', []], ['measures', '𠮷野家 😀', [table]], [null, '图', [{ type: 'image', id: 'a', attachment: huge, alt: '全景' }, { type: 'image', id: 'b', attachment: gone, alt: '现场' }]]),
    })
    await rm(libraryPaths(root).attachment(gone))
    const { deck, codes } = await recordDeck(record)
    expect(codes.sort()).toEqual(['picture_missing', 'row_shortened', 'section_empty', 'table_continued', 'title_shortened'])
    expect(beyond(deck)).toEqual([])
    expect(deck.slides[0]?.notes).toContain(title)
    const tables = deck.slides.flatMap((slide) => (slide.layout === 'table' ? [slide] : []))
    expect(tables.length).toBeGreaterThan(15)
    for (const { table: { rows } } of tables) expect(rows[0]).toMatchObject([{ text: '序号' }, { text: '内容' }])
    expect(tables.find(({ notes }) => notes.includes('很长'.repeat(900)))).toBeDefined()
    expect(tables.reduce((sum, { table: { rows } }) => sum + rows.length - 1, 0)).toBe(200)
    expect(deck.slides.find(({ layout }) => layout === 'picture')).toMatchObject({ picture: { width: 10_000, height: 120 } })
    expect(deck.slides.map(textOf).join()).toContain('图片缺失：现场')
  })

  it('show a table of very many columns in several, each with the first', async () => {
    const cell = (text: string) => ({ blocks: [paragraph(text)] })
    const table: Block = { type: 'table', id: newBlockId(), rows: ['甲', '乙'].map((name) => ({ cells: [cell(name), ...Array.from({ length: 29 }, (_, index) => cell(String(index + 1)))] })) }
    const { deck } = await recordDeck(await newRecord('case', '地线', { body: body(['measures', '主要做法', [table]]) }))
    const rows = deck.slides.flatMap((slide) => (slide.layout === 'table' ? [slide.table.rows[1]?.map(({ text }) => text) ?? []] : []))
    expect(rows.map(([first]) => first)).toEqual(['乙', '乙', '乙'])
    expect(rows.flatMap((row) => row.slice(1))).toEqual(Array.from({ length: 29 }, (_, index) => String(index + 1)))
    expect(beyond(deck)).toEqual([])
  })

  it('of a record that says nothing are a cover and thanks', async () => {
    const { deck } = await recordDeck(await newRecord('benchmark', '标杆'))
    expect(titles(deck)).toEqual(['cover 标杆', 'closing 谢谢'])
  })

  it('do not tell what a restricted tool is called', async () => {
    const tool = await newRecord('tool', '不外传的清单', { confidentiality: 'restricted' })
    const { deck } = await recordDeck(await newRecord('case', '地线', { links: [{ to: tool.id, relation: 'uses' }] }))
    expect(JSON.stringify(deck)).not.toContain('不外传的清单')
    expect(deck.slides.map(textOf)).toContain(tool.content.number)
  })
})

describe('the slides of a product', () => {
  const fields = { indicators: [{ id: newBlockId(), indicator: '错挂', unit: '次', baseline: '7', target: '0' }] }

  it('have its steps and hazards in tables, its checklist, and its indicators in a chart', async () => {
    const source = await newRecord('case', '地线', { body: body(['measures', '主要做法', [paragraph('两人核对。')]]) })
    const product = await wholeProduct(client, '三核对作业包', [source], step({ hazard: '错挂', control: '停下', likelihood: '4', severity: '5', minutes: 5 }), step({ action: '挂上' }))
    const { deck } = await recordDeck(await saveNow(client, product.id, { fields: { ...product.content.fields, ...fields } }))
    expect(deck.slides[0]).toMatchObject({ kicker: '产品', subtitle: '运维一班　草稿' })
    const tables = Object.fromEntries(deck.slides.flatMap((slide) => ('table' in slide ? [[slide.title, slide.table.rows.map((row) => row.map(({ text }) => text))]] : [])))
    expect(tables['作业步骤']).toEqual([['步骤', '动作', '标准', '时间', '岗位'], ['1', '核对地线编号', '三者一致方可动手', '5 分钟', '监护人'], ['2', '挂上', '三者一致方可动手', '', '监护人']])
    expect(tables['危险点与控制措施']).toEqual([['步骤', '危险点', '风险', '控制措施'], ['1', '错挂', '重大 20', '停下']])
    expect(tables['验收清单']).toBeDefined()
    expect(deck.slides.find(({ layout }) => layout === 'chart')).toMatchObject({ title: '目标指标', chart: { series: [{ name: '现状', values: [7] }, { name: '目标', values: [0] }] } })
    expect(beyond(deck)).toEqual([])
  })

  it('at an edition are those of what was released', async () => {
    const source = await newRecord('case', '地线', { body: body(['measures', '主要做法', [paragraph('两人核对。')]]) })
    const product = await wholeProduct(client, '三核对作业包', [source])
    const { edition } = await client.products.release({ id: product.id, base: product.revision.id, changeLog: '', reason: anyway })
    await saveNow(client, product.id, { title: '改过的名字' })
    const { deck } = await deckOf({ kind: 'edition', id: product.id, seal: edition.seal, part: 'workPackage' })
    expect(deck.slides[0]).toMatchObject({ title: '三核对作业包', subtitle: '运维一班　第 1 版' })
    expect((await deckOf({ kind: 'edition', id: product.id, seal: null, part: 'workPackage' })).deck.title).toBe('改过的名字')
  })
})

describe('the slides of a meeting', () => {
  const cited = ({ id, revision, content: { title, number } }: RecordFile) => ({ recordId: id, revisionId: revision.id, title, number })
  const row = (say: Record<string, unknown>) => ({ id: newBlockId(), kind: 'talk', minutes: 30, ...say })

  it('follow its agenda: each item opens, then come its records without covers of their own', async () => {
    const said = body(['measures', '主要做法', [paragraph('两人核对。')]])
    const [first, second] = [await newRecord('case', '一线一码', { body: said }), await newRecord('case', '先通后复', { body: said, confidentiality: 'restricted' })]
    const product = await wholeProduct(client, '三核对作业包', [first])
    await client.products.release({ id: product.id, base: product.revision.id, changeLog: '', reason: anyway })
    await saveNow(client, product.id, { title: '改过的名字' })
    const missing = { recordId: newId(), revisionId: 'a'.repeat(64), title: '找不到的案例' }
    const agenda = [
      row({ time: '9:15', title: '接地线管理', presenter: '陈立', host: '李静', questions: 10, note: '先讲三月十八日', records: [cited(first), cited(second)] }),
      row({ kind: 'break', title: '茶歇', minutes: 15 }), row({ title: '作业包', records: [cited(product), missing] }),
    ]
    const meeting = await newRecord('meeting', '第四季度管理经验交流会', { date: '2026-11-30', place: '一楼报告厅', fields: { agenda, host: '安监部' } })
    const { deck, warnings, restricted } = await client.documents.deck({ source: { kind: 'meeting', id: meeting.id, part: 'handbook' } })
    expect(warnings).toMatchObject([{ code: 'record_missing', detail: '找不到的案例' }])
    expect(restricted.map(({ id }) => id)).toEqual([second.id])
    expect(titles(deck).slice(0, 8)).toEqual([
      'cover 第四季度管理经验交流会', 'table 议程', 'section 接地线管理', 'section 一线一码', 'text 主要做法', 'section 先通后复', 'text 主要做法', 'section 茶歇',
    ])
    expect(deck.slides[2]).toMatchObject({ subtitle: '陈立', lines: ['09:15–09:45　30 分钟，其中问答 10 分钟', '主持：李静'], notes: '先讲三月十八日', kicker: '第四季度管理经验交流会' })
    expect(deck.slides[7]).toMatchObject({ subtitle: '09:45–10:00', lines: [] })
    expect(deck.slides.map(({ itemId }) => agenda.findIndex(({ id }) => id === itemId)).filter((item, index, all) => item !== all[index - 1])).toEqual([-1, 0, 1, 2, -1])
    const ofProduct = deck.slides.filter(({ source }) => source?.recordId === product.id)
    expect(ofProduct.every(({ source }) => source?.title === '三核对作业包')).toBe(true)
    expect(ofProduct[0]?.notes).toContain('第 1 版')
    expect(titles(deck).at(-1)).toBe('closing 谢谢')
    expect(beyond(deck)).toEqual([])
  })

  it('say over which days it goes, and shorten a place or presenters that would stand over the rest', async () => {
    const people = Array.from({ length: 40 }, (_, index) => `第${index + 1}位主讲人`).join('、')
    const meeting = await newRecord('meeting', '三日交流会', { date: '2026-12-01', place: '省公司培训中心'.repeat(12), fields: { agenda: [row({ title: '开场', presenter: people }), row({ day: '2026-12-03', title: '总结' })] } })
    const { slides } = (await deckOf({ kind: 'meeting', id: meeting.id, part: 'handbook' })).deck
    expect(slides[0]).toMatchObject({ subtitle: expect.stringMatching(/^2026年12月1日至2026年12月3日　省公司.*…$/) })
    expect(slides.find(({ layout }) => layout === 'section')).toMatchObject({ subtitle: expect.stringMatching(/^第1位主讲人.*…$/) })
  })

  it('are none of what is no meeting', async () => {
    const record = await newRecord('case', '一线一码')
    await expect(deckOf({ kind: 'meeting', id: record.id, part: 'handbook' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the slides of many records', () => {
  it('open each with a slide of its own', async () => {
    const said = body(['measures', '主要做法', [paragraph('两人核对。')]])
    const records = [await newRecord('case', '一线一码', { body: said }), await newRecord('experience', '先通后复')]
    const { deck, codes } = await deckOf({ kind: 'records', selection: { ids: [...records.map(({ id }) => id), newId()] }, title: '汇编' })
    expect(codes).toContain('record_missing')
    expect(titles(deck)).toEqual(['cover 汇编', 'section 一线一码', 'text 主要做法', 'section 先通后复', 'closing 谢谢'])
    await expect(deckOf({ kind: 'records', selection: { ids: [newId()] }, title: '汇编' })).rejects.toMatchObject({ code: 'not_found' })
  })
})

describe('the slides of the sample library', () => {
  const textsOf = (slide: Slide): string => [
    slide.title, textOf(slide), 'below' in slide ? slide.below.flatMap(({ spans }) => spans.map(({ text }) => text)).join('') : '',
    'table' in slide ? `${slide.table.rows.flat().map(({ text }) => text).join('\n')}\n${slide.table.caption}` : '', 'picture' in slide ? slide.picture.caption : '',
  ].join('\n').replace(/\s/g, '')

  it('are about twelve a case at most, in their boxes, and say every sentence of it', async () => {
    await client.library.createSample({ path: join(home.home, '示例') })
    const { rows } = await client.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    const counts: number[] = []
    for (const { id } of rows) {
      const record = await client.records.get({ id })
      const { deck } = await recordDeck(record)
      counts.push(deck.slides.length)
      expect(beyond(deck)).toEqual([])
      const said = deck.slides.map(textsOf).join('\n')
      const sentences = [...placedBlocks(record.content.body)].flatMap(({ block }) => blockText(block).split(/(?<=[。！？])|\n/)).map((text) => text.replace(/\s/g, '')).filter((text) => text !== '')
      expect(sentences.length).toBeGreaterThan(10)
      for (const sentence of sentences) expect(said, record.content.title).toContain(sentence)
    }
    expect(counts.length).toBeGreaterThan(10)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(8)
    expect(Math.max(...counts)).toBeLessThanOrEqual(15)
    expect(counts.filter((count) => count <= 12).length).toBeGreaterThanOrEqual(11)
  })
})
