/** The search screen, used by keyboard and with an input method, on the sample library. */
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { expectSaved, startEditing, typeChinese } from './support/editing'
import { buildPackedPdf, packedMegabytes } from '../fixtures/pdf/pdfFile'
import { searchWhole, withCore } from './support/coreOf'
import { openSample } from './support/openList'
import { standBetween } from './support/standBetween'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const boxOf = (page: Page) => page.getByRole('combobox', { name: '搜索' })
const resultsOf = (page: Page) => page.getByRole('listbox', { name: '搜索结果' }).getByRole('option')
const completionsOf = (page: Page) => page.getByRole('listbox', { name: '可以补全为' }).getByRole('option')
const dialogOf = (page: Page) => page.getByRole('dialog', { name: '搜索' })
const total = (page: Page) => dialogOf(page).getByRole('status').filter({ hasText: /^\d+ 条/ })

test.beforeEach(async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await expect(page.getByRole('grid', { name: '案例库' }).getByRole('row')).not.toHaveCount(0)
  // What is counted while the index still grows is another number a moment later.
  await withCore(page, async (core) => searchWhole(core, '现场'))
  await page.keyboard.press('Control+K')
  // Chinese can't be composed outside of a box.
  await expect(boxOf(page)).toBeFocused()
})

test('no letter typed right after the key that opens it is lost', async ({ page }) => {
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('abc')
  await expect(boxOf(page)).toHaveValue('abc')
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
  const grid = page.getByRole('grid', { name: '案例库' })
  await grid.focus()
  expect(await page.evaluate(() => {
    dispatchEvent(new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, cancelable: true }))
    return document.activeElement?.getAttribute('role')
  })).toBe('combobox')
  await page.keyboard.type('d')
  await expect(boxOf(page)).toHaveValue('d')
  await page.keyboard.press('Escape')
  await expect(grid).toBeFocused()
})

test('what an input method composes is shown, and searched for once it is there', async ({ page }) => {
  const session = await page.context().newCDPSession(page)
  const letters = 'duanjiexian'
  await session.send('Input.imeSetComposition', { text: letters, selectionStart: letters.length, selectionEnd: letters.length })
  await expect(boxOf(page)).toHaveValue(letters)
  await page.keyboard.press('ArrowDown')
  await expect(resultsOf(page)).toHaveCount(0)
  await expect(dialogOf(page)).toBeVisible()
  await session.send('Input.insertText', { text: '短接线' })
  await expect(boxOf(page)).toHaveValue('短接线')
  await expect(resultsOf(page).first()).toContainText('短接线')
  await page.keyboard.press('End')
  await page.keyboard.press('Space')
  await typeChinese(page, 'songdian', '送电')
  await expect(boxOf(page)).toHaveValue('短接线 送电')
  await expect(resultsOf(page).first().locator('mark').first()).toHaveText('短接线')
})

test('Enter right after the last letter opens what is found with it', async ({ page }) => {
  await page.keyboard.type('地线')
  await expect(resultsOf(page).first()).toBeVisible()
  await boxOf(page).fill('短接线')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /短接线/ })).toBeVisible()
})

test('facets count all that is found, and narrow it by keyboard', async ({ page }) => {
  await page.keyboard.type('现场')
  await expect(resultsOf(page).first()).toBeVisible()
  const types = dialogOf(page).getByRole('group', { name: '类型', exact: true })
  const cases = types.getByRole('checkbox', { name: /^案例/ })
  const count = async (): Promise<string> => /\d+/.exec(await types.locator('label').filter({ hasText: '案例' }).innerText())?.[0] ?? ''
  expect(Number(await count())).toBeGreaterThan(0)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(types.getByRole('checkbox').first()).toBeFocused()
  await cases.focus()
  await page.keyboard.press('Space')
  await expect(cases).toBeChecked()
  // Files whose text is still being read may add to both.
  await expect.poll(async () => (await total(page).innerText()).startsWith(`${await count()} 条`)).toBe(true)
  await expect(types.getByRole('checkbox', { name: /^经验/ })).toBeVisible()
  await expectAccessible(page, 'search, narrowed')
  await page.keyboard.press('Shift+Tab')
  await page.getByRole('button', { name: '清除', exact: true }).click()
  await expect(cases).not.toBeChecked()
})

