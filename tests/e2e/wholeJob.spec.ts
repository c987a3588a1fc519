/** The whole job in one go: import → find → edit → distil → refuse → release → pack → open in a second library → Word. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { editorOf, expectSaved, goToLastParagraph, startEditing, typeChinese } from './support/editing'
import { exportWord } from './support/exporting'
import { makeLibrary } from './support/makeLibrary'
import { readEntries } from './support/readZip'
import { expect, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '现场操作“双人核对”标准作业包'
const addition = '班长每周抽查一次录音。'
const file = '双人核对.lfpkg'

const gateOf = (page: Page) => page.getByRole('region', { name: '发布关口' })
const sourcesOf = (page: Page) => page.getByRole('complementary', { name: '来源', exact: true })
const bodyOf = (page: Page) => page.getByRole('region', { name: '正文' })

/** Takes the first block of a source's first section into the section that is current. */
const takeExcerpt = async (page: Page, position: number): Promise<void> => {
  await sourcesOf(page).getByRole('tab').nth(position).click()
  await sourcesOf(page).getByRole('tab', { selected: true }).and(sourcesOf(page).getByRole('tab').nth(position)).waitFor()
  await sourcesOf(page).getByRole('button', { expanded: true }).first().focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('q')
  await expect(bodyOf(page).locator('blockquote')).toHaveCount(position + 1)
}

test('from Word files to a standard that another unit holds in its hands', async ({ home, openApp, page }) => {
  await writeCaseFolder(join(home, '班组材料'), 6)
  const packed = join(home, file)

  await test.step('import', async () => {
    await openApp()
    await makeLibrary(page, '城东班组资料库', '城东供电公司')
    await page.getByRole('button', { name: '导入 Word 或 Markdown 文件' }).click()
    await page.getByRole('dialog', { name: '导入 Word 或 Markdown 文件' }).getByRole('button', { name: '选择文件夹…' }).click()
    const picker = page.getByRole('dialog', { name: '选择文件夹' })
    await picker.getByRole('option', { name: '班组材料' }).click()
    await picker.getByRole('button', { name: '选择“班组材料”' }).click()
    await page.getByRole('button', { name: '开始导入 1 项' }).click()
    await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible({ timeout: 120_000 })
  })

  await test.step('find', async () => {
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
    await page.keyboard.type('倒闸')
    await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toContainText('倒闸')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toContainText('倒闸操作防误管理')
  })

  await test.step('edit', async () => {
    await startEditing(page)
    await goToLastParagraph(page)
    await page.keyboard.press('Enter')
    await typeChinese(page, 'banzhang', addition)
    await expectSaved(page)
    await page.keyboard.press('Escape')
    await expect(bodyOf(page).getByText(addition)).toBeVisible()
  })

  await test.step('distil, the case that is open first', async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: /提炼为产品/ }).click()
    const dialog = page.getByRole('dialog', { name: '新建产品' })
    await expect(dialog.getByRole('list', { name: '已选的来源' }).getByRole('listitem')).toHaveCount(1)
    await dialog.getByRole('textbox', { name: '名称' }).fill(title)
    await dialog.getByRole('combobox', { name: '查找来源' }).fill('定值核对')
    await expect(dialog.getByRole('option').first()).toContainText('定值核对')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('list', { name: '已选的来源' }).getByRole('listitem')).toHaveCount(2)
    await dialog.getByRole('button', { name: '新建产品' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await takeExcerpt(page, 0)
    await takeExcerpt(page, 1)
  })

  await test.step('refuse: the exact list of what is missing', async () => {
    await expect(gateOf(page).getByRole('button', { name: '发布第一版' })).toBeDisabled()
    for (const section of ['范围', '职责', '流程', '检查与评价']) await expect(gateOf(page).getByText(`缺“${section}”`)).toBeVisible()
    await screenshot(page, 'job-1-refused')
  })

  await test.step('release', async () => {
    for (const section of ['范围', '职责', '检查与评价']) {
      await page.getByRole('button', { name: `去填：缺“${section}”` }).click()
      await expect(editorOf(page)).toBeFocused()
      await typeChinese(page, 'shuangren', '双人核对，一人操作一人复核。')
      await expect(page.getByRole('button', { name: `去填：缺“${section}”` })).toHaveCount(0)
    }
    await page.getByRole('button', { name: '去填：缺“流程”' }).click()
    await expect(page.getByRole('textbox', { name: '步骤 1：动作' })).toBeFocused()
    await typeChinese(page, 'hedui', '双人核对')
    await expect(page.getByRole('button', { name: '去填：缺“流程”' })).toHaveCount(0)
    await gateOf(page).getByRole('button', { name: '其他操作' }).click()
    await page.getByRole('menuitem', { name: '仍然发布第一版…' }).click()
    await page.getByRole('textbox', { name: '原因（必填）' }).fill('班组先行试用')
    await page.getByRole('dialog', { name: /发布.*第一版/ }).getByRole('button', { name: '写明原因，仍然发布第一版' }).click()
    await expect(gateOf(page).getByRole('img', { name: '第一版的印', exact: true })).toBeVisible()
    await screenshot(page, 'job-2-released')
  })

  await test.step('pack', async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    const dialog = page.getByRole('dialog', { name: '打成资料包' })
    await expect(dialog.getByRole('row').filter({ hasText: /-CS-/ })).toHaveCount(2)
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
    await download.saveAs(packed)
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('open in a second library', async () => {
    await page.getByRole('button', { name: /城东班组资料库/ }).click()
    await page.getByRole('menuitem', { name: '切换资料库…' }).click()
    await makeLibrary(page, '江北班组资料库', '江北供电公司')
    await page.getByRole('link', { name: '资料包' }).click()
    await page.getByRole('button', { name: '打开资料包…' }).click()
    const picker = page.getByRole('dialog', { name: '选择文件' })
    // It begins where the last pick was made.
    await picker.getByRole('button', { name: '用户文件夹' }).click()
    await picker.getByRole('option', { name: file }).click()
    await picker.getByRole('button', { name: /^选择/ }).last().click()
    await expect(page.getByText('内容完整')).toBeVisible()
    await page.getByRole('checkbox', { name: /仍然收入/ }).check()
    await page.getByRole('button', { name: '收入 3 条' }).click()
    await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
    await page.getByRole('button', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await expect(gateOf(page).getByRole('img', { name: '第一版的印', exact: true })).toBeVisible()
    await expect(bodyOf(page).locator('blockquote')).toHaveCount(2)
    await screenshot(page, 'job-3-received')
  })

  await test.step('the citation leads to the case, with what was written into it', async () => {
    await bodyOf(page).getByRole('button', { name: /^回到原文/ }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('倒闸操作防误管理')
    await expect(bodyOf(page).getByText(addition)).toBeVisible()
    await expect(page.getByRole('complementary', { name: '条目信息' })).toContainText('城东班组资料库')
  })

  await test.step('Word', async () => {
    const download = await exportWord(page)
    expect(download.suggestedFilename()).toMatch(/-CS-\d+-\d+ .*倒闸操作防误管理.*\.docx$/)
    const path = join(home, '案例.docx')
    await download.saveAs(path)
    expect((await readEntries(path)).get('word/document.xml')?.toString()).toContain(addition)
  })
})
