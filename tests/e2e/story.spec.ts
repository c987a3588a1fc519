/** The story that the app exists for: from a folder of Word files to a case that is found, read, edited, and there again after a restart. */
import { join } from 'node:path'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { expectOneOfEach, expectSaved, goToLastParagraph, startEditing, writeOneOfEach } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expectAccessible } from './support/accessibility'
import { openList } from './support/openList'
import { expect, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const good = 12
const badNames = ['不是Word文件.docx', '加密的案例.docx', '旧版文档.doc', '传输中断.docx', '空文件.docx']

test('from a folder of Word files to a case that is found, edited and kept', async ({ home, openApp, page }) => {
  await writeCaseFolder(join(home, '班组材料'), good, { bad: true })
  const list = page.getByRole('grid', { name: '案例库' })

  await test.step('make a library', async () => {
    await openApp()
    await makeLibrary(page, '城东班组资料库', '城东供电公司')
    await screenshot(page, 'story-1-empty')
  })

  await test.step('import a folder through the picker in the page', async () => {
    await page.getByRole('button', { name: '导入 Word 或 Markdown 文件' }).click()
    await page.getByRole('dialog', { name: '导入 Word 或 Markdown 文件' }).getByRole('button', { name: '选择文件夹…' }).click()
    const picker = page.getByRole('dialog', { name: '选择文件夹' })
    await picker.getByRole('option', { name: '班组材料' }).click()
    await expect(picker.getByRole('option')).toHaveCount(good + badNames.length)
    await screenshot(page, 'story-2-picker')
    await picker.getByRole('button', { name: '选择“班组材料”' }).click()
    await page.getByRole('button', { name: '开始导入 1 项' }).click()
  })

  await test.step('see what became of every file', async () => {
    await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: 120_000 })
    await expect(page.getByText(`已导入 ${good} 个`).first()).toBeVisible()
    await expect(page.getByText(`未导入 ${badNames.length} 个`).first()).toBeVisible()
    for (const name of badNames) await expect(page.getByRole('row').filter({ hasText: name })).toContainText('未导入')
    await expectAccessible(page, 'import report')
    await screenshot(page, 'story-3-report')
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect(page.locator(':root[data-theme=dark]')).toBeVisible()
    await expectAccessible(page, 'import report, dark')
    await screenshot(page, 'story-3-report-dark')
    await page.emulateMedia({ colorScheme: 'light' })
  })

  await test.step('see the cases in the list', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    await expect(list.getByRole('row').filter({ hasText: /-CS-/ })).toHaveCount(good)
    await screenshot(page, 'story-4-list')
  })

  await test.step('find one by a word of two characters while typing', async () => {
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
    await page.keyboard.type('倒闸')
    const first = page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()
    await expect(first.getByText('倒闸', { exact: true }).first()).toBeVisible()
    await expect(first.locator('mark').first()).toHaveText('倒闸')
    await screenshot(page, 'story-5-search')
  })

  await test.step('open it where it matches', async () => {
    await page.getByRole('complementary', { name: '匹配的地方' }).getByRole('button').last().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('倒闸')
    await expect(page.getByRole('article').or(page.getByRole('main')).getByText(/倒闸/).last()).toBeInViewport()
    await screenshot(page, 'story-6-record')
  })

  await test.step('write in it', async () => {
    await startEditing(page)
    await goToLastParagraph(page)
    await writeOneOfEach(page)
    await expectSaved(page)
    await screenshot(page, 'story-7-editing')
    await page.keyboard.press('Escape')
    await expectOneOfEach(page)
  })

  const [number = ''] = /\w+-CS-\d+-\d+/.exec(await page.getByRole('navigation', { name: '所在位置' }).innerText()) ?? []

  await test.step('start again: everything is there', async () => {
    await openApp()
    await page.getByRole('button', { name: /城东班组资料库/ }).first().click()
    await openList(page, '案例库')
    await expect(list.getByRole('row').filter({ hasText: /-CS-/ })).toHaveCount(good)
    await list.getByRole('row').filter({ hasText: number }).click()
    await expectOneOfEach(page)
    await screenshot(page, 'story-8-restarted')
  })
})
