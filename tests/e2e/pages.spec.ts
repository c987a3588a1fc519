/** Documents on pages: whatever they hold, all of it stands once, in order, and nothing outside the page. */
import type { Page } from '@playwright/test'
import fc from 'fast-check'
import { build } from 'vite'
import { alias } from '../../scripts/aliases.mjs'
import type { DocumentPreview } from '#shared/contract/documents'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { PagesFacts } from './support/pagesEntry'
import { expect, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

let bundle: Promise<string> | undefined

const bundled = async (): Promise<string> => {
  const made = await build({
    configFile: false, logLevel: 'silent', publicDir: false, resolve: { alias },
    build: { write: false, minify: false, lib: { entry: 'tests/e2e/support/pagesEntry.ts', formats: ['iife'], name: 'pages' } },
  })
  const [output] = Array.isArray(made) ? made : [made]
  const chunk = 'output' in output ? output.output[0] : undefined
  if (!chunk) throw new Error('nothing was bundled')
  return chunk.code
}

const css = `
  .sheet-text, .flow-root { font-family: serif; font-size: 12pt; line-height: 1.5; }
  p { margin: 0 0 4pt; text-indent: 2em; text-align: justify; }
  h2 { margin: 12pt 0 6pt; font-size: 14pt; break-after: avoid; }
  table { width: 100%; border-collapse: collapse; font-size: 9pt; }
  td, th { border: 1px solid #000; padding: 2pt 4pt; }
  td p { text-indent: 0; margin: 0; }
  caption { break-after: avoid; }
  ul, ol { margin: 0 0 4pt; padding-left: 2em; }
  aside { border-left: 3pt solid #999; padding: 6pt; margin: 6pt 0; }
  figure { margin: 6pt 0; text-align: center; }
`

const previewOf = (html: string, changes: Partial<DocumentPreview> = {}): DocumentPreview => ({
  title: '样例', suggestedName: '样例', html, css, preset: standardPresets.workInstruction, page: { width: 210, height: 297 }, mark: '内部', header: '样例', hasPageNumbers: true,
  faces: [], warnings: [], restricted: [], ...changes,
})

const laidOut = async (page: Page, preview: DocumentPreview): Promise<PagesFacts> => {
  if (!await page.evaluate<boolean>('"layOutFacts" in window')) await page.evaluate(await (bundle ??= bundled()))
  return page.evaluate<PagesFacts>(`layOutFacts(${JSON.stringify(preview)})`)
}

const expectWhole = ({ pages, source }: PagesFacts): void => {
  expect(pages.map(({ text }) => text).join('')).toBe(source)
  expect(pages.filter(({ beyond }) => beyond > 2), 'what stands outside its page').toEqual([])
}

const sentence = '两条线路同日检修，地线交叉使用，监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号 1234 ABC。'
const part = (html: string, attributes = ''): string => `<section data-part="section"${attributes}>${html}</section>`

const words = fc.integer({ min: 0, max: 40 }).map((count) => sentence.repeat(count % 9).slice(0, count * 9))
const paragraph = words.map((text) => `<p>${text}</p>`)
const item: fc.Arbitrary<string> = fc.tuple(words, fc.array(words, { maxLength: 2 })).map(([text, inner]) => `<li>${text}${inner.length > 0 ? `<ul>${inner.map((each) => `<li>${each}</li>`).join('')}</ul>` : ''}</li>`)
const table = fc.tuple(fc.boolean(), fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 30 })).map(([hasHead, rows]) =>
  `<table><caption>表</caption>${hasHead ? '<thead><tr><th>项目</th><th>要求</th></tr></thead>' : ''}<tbody>${rows.map(([one, other]) => `<tr><td>${one}</td><td><p>${other}</p></td></tr>`).join('')}</tbody></table>`)
const block = fc.oneof(
  { arbitrary: paragraph, weight: 6 }, words.map((text) => `<h2>${text.slice(0, 30)}</h2>`), fc.array(item, { minLength: 1, maxLength: 6 }).map((items) => `<ol>${items.join('')}</ol>`), table,
  fc.array(paragraph, { maxLength: 3 }).map((inner) => `<aside>${inner.join('')}</aside>`),
  fc.integer({ min: 20, max: 4000 }).map((height) => `<figure><svg width="600" height="${height}"></svg><figcaption>图</figcaption></figure>`),
)
const documentHtml = fc.array(fc.tuple(fc.array(block, { maxLength: 8 }), fc.boolean()), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.map(([blocks, breaks]) => part(blocks.join(''), breaks ? ' data-break' : '')).join(''))

