/** A document as one web page, opened by itself from a folder as from a stick: contents, search, links, pictures, and everything printed. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DocumentSource } from '#shared/contract/documents'
import { rowsOf } from '#shared/model/fields'
import { buildPng } from '../fixtures/docx/png'
import { meetingOf } from '../support/meetings'
import { paragraph } from '../support/records'
import { createTestHome, type TestHome } from '../support/testCore'
import { pdfPages } from '../support/office'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

type Client = Awaited<ReturnType<TestHome['open']>>['client']

/** Writes the page and waits until it is there. */
const write = async (client: Client, source: DocumentSource, to: string): Promise<void> => {
  const { jobId } = await client.documents.make({ request: { form: 'web', source }, to, allowRestricted: false })
  await expect.poll(async () => (await client.jobs.get({ id: jobId })).state, { timeout: 60_000 }).toBe('done')
}

let home: TestHome
let stick: string

test.beforeAll(async () => {
  home = await createTestHome()
  stick = await mkdtemp(join(tmpdir(), 'liangfang-stick-'))
  const { client } = await home.open()
  await client.library.createSample({ path: join(home.home, '示例') })
  const png = join(home.home, '现场.png')
  await writeFile(png, buildPng(160, 90, 3))
  const { sha256 } = await client.attachments.add({ path: png })
  const body = { version: 1 as const, preamble: [], sections: [
    { id: 's1', key: 'background', title: '背景', blocks: [paragraph('监护人清点工具柜，少了一根接地线。'), { type: 'image' as const, id: 'p1', attachment: sha256, alt: '工具柜', caption: '图 1 工具柜' }] },
    { id: 's2', key: 'measures', title: '主要做法', blocks: [{ type: 'paragraph' as const, id: 'b1', inlines: [{ type: 'text' as const, text: '<script>alert(1)</script> 逐根报号。' }] }] },
  ] }
  const own = await client.records.create({ type: 'case', content: { title: '工具柜少一根接地线', body } })
  const { rows: [first] } = await client.records.list({ filter: { type: 'product' }, sort: { by: 'number', descending: false }, offset: 0, limit: 1 })
  if (!first) throw new Error('the sample has no product')
  const product = await client.records.get({ id: first.id })
  const meeting = await meetingOf(client, [own, product])
  const [edition] = await client.products.editions({ id: product.id })
  const written = join(home.home, '交流会.html')
  await write(client, { kind: 'meeting', id: meeting.id, part: 'handbook' }, written)
  await write(client, { kind: 'edition', id: product.id, seal: edition?.seal ?? null, part: 'workPackage' }, join(stick, '作业包.html'))
  await write(client, { kind: 'record', id: own.id }, join(stick, '案例.html'))
  await copyFile(written, join(stick, '交流会.html'))
  const agenda = rowsOf(meeting.content.fields.agenda).map((row, index) => (index === 1 ? { ...row, title: '很长的议题'.repeat(40) } : row))
  await client.records.save({ id: meeting.id, base: meeting.revision.id, changes: { fields: { ...meeting.content.fields, agenda } } })
  await write(client, { kind: 'meeting', id: meeting.id, part: 'handbook' }, join(stick, '长题.html'))
})
test.afterAll(async () => {
  await home.remove()
  await rm(stick, { recursive: true, force: true })
})

test('a meeting begins with its agenda, whose records are read and found', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => { if (!request.url().startsWith('data:')) fetched.push(request.url()) })
  const address = pathToFileURL(join(stick, '交流会.html')).href
  await page.goto(address)
  await expect(page).toHaveTitle('变电运维管理经验交流会')
  await expect(page.getByRole('heading', { name: /议程/ })).toBeVisible()
  await page.screenshot({ path: 'test-results/screenshots/web-page-meeting.png' })
  await page.getByRole('table').getByRole('link', { name: '工具柜少一根接地线' }).click()
  const picture = page.getByRole('img', { name: '工具柜' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth)).toBe(160)
  await expect(page.getByText('<script>alert(1)</script> 逐根报号。')).toBeVisible()
  await page.screenshot({ path: 'test-results/screenshots/web-page-record.png' })
  await page.getByRole('searchbox').fill('清点工具柜')
  await expect(page.locator('#list a').first()).toHaveText(/工具柜少一根接地线/)
  await expect(page.locator('#list a').first().locator('mark')).toHaveText('清点工具柜')
  await expect(page.getByText(/^找到 \d+ 节$/)).toBeVisible()
  expect(fetched).toEqual([address])
})

test('a long title leaves room for the names beside it', async ({ page }) => {
  await page.goto(pathToFileURL(join(stick, '长题.html')).href)
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 800 })
    const row = page.getByRole('row').filter({ hasText: '很长的议题很长的议题' })
    for (const [name, most] of [['09:10–09:40', 2], ['沈屹舟', 1], ['李静', 1]] as const) {
      const lines = await row.getByRole('cell', { name, exact: true }).evaluate((cell) => { const range = document.createRange(); range.selectNodeContents(cell); return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size })
      expect(lines, `${name} at ${String(width)}`).toBeLessThanOrEqual(most)
    }
    expect(await page.locator('.agenda').first().evaluate((table) => table.scrollWidth - table.clientWidth), `at ${String(width)}`).toBeLessThanOrEqual(0)
    await row.scrollIntoViewIfNeeded()
    await page.screenshot({ path: `test-results/screenshots/web-page-long-title-${String(width)}.png` })
  }
})

test('a work package is read by its chapters, and printed whole', async ({ page }) => {
  await page.goto(pathToFileURL(join(stick, '作业包.html')).href)
  await page.getByRole('navigation').getByRole('link', { name: '流程图' }).click()
  await expect(page.locator('.flow svg').getByText('1 开工清点')).toBeVisible()
  await page.screenshot({ path: 'test-results/screenshots/web-page-flow.png' })
  await page.getByRole('navigation').getByRole('link', { name: '作业步骤' }).click()
  await expect(page.getByRole('cell', { name: /危险点：带出的线没有号/ })).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'test-results/screenshots/web-page-steps-dark.png' })
  // What stands on the page while the browser prints is kept, to be printed here.
  await page.evaluate(() => { Object.assign(window, { print: () => { document.body.replaceChildren(...[document.getElementById('main')?.cloneNode(true)].flatMap((each) => each ?? [])) } }) })
  await page.getByRole('button', { name: '打印全部' }).click()
  await expect(page.locator('.leaf')).not.toHaveCount(0)
  const printed = join(stick, '作业包.pdf')
  await page.pdf({ path: printed, format: 'A4', printBackground: true })
  const texts = (await pdfPages(printed)).flatMap(({ texts: own }) => own.map(({ text }) => text)).join('')
  expect(texts).toContain('危险点')
  expect(texts).toContain('变更记录')
  expect(texts).toContain('填写示例')
})

test('a record stands whole on the first page, and its sections are found', async ({ page }) => {
  await page.goto(pathToFileURL(join(stick, '案例.html')).href)
  await expect(page.getByRole('heading', { name: '背景' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '主要做法' })).toBeVisible()
  await page.getByRole('searchbox').fill('报号')
  await expect(page.locator('#list a')).toHaveText([/主要做法/])
})
