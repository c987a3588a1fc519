/** Documents on their way out: looked at on their pages, in the form and style that is chosen, and let out by one button. */
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { exportDialog, leaveAs, openExport } from './support/exporting'
import { openList, openSample } from './support/openList'
import { readEntries } from './support/readZip'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const pagesOf = (page: Page) => page.getByRole('region', { name: '预览' }).locator('article.page')
const form = (page: Page, name: RegExp) => exportDialog(page).getByRole('radio', { name })

const openFirstCase = async (page: Page): Promise<void> => {
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('button', { name: '导出', exact: true })).toHaveAttribute('aria-haspopup', 'menu')
}

test('a record is looked at on its pages before it leaves, in each form', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await openFirstCase(page)

  await test.step('its pages, its fonts and what was adjusted are seen', async () => {
    await openExport(page, '导出为 Word…')
    await expect(pagesOf(page).first()).toBeVisible()
    await expect(exportDialog(page).getByText(/^\d+ 页$/)).toBeVisible()
    await expect(exportDialog(page).getByRole('region', { name: '字体' })).toContainText('本机没有')
    await look(page, 'documents-1-word')
  })

  await test.step('another style and paper are seen at once', async () => {
    await exportDialog(page).getByRole('combobox', { name: '文档样式' }).press('Enter')
    await page.getByTitle('普通文档').click()
    await exportDialog(page).getByText('A5', { exact: true }).click()
    await expect(exportDialog(page).getByText('普通文档　A5')).toBeVisible()
    await screenshot(page, 'documents-2-plain-a5')
  })

  await test.step('it is made, and one learns where it is', async () => {
    const download = await leaveAs(page, '导出为 Word')
    expect(download.suggestedFilename()).toMatch(/\.docx$/)
    expect([...(await readEntries(await download.path())).keys()]).toContain('word/document.xml')
    await screenshot(page, 'documents-3-made')
    await exportDialog(page).getByRole('button', { name: '再导出一份' }).click()
  })

  await test.step('as slides it is seen as slides', async () => {
    await form(page, /^幻灯片/).check()
    await expect(page.getByRole('img', { name: /^第 1 张/ }).first()).toBeVisible()
    await look(page, 'documents-4-slides')
  })

  await test.step('as a web page', async () => {
    await form(page, /^网页/).check()
    await screenshot(page, 'documents-5-web')
    expect((await leaveAs(page, '导出为网页')).suggestedFilename()).toMatch(/\.html$/)
  })

  await page.keyboard.press('Escape')
  await expect(exportDialog(page)).toBeHidden()
  await expect(page.getByRole('button', { name: '导出', exact: true })).toBeFocused()

  await test.step('by keyboard alone, in English', async () => {
    await withCore(page, async (core) => core.app.updateSettings({ language: 'en' }))
    const button = page.getByRole('button', { name: 'Export', exact: true })
    await button.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Export as Word…' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Export', exact: true })
    await expect(dialog.getByRole('region', { name: 'Preview' }).locator('article.page').first()).toBeVisible()
    await screenshot(page, 'documents-12-english')
    await dialog.getByRole('radio', { name: /^Word/ }).focus()
    await page.keyboard.press('ArrowDown')
    await expect(dialog.getByRole('radio', { name: /^PDF/ })).toBeChecked()
    await page.keyboard.press('Escape')
    await expect(button).toBeFocused()
  })
})

test('many records leave as one document, as a list, or as a folder', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await expect(form(page, /^Excel/)).toBeChecked()
  await look(page, 'documents-6-list')
  const download = await leaveAs(page, '导出为 Excel')
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await exportDialog(page).getByRole('button', { name: '再导出一份' }).click()
  await form(page, /^PDF/).check()
  await expect(pagesOf(page).first()).toBeVisible()
  await expect(exportDialog(page).getByText(/^\d+ 页$/)).toBeVisible()
  await look(page, 'documents-7-compilation')
})

