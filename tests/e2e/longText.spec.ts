/** A long text in the editor: what is far from the screen is not drawn, and neither moves nor is counted wrong for it. */
import type { Page } from '@playwright/test'
import { isKnownBlock, type Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { longBody } from '../bench/editor/longBody'
import { withCore } from './support/coreOf'
import { editorOf, expectSaved, startEditing } from './support/editing'
import { openList, openSample } from './support/openList'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const footnote = (id: string) => ({ type: 'footnote' as const, id, inlines: [{ type: 'text' as const, text: '见图纸' }] })

/** Every table with a caption, and a footnote in the first paragraph and in the last. */
const body = (): Body => {
  const { sections, ...rest } = longBody(12_000)
  const paragraphs = sections.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'paragraph')
  const noted = new Map([[paragraphs.at(0), footnote('f1')], [paragraphs.at(-1), footnote('f2')]])
  const more = (block: Block): Block => {
    const note = noted.get(block)
    if (!isKnownBlock(block)) return block
    if (block.type === 'table') return { ...block, caption: '指标' }
    return block.type === 'paragraph' && note ? { ...block, inlines: [...block.inlines, note] } : block
  }
  return { ...rest, sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(more) })) }
}

const resting = (page: Page) => page.locator('[contenteditable=true][data-far-blocks-rest]')

/** Texts as a screen reader is told them, counters too. */
const toldTexts = async (page: Page): Promise<string> => {
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  await session.detach()
  return nodes.flatMap(({ role, name }) => (role?.value === 'StaticText' && typeof name?.value === 'string' ? [name.value] : [])).join('\n')
}

const heightsOf = async (page: Page): Promise<number[]> => editorOf(page).evaluate((root) => [...root.children].map((block) => block.getBoundingClientRect().height))

test('a long text rests where it is far away, keeps its heights and its numbers, and is written in at its end', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await withCore(page, (core) => core.records.create({ type: 'case', content: { title: '很长的案例', body: body() } }))
  await openList(page, '案例库')
  await page.getByRole('row').filter({ hasText: '很长的案例' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '很长的案例' })).toBeVisible()
  await startEditing(page)

  await expect(resting(page)).toBeVisible()
  const heights = await heightsOf(page)
  await editorOf(page).evaluate((root) => { delete root.dataset.farBlocksRest })
  expect(await heightsOf(page)).toEqual(heights)
  await editorOf(page).evaluate((root) => { root.dataset.farBlocksRest = '' })

  await editorOf(page).getByRole('table').last().scrollIntoViewIfNeeded()
  await expect.poll(() => toldTexts(page)).toMatch(/\n表 \n40\n[^]*\n\[\n2\n\]\n/)

  await page.setViewportSize({ width: 1100, height: 800 })
  await expect.poll(() => heightsOf(page)).not.toEqual(heights)
  await expect(resting(page)).toBeVisible()
  await page.getByRole('navigation', { name: '栏目' }).getByRole('button').last().click()
  await editorOf(page).getByRole('heading').last().click()
  await page.keyboard.press('End')
  await page.keyboard.type('abc')
  await expect(editorOf(page).getByRole('heading').last()).toContainText('abc')
  await expect(editorOf(page).getByRole('heading').last()).toBeInViewport()
  await expectSaved(page)
})
