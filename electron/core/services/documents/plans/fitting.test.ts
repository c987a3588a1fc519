/** Documents of one page: how they fill it, and what they say where they take more; with LibreOffice the pages themselves. */
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentSource } from '#shared/contract/documents'
import { newBlockId } from '#shared/model/ids'
import { madeOf } from '../../../../../tests/support/documents'
import { converted, office, pdfPages, type PdfPage } from '../../../../../tests/support/office'
import { step, wholeProduct } from '../../../../../tests/support/products'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'

let home: TestHome
let client: TestCore['client']

beforeAll(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.create({ path: join(home.home, '库'), name: '库', unit: '变电运维中心', unitCode: 'BDYW' })
})
afterAll(async () => home.remove())

const steps = (count: number): Record<string, unknown>[] => Array.from({ length: count }, (_, index) =>
  step({ action: `第 ${index + 1} 步核对地线编号并复诵`, standard: '监护人唱票，操作人复诵并核对设备双重名称、编号、位置，确认无误后执行', hazard: '走错间隔', control: '核对双重名称' }))

const posterOf = async (count: number): Promise<DocumentSource> => {
  const source = await client.records.create({ type: 'case', content: { title: '源' } })
  const { id } = await wholeProduct(client, `${count} 步的作业`, [source], ...steps(count))
  return { kind: 'edition', id, seal: null, part: 'poster' }
}

const meetingWith = async (title: string, talks: number): Promise<DocumentSource> => {
  const { id } = await client.records.create({
    type: 'meeting', content: { title, date: '2026-12-01', place: '培训中心', fields: { agenda: Array.from({ length: talks }, (_, index) => ({ id: newBlockId(), kind: 'talk', minutes: 10, title: `交流议题之${index + 1}` })) } },
  })
  return { kind: 'meeting', id, part: 'feedbackForm' }
}

const pagesOf = async (source: DocumentSource, paper: 'A4' | 'A5', name: string): Promise<PdfPage[]> => {
  const folder = process.env.LIANGFANG_PAGES ?? home.home
  const path = join(folder, `${name}-${paper}.docx`)
  await madeOf(client, { form: 'word', source, look: { paper } }, path)
  const [pdf = ''] = await converted([path], 'pdf', folder)
  return pdfPages(pdf)
}

/** Of the page's height, how much lies below its last text but the number of the page. */
const emptyShare = ({ texts, height }: PdfPage): number => Math.min(...texts.filter(({ y }) => y > height * 0.06).map(({ y }) => y)) / height

describe('a poster', () => {
  it('says that its steps take more than a page, and only then', async () => {
    const told = async (count: number): Promise<string[]> => (await client.documents.preview({ source: await posterOf(count), look: {} })).warnings.map(({ code }) => code)
    expect(await told(60)).toContain('poster_continued')
    expect(await told(7)).not.toContain('poster_continued')
  })

  it('breaks its title by what it means', async () => {
    const source = await client.records.create({ type: 'case', content: { title: '源' } })
    const { id } = await wholeProduct(client, '接地线、短接线“号、点、票”三核对标准作业包', [source], ...steps(7))
    for (const paper of ['A4', 'A5'] as const) {
      const { html } = await client.documents.preview({ source: { kind: 'edition', id, seal: null, part: 'poster' }, look: { paper } })
      expect(/<p class="banner accent[^>]*>(.*?)<\/p>/s.exec(html)?.[1], paper).toMatch(/^接地线、短接线(<br>)?“号、点、票”(<br>)?三核对标准作业包$/)
      expect(html).toMatch(/<br>(“号、点、票”)?三核对标准作业包/)
    }
  })

  it.runIf(office !== undefined).each([3, 7, 15])('of %i steps fills its page, on either paper', async (count) => {
    const source = await posterOf(count)
    for (const paper of ['A4', 'A5'] as const) {
      const pages = await pagesOf(source, paper, `poster${count}`)
      expect(pages, paper).toHaveLength(1)
      for (const page of pages) expect(emptyShare(page), paper).toBeLessThan(0.22)
    }
  }, 240_000)
})

describe('a feedback form', () => {
  it.runIf(office !== undefined).each([['short', 1], ['short', 9], ['long', 3]] as const)('with a %s title and %i talks is one page', async (length, talks) => {
    const title = length === 'short' ? '变电运维管理经验交流会' : '长'.repeat(200)
    const pages = await pagesOf(await meetingWith(title, talks), 'A4', `feedback-${length}-${talks}`)
    expect(pages).toHaveLength(1)
  }, 240_000)
})