test('restricted records leave only when that was confirmed', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await withCore(page, async (core) => {
    const { rows: [row] } = await core.records.list({ filter: { type: 'case', facets: {} }, sort: { by: 'number', descending: true }, offset: 0, limit: 1 })
    if (!row) throw new Error('the sample has no case')
    const { revision } = await core.records.get({ id: row.id })
    await core.records.save({ id: row.id, base: revision.id, changes: { confidentiality: 'restricted' } })
    await page.goto(`${page.url().replace(/#.*$/, '')}#/record/${row.id}`)
  })
  await openExport(page, '导出为 Word…')
  await expect(exportDialog(page).getByRole('alert')).toContainText('含 1 条受控条目')
  await expect(exportDialog(page).getByRole('button', { name: '导出为 Word' })).toBeDisabled()
  await look(page, 'documents-8-restricted')
  await exportDialog(page).getByRole('checkbox', { name: '我有权带出，仍要导出' }).check()
  await leaveAs(page, '导出为 Word')
})

test('a style is copied, changed, carried to a file and back', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.goto(`${page.url().replace(/#.*$/, '')}#/settings/documents`)
  await page.getByRole('button', { name: /^作业指导书/ }).click()
  await expect(page.getByRole('region', { name: '样页' }).locator('article.page')).toHaveCount(1)
  await look(page, 'documents-9-styles')
  await page.getByRole('button', { name: '复制一份' }).click()
  const name = page.getByRole('textbox', { name: '样式名称' })
  await expect(name).toHaveValue('作业指导书（副本）')
  await name.fill('厂站作业指导书')
  await page.getByRole('spinbutton', { name: '正文字号' }).fill('14')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByRole('button', { name: /^厂站作业指导书/ })).toBeVisible()
  await look(page, 'documents-10-own-style')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出为文件' }).click()])
  expect(download.suggestedFilename()).toBe('厂站作业指导书.json')
  const path = await download.path()
  await page.locator('input[type=file][accept*=json]').setInputFiles({ name: '坏.json', mimeType: 'application/json', buffer: Buffer.from('{"id":"x"}') })
  await expect(page.getByText(/没有导入：文件里“/)).toBeVisible()
  await page.locator('input[type=file][accept*=json]').setInputFiles(path)
  await expect(page.getByRole('button', { name: /^厂站作业指导书/ })).toHaveCount(2)
  await page.getByRole('button', { name: '删除', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await expect(page.getByRole('button', { name: /^厂站作业指导书/ })).toHaveCount(1)
})

test('the slides get the colours of the company', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.goto(`${page.url().replace(/#.*$/, '')}#/settings/slides`)
  await expect(page.getByRole('region', { name: '样例幻灯片' }).getByRole('img').first()).toBeVisible()
  await look(page, 'documents-11-theme')
  await page.getByRole('textbox', { name: '每张下方的文字' }).fill('城东供电公司')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('有修改还没有保存')).toBeHidden()
  await page.getByRole('button', { name: '恢复内置主题' }).click()
  await expect(page.getByRole('textbox', { name: '每张下方的文字' })).toHaveValue('')
  await openList(page, '案例库')
})