test('fields are completed by keyboard', async ({ page }) => {
  await page.keyboard.type('短接线 sta')
  await expect(completionsOf(page).first()).toContainText('stage:')
  await page.keyboard.press('ArrowUp')
  for (let presses = 0; await completionsOf(page).first().getAttribute('aria-selected') !== 'true'; presses += 1) {
    expect(presses).toBeLessThan(10)
    await page.keyboard.press('ArrowUp')
  }
  await page.keyboard.press('Tab')
  await expect(boxOf(page)).toHaveValue('短接线 stage:')
  await page.keyboard.type('已发')
  await expect(completionsOf(page)).toHaveText(['已发布'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(boxOf(page)).toHaveValue('短接线 stage:已发布 ')
  await expect(resultsOf(page).first()).toContainText('短接线')

  await page.keyboard.type('标签:')
  await expect(completionsOf(page).first()).toBeVisible()
  await expectAccessible(page, 'search with completions')
  await page.keyboard.press('Escape')
  await expect(completionsOf(page)).toHaveCount(0)
  await expect(dialogOf(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
})

test('a word that sounds alike is searched for instead, and the word itself if that is wanted', async ({ page }) => {
  await typeChinese(page, 'duanjiexian', '短接现')
  await expect(dialogOf(page).getByText(/^没有“.*”，已按“.*线”查找。$/)).toBeVisible()
  await expect(resultsOf(page).first()).toContainText('短接线')
  await expectAccessible(page, 'search, corrected')
  await page.getByRole('button', { name: '只查原词' }).click()
  await expect(dialogOf(page).getByText('只查了原词。')).toBeVisible()
  await expect(boxOf(page)).toBeFocused()
})

test('a query that can not be read says where and why, and its words are searched', async ({ page }) => {
  await page.keyboard.type('"短接线')
  await expect(dialogOf(page).getByText('「"短接线」：引号没有另一半，按普通词查找')).toBeVisible()
  await expect(resultsOf(page).first()).toContainText('短接线')
  await boxOf(page).fill('短接线 before:2026-13')
  await expect(dialogOf(page).getByText(/^「before:2026-13」：不是日期/)).toBeVisible()
  await expect(resultsOf(page).first()).toContainText('短接线')
  await boxOf(page).fill('短接线 befor:2026')
  await expect(dialogOf(page).getByText(/^「befor:」：没有这个字段，按普通词查找，是不是「before:」$/)).toBeVisible()
  await expectAccessible(page, 'search with a problem')
})

test('a search is saved under a name, run, renamed and deleted; one that led somewhere is offered again', async ({ page }) => {
  await page.keyboard.type('短接线')
  await expect(resultsOf(page).first()).toBeVisible()
  await page.getByRole('button', { name: '保存检索' }).click()
  await expect(page.getByRole('textbox', { name: '检索的名称' })).toHaveValue('短接线')
  await page.keyboard.type('遗留物')
  await page.keyboard.press('Enter')
  await expect(dialogOf(page).getByText(/^已保存检索“遗留物”/)).toBeVisible()
  await expect(boxOf(page)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /短接线/ })).toBeVisible()

  await page.keyboard.press('Control+K')
  await expect(boxOf(page)).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  const saved = page.getByRole('region', { name: '已保存的检索' })
  const recent = page.getByRole('region', { name: '最近的搜索' })
  await expect(recent.getByRole('button', { name: '短接线' })).toBeVisible()
  await expectAccessible(page, 'search before anything is typed')
  await page.keyboard.press('ArrowDown')
  await expect(recent.getByRole('button', { name: '短接线' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(boxOf(page)).toHaveValue('短接线')
  await expect(resultsOf(page).first()).toContainText('短接线')

  await boxOf(page).fill('')
  await saved.getByRole('button', { name: '给检索“遗留物”改名' }).click()
  await page.keyboard.type('短接线一类')
  await page.keyboard.press('Enter')
  await saved.getByRole('button', { name: '删除检索“短接线一类”' }).click()
  await page.keyboard.press('Enter')
  await expect(saved).toHaveCount(0)
  await recent.getByRole('button', { name: '清除最近的搜索' }).click()
  await expect(recent).toHaveCount(0)
})

/** Opens the record that is found, to be edited, at its files. */
const editFilesOfFound = async (page: Page): Promise<void> => {
  await page.keyboard.type('短接线')
  await expect(resultsOf(page).first()).toContainText('短接线')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /短接线/ })).toBeVisible()
  await startEditing(page)
  await page.getByRole('tab', { name: /^附件/ }).click()
}

test('a file is found by what it says, and opens its record at the file', async ({ page }) => {
  await editFilesOfFound(page)
  await page.getByRole('tabpanel', { name: /^附件/ }).locator('input[type=file]').setInputFiles({ name: '绝缘斗臂车点检表.txt', mimeType: 'text/plain', buffer: Buffer.from('每日出车前检查斗臂车的绝缘子串，擦拭支腿垫板。') })
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '经验库' }).click()

  await page.keyboard.press('Control+K')
  await boxOf(page).fill('支腿垫板')
  const file = resultsOf(page).filter({ hasText: '绝缘斗臂车点检表.txt' })
  await expect(file).toContainText('短接线')
  await expect(file.locator('mark').first()).toHaveText('支腿垫板')
  await file.click()
  await expect(page.getByRole('tab', { name: /^附件/, selected: true })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '绝缘斗臂车点检表.txt' })).toHaveAttribute('aria-current', 'true')
})

test('files whose text is still being read, or can not be, are told', async ({ page }) => {
  await editFilesOfFound(page)
  const buffer = buildPackedPdf([{ packed: packedMegabytes(320), filters: '/FlateDecode' }])
  const input = page.getByRole('tabpanel', { name: /^附件/ }).locator('input[type=file]')
  await input.setInputFiles({ name: '全年巡视照片.pdf', mimeType: 'application/pdf', buffer })
  await expect.poll(async () => withCore(page, async (core) => (await core.search.query({ text: '全年巡视照片' })).total)).toBe(1)
  await expectSaved(page)
  // However soon it is read.
  const between = await standBetween(page)
  between.answer = (message) => message.replace('"toRead":0', '"toRead":1')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: /短接线/ })).toBeVisible()
  await page.keyboard.press('Control+K')
  await boxOf(page).fill('地线')
  const reading = dialogOf(page).getByText('还有 1 个附件的文字正在读取，稍后会自动补上')
  await expect(reading).toBeVisible()
  await look(page, 'search-files-reading')
  between.answer = (message) => message
  await expect(reading).toHaveCount(0)
  await expect(dialogOf(page).getByText('1 个附件的文字没有读出来，只能按文件名查到。')).toBeVisible()
  await page.getByRole('button', { name: '看是哪些' }).click()
  const unread = page.getByRole('list', { name: '没有读出文字的附件' }).getByRole('listitem')
  await expect(unread).toContainText('文件超过大小上限')
  await look(page, 'search-files-unread')
  await page.getByRole('button', { name: '全年巡视照片.pdf', exact: true }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '全年巡视照片.pdf' })).toHaveAttribute('aria-current', 'true')
})
