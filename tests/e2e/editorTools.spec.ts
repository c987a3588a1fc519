/** What one expects from Word while writing: links, a menu of what to put in, callouts, footnotes, Chinese numbers, finding, counting, moving. */
import type { Page } from '@playwright/test'
import { editorOf, expectSaved, goToLastParagraph, startEditing, typeChinese } from './support/editing'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const startWriting = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /打开示例资料库/ }).click()
  await page.getByRole('button', { name: '新建案例' }).click()
  await page.getByRole('textbox', { name: '标题' }).fill('接地线编号核对')
  if (!await editorOf(page).isVisible()) await startEditing(page)
  await goToLastParagraph(page)
}

const toolbar = (page: Page) => page.getByRole('toolbar', { name: '编辑工具' })
const slashMenu = (page: Page) => page.getByRole('listbox', { name: '插入' })

test('one writes with links, callouts, footnotes and Chinese numbers, by keyboard alone', async ({ openApp, page }) => {
  await openApp()
  await startWriting(page)
  const text = editorOf(page)
  expect((await toolbar(page).boundingBox())?.height).toBeLessThan(48)

  await page.keyboard.type('见[[')
  const picker = page.getByRole('dialog', { name: '插入链接' })
  await expect(picker.getByRole('combobox', { name: '记录或网址' })).toBeFocused()
  await page.keyboard.type('现场')
  await expect(picker.getByRole('option').first()).toBeVisible()
  await look(page, 'link-picker')
  await page.keyboard.press('Enter')
  const recordLink = text.locator('button').filter({ hasText: '检修后遗留短接线' })
  await expect(recordLink).toBeVisible()
  await expect(text).not.toContainText('[[')
  await page.keyboard.press('ArrowLeft')
  const card = page.getByRole('tooltip')
  await expect(card.getByRole('img')).toBeVisible()
  await look(page, 'record-card')
  await page.keyboard.press('ArrowRight')

  await page.keyboard.type('，')
  await page.keyboard.press('Control+Shift+K')
  await page.keyboard.type('https://example.com/规程')
  await page.keyboard.press('Enter')
  await expect(text.locator('a')).toHaveAttribute('href', 'https://example.com/规程')
  await expect(page.getByRole('group', { name: '链接工具' })).toBeVisible()

  await page.keyboard.press('Enter')
  await page.keyboard.type('/')
  await expect(slashMenu(page).getByRole('option')).toHaveCount(18)
  await look(page, 'slash-menu')
  await page.keyboard.type('zhuyi')
  await expect(slashMenu(page).getByRole('option')).toHaveText(['提示框：注意'])
  await page.keyboard.press('Enter')
  await typeChinese(page, 'shuangren', '双人复核')
  const callout = text.locator('aside[data-tone=warning]')
  await expect(callout).toHaveText('双人复核')
  await page.getByRole('toolbar', { name: '提示框工具' }).getByRole('button', { name: '改为“危险”' }).click()
  await expect(text.locator('aside[data-tone=danger]')).toHaveText('双人复核')
  await page.keyboard.type(' /jz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '脚注内容' })).toBeFocused()
  await page.keyboard.type('见安规第四章')
  await look(page, 'footnote')
  await page.keyboard.press('Control+Enter')
  await expect(text.getByRole('button', { name: '脚注：见安规第四章' })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await page.keyboard.type('一、 准备')
  await page.keyboard.press('Enter')
  await page.keyboard.type('核对')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('编号')
  await expect(text.locator('li[data-scheme=chinese]')).toHaveText(['准备', '核对', '编号'])
  await look(page, 'chinese-numbers')
  await expectSaved(page)
})