test('a released product leaves as its edition until it is changed, and its poster is read', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  const id = await withCore(page, async (core) => {
    const { rows } = await core.records.list({ filter: { type: 'product', facets: {} }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
    const released = rows.find(({ edition }) => edition !== null)
    if (!released) throw new Error('the sample has no edition')
    return released.id
  })
  await page.goto(`${page.url().replace(/#.*$/, '')}#/record/${id}`)
  await openExport(page, '导出为 Word…')
  await expect(exportDialog(page).locator('.ant-select').filter({ hasText: '第一版' })).toBeVisible()
  await expect(pagesOf(page).first()).toBeVisible()
  await expect(pagesOf(page).first()).not.toContainText('未发布')
  await exportDialog(page).getByRole('radio', { name: '海报' }).check()
  const poster = pagesOf(page).filter({ has: page.locator('.banner') })
  await expect(poster).toHaveCount(1)
  await screenshot(page, 'documents-13-poster')
  const boxes = await poster.evaluate((sheet) => [sheet.querySelector('.sheet-text'), ...sheet.querySelectorAll('.banner, table')].flatMap((each) => {
    const box = each?.getBoundingClientRect()
    return box ? [{ left: Math.round(box.left), right: Math.round(box.right), top: Math.round(box.top), bottom: Math.round(box.bottom) }] : []
  }))
  const [room, ...shown] = boxes
  if (!room) throw new Error('the poster has no text')
  expect(shown).toHaveLength(4)
  expect(shown.filter(({ left, right, top, bottom }) => left < room.left - 1 || right > room.right + 1 || top < room.top - 1 || bottom > room.bottom + 1)).toEqual([])
  const inOrder = shown.toSorted((one, other) => one.top - other.top)
  expect(inOrder.filter(({ top }, index) => top < (inOrder[index - 1]?.bottom ?? top) - 1)).toEqual([])
  await exportDialog(page).getByRole('radio', { name: '检查卡' }).check()
  await expect(exportDialog(page).getByText(/^\d+ 页$/)).toBeVisible()
  await screenshot(page, 'documents-14-checklist')
  await page.keyboard.press('Escape')

  await withCore(page, async (core) => {
    const { revision, content } = await core.records.get({ id })
    await core.records.save({ id, base: revision.id, changes: { title: `${content.title}（修订）` } })
  })
  await openExport(page, '导出为 Word…')
  await expect(exportDialog(page).locator('.ant-select').filter({ hasText: '当前草稿' })).toBeVisible()
})

test('a document whose dialog was closed is had from the jobs', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await openFirstCase(page)
  await openExport(page, '导出为 Word…')
  await expect(exportDialog(page).getByRole('button', { name: '导出为 Word' })).toBeEnabled()
  // It is closed before anybody was told that the file is there.
  await exportDialog(page).getByRole('button', { name: '导出为 Word' }).click()
  await page.keyboard.press('Escape')
  await expect(exportDialog(page)).toBeHidden()
  await page.getByRole('status', { name: '后台任务' }).getByText('文档已生成').click()
  const dialog = page.getByRole('dialog', { name: '生成的文档' })
  await expect(dialog.getByText('内容都照原样带出了。')).toBeVisible()
  await screenshot(page, 'documents-15-had-from-jobs')
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
  expect(download.suggestedFilename()).toMatch(/\.docx$/)
})

test('what is changed of a style is still there after looking at others, and when the window was closed', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  const root = page.url().replace(/#.*$/, '')
  await page.setViewportSize({ width: 1024, height: 640 })
  await page.goto(`${root}#/settings/documents`)
  await page.getByRole('button', { name: '复制一份' }).click()
  await page.getByRole('textbox', { name: '样式名称' }).fill('县公司公文')
  await screenshot(page, 'documents-16-styles-1024')
  await page.getByRole('button', { name: /^普通文档/ }).click()
  await expect(page.getByRole('button', { name: /^公文（副本）.*未保存/ })).toBeVisible()
  await page.goto(`${root}#/settings/slides`)
  await withCore(page, async (core) => core.app.updateSettings({ language: 'en' }))
  const foot = page.getByRole('textbox', { name: 'Text at the foot of each slide' })
  await foot.fill('城东供电公司')
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport({ ratio: 1 })
  await screenshot(page, 'documents-17-theme-1024')
  await page.reload()
  await expect(foot).toHaveValue('城东供电公司')
  await page.goto(`${root}#/settings/documents`)
  await page.getByRole('button', { name: /Not saved$/ }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the style' })).toHaveValue('县公司公文')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.goto(`${root}#/settings/slides`)
  await expect(foot).toHaveValue('城东供电公司')
  await page.getByRole('button', { name: 'Discard changes' }).click()
})
