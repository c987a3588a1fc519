/** Slides made through the contract, as LibreOffice shows them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import type { RecordFile } from '#shared/model/record'
import { buildPng } from '../../../../../tests/fixtures/docx/png'
import { madeOf } from '../../../../../tests/support/documents'
import { beyondPages, converted, pdfPages, slideOffice } from '../../../../../tests/support/office'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeEach(async () => {
  home = await createTestHome()
  client = (await home.open()).client
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '运维一班', unitCode: 'YW1' })
})
afterEach(async () => home.remove())

const cell = (text: string, more: object = {}) => ({ blocks: [paragraph(text)], ...more })
const sentence = '读号的人不看票，看票的人不读号；GB 26860—2011 要求三项一致，58,400 kWh 的台区也不例外。'

/** Every kind of slide, and more of each than one holds. */
const fullCase = async (title: string, seed: number): Promise<RecordFile> => {
  const path = join(home.home, `${seed}.png`)
  await writeFile(path, buildPng(900 + seed, 600, seed))
  const { sha256 } = await client.attachments.add({ path })
  const item = (text: string, level: number): Block => ({ type: 'listItem', id: newBlockId(), list: 'number', level, inlines: [{ type: 'text', text }] })
  const table: Block = {
    type: 'table', id: newBlockId(), caption: '核对记录', rows: [{ cells: [cell('序号', { header: 'column' }), cell('核对', { header: 'column', colSpan: 2 })] },
      ...Array.from({ length: 30 }, (_, index) => ({ cells: [cell(`${index + 1}`), cell(sentence.slice(0, 20 + index)), cell('一致 😀𠮷')] }))],
  }
  return client.records.create({
    type: 'case', content: {
      title, authors: ['陈立'], date: '2026-03-18', fields: { results: [{ id: newBlockId(), indicator: '编号不符每千票', unit: '次', before: '4.7', after: '0.8', evidence: [] }] },
      body: { version: 1, preamble: [], sections: [
        newSection('background', '背景', [paragraph(sentence.repeat(3))]), newSection('measures', '主要做法', [...Array.from({ length: 14 }, (_, index) => item(sentence, index % 3)), table]),
        newSection('results', '成效', [paragraph(sentence), { type: 'image', id: 'p', attachment: sha256, alt: '现场', caption: '挂上以后' }]),
      ] },
    },
  })
}

it.skipIf(slideOffice === undefined)('are as many pages, with no text beyond them, none smaller than 18 points but the foot, one deck after another', async () => {
  const records = [await fullCase('110 kV 母线转供操作中地线编号错位的发现与纠正', 1), await fullCase('地线编号错位的发现与纠正'.repeat(16), 2)]
  const cited = records.map(({ id, revision }) => ({ recordId: id, revisionId: revision.id }))
  const meeting = await client.records.create({ type: 'meeting', content: { title: '第四季度管理经验交流会', date: '2026-11-30', fields: { agenda: [
    { id: 'a', kind: 'talk', time: '9:00', minutes: 30, title: '接地线管理', presenter: '陈立', records: cited }, { id: 'b', kind: 'break', minutes: 15, title: '茶歇' },
  ] } } })
  const theme = await client.documents.theme()
  await client.documents.saveTheme({ ...theme, colours: { paper: '1C201F', text: 'E8E6E0', muted: 'BDC2BE', accent: '5CC9AE', second: '464E4B', third: 'E2B25C' } })
  const path = join(home.home, '交流会.pptx')
  const { warnings } = await madeOf(client, { form: 'slides', source: { kind: 'meeting', id: meeting.id, part: 'handbook' } }, path)
  expect(warnings.map(({ code }) => code).sort()).toEqual(['table_continued', 'text_continued', 'title_shortened'])
  const { deck } = await client.documents.deck({ source: { kind: 'meeting', id: meeting.id, part: 'handbook' } })
  const [pdf = ''] = await converted([path], 'pdf', home.home)
  const pages = await pdfPages(pdf)
  expect(pages).toHaveLength(deck.slides.length)
  expect(beyondPages(pages)).toEqual([])
  for (const [index, { texts, height }] of pages.entries()) {
    // The foot stands in the lowest half inch of seven and a half.
    const body = texts.filter(({ y }) => y > height * 0.087)
    expect(body.length).toBeGreaterThan(0)
    const small = body.filter((each) => each.height < 17.5)
    expect(small, `slide ${index + 1}`).toEqual([])
    const slide = deck.slides[index]
    const said = texts.map(({ text }) => text).join('').replace(/\s/g, '')
    expect(said).toContain(slide?.title.replace(/\s/g, '').slice(0, 12))
    // Nothing runs into the foot.
    if (slide?.layout !== 'cover') expect(Math.min(...body.map(({ y }) => y))).toBeGreaterThan(height * (1 - (2.1 + 4.45) / 7.5) - 4)
  }
}, 300_000)