test('whatever a document holds, all of it stands once and in order, and nothing stands outside its page', async ({ page }) => {
  await fc.assert(fc.asyncProperty(documentHtml, async (html) => { expectWhole(await laidOut(page, previewOf(html))) }), { numRuns: 150 })
})

test('a list within an item that goes on repeats no number, and an empty heading adds no space', async ({ page }) => {
  const inner = `<ul>${`<li>${sentence}</li>`.repeat(3)}</ul>`
  const upTo = (height: number): string => `<figure><svg width="600" height="${height}"></svg></figure>`
  for (let height = 500; height < 900; height += 40) expectWhole(await laidOut(page, previewOf(part(`${upTo(height)}<ol><li>${inner}</li></ol>${`<p>${sentence.repeat(6)}</p>`.repeat(9)}`))))
  expectWhole(await laidOut(page, previewOf(part(`${upTo(700)}<h2></h2>${upTo(805)}<aside><p>${sentence.repeat(2)}</p><p>${sentence}</p></aside>`))))
})

test('long tables repeat their heads, long texts go on by lines, and the contents know the pages', async ({ page }) => {
  const rows = Array.from({ length: 200 }, (_, index) => `<tr><td>${index + 1}</td><td>${sentence}</td></tr>`).join('')
  const facts = await laidOut(page, previewOf(
    `<section data-part="cover"><h1>封面</h1></section><section data-part="contents" data-break><p data-target="h1">一<span data-page></span></p></section>${part(
      `<h2 id="h1">一</h2><p>${sentence.repeat(120)}</p><table><caption>表</caption><thead><tr><th>号</th><th>要求</th></tr></thead><tbody>${rows}</tbody></table>`, ' data-break')}`,
  ))
  await screenshot(page, 'pages-1-long')
  const { pages } = facts
  expect(pages[0]?.number).toBe('')
  expect(pages[1]?.text).toBe('一3')
  expect(pages[2]?.number).toBe(`第 3 页 共 ${pages.length} 页`)
  expect(pages.filter(({ beyond }) => beyond > 2)).toEqual([])
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.slice(-5).map(({ heads }) => heads)).toEqual([1, 1, 1, 1, 1])
})

test('a row that no page can hold goes on on the next', async ({ page }) => {
  expectWhole(await laidOut(page, previewOf(part(`<table><thead><tr><th>号</th><th>要求</th></tr></thead><tbody><tr><td>1</td><td><p>${sentence.repeat(150)}</p><p>${sentence.repeat(60)}</p></td></tr><tr><td>2</td><td>末</td></tr></tbody></table>`))))
})

test('a heading stands with what follows, and no line stands alone', async ({ page }) => {
  const { pages } = await laidOut(page, previewOf(part(Array.from({ length: 60 }, (_, index) => `<h2>标题${index}</h2><p>${sentence.repeat(1 + index % 7)}</p>`).join(''))))
  for (const { text } of pages.slice(0, -1)) expect(text).not.toMatch(/标题\d+$/)
})

test('what leads to a chart stands with it', async ({ page }) => {
  const chart = '<section data-part="flow"><figure><svg width="500" height="600"></svg><figcaption>作业流程</figcaption></figure></section>'
  for (let height = 100; height < 900; height += 80) {
    const { pages } = await laidOut(page, previewOf(`${part(`<figure><svg width="600" height="${height}"></svg></figure>`)}${part('<h2>流程图</h2><p>作业流程见下图。</p>', ' data-keep="next"')}${chart}`))
    expect(pages.filter(({ text }) => text.includes('作业流程')).map(({ text }) => text)).toEqual([expect.stringContaining('流程图作业流程见下图。作业流程')])
  }
})

test('a face that is missing is told from one that is here', async ({ page }) => {
  await page.evaluate(await (bundle ??= bundled()))
  const here = await page.evaluate<boolean[]>(`${JSON.stringify(['没有这种字体', 'WenQuanYi Micro Hei', 'Microsoft YaHei', 'PingFang SC', 'DejaVu Sans', 'Arial', 'Liberation Sans'])}.map(isInstalled)`)
  expect(here[0]).toBe(false)
  expect(here).toContain(true)
})

test('three hundred pages are laid out within one call, part by part', async ({ page }) => {
  const { pages } = await laidOut(page, previewOf(Array.from({ length: 200 }, (_, index) => part(`<h2>第${index}条</h2>${`<p>${sentence.repeat(8)}</p>`.repeat(12)}`, ' data-break')).join('')))
  expect(pages.length).toBeGreaterThan(300)
})
