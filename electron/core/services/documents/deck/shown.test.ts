/** Which records slides show, at which edition, and how confidential they say that they are. */
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DocumentSource } from '#shared/contract/documents'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newSection } from '#shared/model/body/body'
import type { EditableContent, RecordFile } from '#shared/model/record'
import type { Deck } from '#shared/model/slides/deck'
import { frame } from '#shared/model/slides/frame'
import { textWidth } from '#shared/model/slides/measure'
import { madeOf } from '../../../../../tests/support/documents'
import { meetingOf } from '../../../../../tests/support/meetings'
import { anyway, citationOf, moveOn, saveNow, wholeProduct } from '../../../../../tests/support/products'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  ;({ client } = await home.open({ now: () => Date.parse('2026-11-30T04:00:00.000Z') }))
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const newCase = async (title: string, content: Omit<EditableContent, 'title'> = {}): Promise<RecordFile> => client.records.create({
  type: 'case', content: { body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [paragraph('两人核对。')])] }, ...content, title },
})
const releasedProduct = async (title: string): Promise<RecordFile> => {
  const product = await wholeProduct(client, title, [await newCase('来源')])
  await client.products.release({ id: product.id, base: product.revision.id, changeLog: '', reason: anyway })
  return client.records.get({ id: product.id })
}
const handbook = ({ id }: RecordFile): DocumentSource => ({ kind: 'meeting', id, part: 'handbook' })
const deckOf = async (source: DocumentSource) => client.documents.deck({ source })
const coverOf = ({ slides }: Deck): string => (slides[0] && 'lines' in slides[0] ? JSON.stringify(slides[0]) : '')

describe('an edition of a product that became restricted', () => {
  it('is restricted in slides: they are asked for, and say so', async () => {
    const { id } = await releasedProduct('三核对作业包')
    const seal = (await client.products.editions({ id }))[0]?.seal ?? ''
    await saveNow(client, id, { confidentiality: 'restricted' })
    const source: DocumentSource = { kind: 'edition', id, seal, part: 'workPackage' }
    const { deck, restricted } = await deckOf(source)
    expect(restricted.map((row) => row.id)).toEqual([id])
    expect(coverOf(deck)).toContain('受控')
    const to = join(home.home, '作业包.pptx')
    expect(await failureOf(madeOf(client, { form: 'slides', source }, to))).toMatchObject({ code: 'restricted_content', data: { records: [{ id }] } })
    const meeting = await meetingOf(client, [await client.records.get({ id })])
    expect((await deckOf(handbook(meeting))).restricted.map((row) => row.id)).toEqual([id])
  })
})

describe('at a meeting', () => {
  it('a record that was deleted is left out and told of, in slides as in the handbook', async () => {
    const [stays, goes] = [await newCase('一线一码'), await newCase('先通后复')]
    const meeting = await meetingOf(client, [stays, goes])
    await client.records.remove({ selection: { ids: [goes.id] } })
    const { deck, warnings } = await deckOf(handbook(meeting))
    const printed = await client.documents.preview({ source: handbook(meeting), look: {} })
    const missing = [{ code: 'record_missing', count: 1, detail: '先通后复' }]
    expect(warnings).toMatchObject(missing)
    expect(printed.warnings.filter(({ code }) => code === 'record_missing')).toMatchObject(missing)
    expect(deck.slides.some(({ source }) => source?.recordId === goes.id)).toBe(false)
    expect(deck.slides.some(({ source }) => source?.recordId === stays.id)).toBe(true)
  })

  it('a product that was retired is shown as its latest edition, in slides as in the handbook', async () => {
    const { id } = await releasedProduct('三核对作业包')
    await moveOn(client, id, 'retire', { reason: '不再使用' })
    const changed = await saveNow(client, id, { summary: '退役以后写的', title: '后来的名字' })
    const meeting = await meetingOf(client, [changed])
    const { deck } = await deckOf(handbook(meeting))
    const { html } = await client.documents.preview({ source: handbook(meeting), look: {} })
    for (const said of [JSON.stringify(deck.slides), html]) {
      expect(said).toContain('三核对作业包')
      expect(said).toMatch(/第 1 版|第一版/)
      expect(said).not.toContain('退役以后写的')
    }
  })
})

describe('how confidential a deck is', () => {
  it('is the strictest of what it shows, on its cover and at the foot of each slide', async () => {
    const [open, closed] = [await newCase('一线一码', { confidentiality: 'public' }), await newCase('先通后复', { confidentiality: 'restricted' })]
    const meeting = await meetingOf(client, [open, closed])
    expect(meeting.content.confidentiality).toBe('internal')
    const { deck } = await deckOf(handbook(meeting))
    expect(coverOf(deck)).toContain('受控')
    expect(deck.footer).toBe('受控　变电运维管理经验交流会')
    expect((await deckOf({ kind: 'record', id: open.id })).deck.footer).toBe('一线一码')
    expect((await deckOf({ kind: 'records', selection: { ids: [open.id, closed.id] }, title: '汇编' })).deck.footer).toBe('受控　汇编')
  })

  it('is that of what it quotes too', async () => {
    const closed = await newCase('先通后复', { confidentiality: 'restricted' })
    const quoting = await newCase('引用的', { confidentiality: 'public', body: { version: 1, preamble: [{ type: 'quote', id: 'q', citation: citationOf(closed), blocks: [paragraph('摘录')] }], sections: [] } })
    expect((await deckOf({ kind: 'record', id: quoting.id })).deck.footer).toBe('受控　引用的')
  })

  it('stands before a foot of one line, however long the title is', async () => {
    const { id } = await newCase('地线编号错位的发现与纠正'.repeat(17).slice(0, 200), { confidentiality: 'restricted' })
    const { footer } = (await deckOf({ kind: 'record', id })).deck
    expect(footer).toMatch(/^受控　地线.*…$/)
    expect(textWidth(footer, 12)).toBeLessThanOrEqual(frame.footer.width * 72)
    const theme = await client.documents.theme()
    await client.documents.saveTheme({ ...theme, footer: '变电运维中心管理经验交流材料'.repeat(8).slice(0, 100) })
    const own = (await deckOf({ kind: 'record', id })).deck.footer
    expect(own).toMatch(/^受控　变电.*…$/)
    expect(textWidth(own, 12)).toBeLessThanOrEqual(frame.footer.width * 72)
  })
})

it('the cover of a compilation says who made it, when, and of how many records', async () => {
  const records = [await newCase('一线一码', { confidentiality: 'public' }), await newCase('先通后复', { confidentiality: 'public' })]
  const { deck } = await deckOf({ kind: 'records', selection: { ids: records.map(({ id }) => id) }, title: '四季度材料' })
  expect(deck.slides[0]).toMatchObject({ layout: 'cover', kicker: '汇编', title: '四季度材料', subtitle: '运维一班', lines: ['2026年11月30日', '条目：2 条'] })
})
