/** What stands together on a slide, so that a deck has no slide with hardly anything on it. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { EditableContent } from '#shared/model/record'
import type { Slide } from '#shared/model/slides/deck'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { citationOf, filledBody, saveNow, step, wholeProduct } from '../../../../../tests/support/products'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

const library = async (language: 'zh-CN' | 'en' = 'zh-CN'): Promise<void> => {
  await client.library.create({ path: join(home.home, language), name: '库', unit: '运维一班', unitCode: 'YW1', language })
}

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
})
afterEach(async () => home.remove())

const heading = (text: string): Block => ({ type: 'heading', id: newBlockId(), level: 2, inlines: [{ type: 'text', text }] })
const table = (rows: number, caption = ''): Block => ({ type: 'table', id: newBlockId(), ...(caption === '' ? {} : { caption }), rows: Array.from({ length: rows }, (_, index) => ({ cells: [{ blocks: [paragraph(`第 ${index + 1} 行`)] }, { blocks: [paragraph('一致')] }] })) })

const slidesOf = async (type: 'case' | 'tool', content: Omit<EditableContent, 'title'>): Promise<Slide[]> => {
  const { id } = await client.records.create({ type, content: { title: '地线', ...content } })
  return (await client.documents.deck({ source: { kind: 'record', id } })).deck.slides.slice(1, -1)
}
const measures = async (...blocks: Block[]): Promise<Slide[]> => slidesOf('case', { body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', blocks)] } })
const captions = (slides: readonly Slide[]): string[] => slides.map((slide) => `${slide.layout} ${'table' in slide ? slide.table.caption : 'picture' in slide ? slide.picture.caption : ''}`)

it('a heading never stands on a slide without the table that it heads, whatever that is called', async () => {
  await library()
  const long = Array.from({ length: 9 }, (_, index) => paragraph(`第 ${index + 1} 步由两人分离核对编号，读号的人不看票，看票的人不读号，三项一致才动手，少一项即停。`))
  const slides = await measures(heading('一'), ...long, { ...heading('怎样核对'), level: 3 }, table(4, '核对记录'))
  expect(captions(slides).at(-1)).toBe('textTable 核对记录')
  expect(slides.at(-1)).toMatchObject({ lines: [{}, { spans: [{ text: '怎样核对' }] }] })
  expect(JSON.stringify(slides.slice(0, -1))).not.toContain('怎样核对')
})

it('a sentence or two behind a table or a picture are said with it', async () => {
  await library()
  const [first, second] = ['窃电不到五分之一。', '前两笔是自己的活儿。']
  expect(await measures(table(3, '核对记录'), paragraph(first + second))).toMatchObject([{ layout: 'textTable', table: { caption: '核对记录' }, lines: [], below: [{ spans: [{ text: first }] }, { spans: [{ text: second }] }] }])
  expect(captions(await measures(table(7, '核对记录'), paragraph(first + second)))).toEqual([`table 核对记录　${first}${second}`])
  const path = join(home.home, '图.png')
  await writeFile(path, buildPng(400, 300, 1))
  const { sha256 } = await client.attachments.add({ path })
  const [slide, more] = await measures({ type: 'image', id: 'p', attachment: sha256, alt: '现场', caption: '挂上以后' }, paragraph('少了一根。'))
  expect(slide).toMatchObject({ layout: 'textPicture', picture: { caption: '挂上以后' }, lines: [{ spans: [{ text: '少了一根。' }] }] })
  expect(more).toBeUndefined()
})

it('a tool has no slides of its empty form, but a line that says that there is one', async () => {
  await library()
  const fields = { kind: 'form', form: Array.from({ length: 12 }, (_, index) => ({ id: newBlockId(), kind: 'text', title: `填写项 ${index + 1}` })) }
  const slides = await slidesOf('tool', { fields, body: { version: 1, preamble: [], sections: [newSection('instructions', '使用说明', [paragraph('一组一张。')])] } })
  expect(JSON.stringify(slides)).not.toContain('填写项')
  expect(JSON.stringify(slides).split('附填写表。')).toHaveLength(3)
  expect(slides.find(({ title }) => title === '使用说明')).toMatchObject({ layout: 'text', lines: [{ spans: [{ text: '一组一张。' }] }, { spans: [{ text: '附填写表。' }] }] })
})

it('an appendix that only names a tool is left out', async () => {
  await library()
  const tool = await client.records.create({ type: 'tool', content: { title: '接地线核对清单' } })
  const source = await client.records.create({ type: 'case', content: { title: '来源' } })
  const product = await wholeProduct(client, '作业包', [source], step({ tools: [citationOf(tool)] }))
  const titlesWith = async (text: string): Promise<string[]> => {
    const body = filledBody(product.content.body)
    const { id } = await saveNow(client, product.id, { body: { ...body, sections: body.sections.map((section) => (section.key === 'appendix' ? { ...section, blocks: [paragraph(text)] } : section)) } })
    return (await client.documents.deck({ source: { kind: 'record', id } })).deck.slides.map(({ title }) => title)
  }
  expect(await titlesWith('附：接地线核对清单（工具库）。')).not.toContain('附录')
  expect(await titlesWith('附：定值表。')).toContain('附录')
})

it('an English deck has English brackets round what is missing', async () => {
  await library('en')
  const slides = await measures(paragraph('Two people check.'), { type: 'image', id: 'p', attachment: 'a'.repeat(64), alt: 'the site' })
  expect(JSON.stringify(slides)).toContain('(Picture missing: the site)')
  expect(JSON.stringify(slides)).not.toMatch(/[（）]/)
})

const sentence = '读号的人不看票，看票的人不读号，三项一致才动手，少一项即停。'

it('short text stands above a small table, and what is said of it below', async () => {
  await library()
  const [slide, more] = await measures(paragraph(sentence.repeat(2)), table(3), paragraph(sentence.repeat(2)))
  expect(slide).toMatchObject({ layout: 'textTable', lines: [{}, {}], table: { rows: [{}, {}, {}] }, below: [{}, {}] })
  expect(slide?.notes.split(sentence)).toHaveLength(5)
  expect(more).toBeUndefined()
})

it('the end of a long text goes with the small table that it leads to', async () => {
  await library()
  const lines = Array.from({ length: 9 }, (_, index) => `第 ${index + 1} 步由两人分离核对编号，读号的人不看票。`)
  const slides = await measures(...lines.map((text) => paragraph(text)), table(3))
  expect(slides.map(({ layout }) => layout)).toEqual(['text', 'textTable'])
  expect(slides.flatMap((slide) => ('lines' in slide ? slide.lines.map((line) => (typeof line === 'string' ? line : line.spans.map(({ text }) => text).join(''))) : []))).toEqual(lines)
})

it('a picture that is wide has more room than the text beside it', async () => {
  await library()
  const path = join(home.home, '图.png')
  await writeFile(path, buildPng(880, 400, 1))
  const { sha256 } = await client.attachments.add({ path })
  const image: Block = { type: 'image', id: 'p', attachment: sha256, alt: '时间轴', caption: '十分钟' }
  expect(await measures(image, paragraph(sentence.repeat(3)))).toMatchObject([{ layout: 'textWidePicture', lines: [{}, {}, {}] }])
  expect(captions(await measures(image, paragraph('少了一根。')))).toEqual(['picture 十分钟　少了一根。'])
})

it('a tool stands below what was done with it, even where that then goes on', async () => {
  await library()
  const tool = await client.records.create({ type: 'tool', content: { title: '接地线核对清单' } })
  const slides = await slidesOf('case', { links: [{ to: tool.id, relation: 'uses' }], body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', Array.from({ length: 7 }, () => paragraph(sentence)))] } })
  expect(slides.map(({ title }) => title)).toEqual(['主要做法', '主要做法'])
  expect(JSON.stringify(slides.at(-1))).toContain('接地线核对清单')
})

it('a record of more than twelve slides has short neighbours together, and one of fewer has them apart', async () => {
  await library()
  const chapters = (count: number) => Array.from({ length: count }, (_, index) => newSection(null, `第 ${index + 1} 章`, [paragraph(sentence.repeat(2))]))
  expect((await slidesOf('case', { body: { version: 1, preamble: [], sections: chapters(10) } })).map(({ title }) => title)).toEqual(chapters(10).map(({ title }) => title))
  const many = await slidesOf('case', { body: { version: 1, preamble: [], sections: chapters(14) } })
  expect(many).toHaveLength(10)
  expect(many[0]?.title).toBe('第 1 章、第 2 章')
  expect(JSON.stringify(many.map((slide) => ('lines' in slide ? slide.lines : []))).split(sentence)).toHaveLength(29)
})
