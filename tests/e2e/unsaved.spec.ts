/** What is typed and not saved is never told to be saved, nor lost without a word. */
import { withCore } from './support/coreOf'
import { editorOf, expectSaved, startEditing } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { holdBack, standBetween } from './support/standBetween'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

test('who I am is saved without a button; a field that refuses what it holds says so, and is put back with a word', async ({ openApp, page }) => {
  const between = await standBetween(page)
  await openApp()
  await makeLibrary(page, '未保存', '运维一班')

  await page.getByRole('link', { name: '设置' }).click()
  // Saving takes its time: whoever comes back meanwhile sees what is being saved.
  const { goOn } = holdBack(between, '/app/updateSettings')
  await page.getByLabel('姓名').fill('李明')
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('link', { name: '设置' }).click()
  await expect(page.getByLabel('姓名')).toHaveValue('李明')
  goOn()
  await page.getByLabel('角色').fill('班组长')
  await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()
  await look(page, 'settings-profile-saved')

  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('button', { name: '新建案例' }).first().click()
  const title = page.getByRole('textbox', { name: '标题' })
  await title.fill('接地线漏拆')
  await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()
  await title.fill('')
  await page.getByRole('textbox', { name: '日期' }).fill('13月')
  await expect(page.getByRole('status').filter({ hasText: '未保存：标题不能为空' })).toBeVisible()
  await look(page, 'record-refused')
  await page.getByRole('button', { name: '完成' }).click()
  // Finishing leads to what is wrong; leaving keeps it.
  await expect(title).toBeFocused()
  await expect(page.getByRole('alert').filter({ hasText: '标题不能为空' })).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: '20260318' })).toBeVisible()
  const address = page.url()
  await page.getByRole('link', { name: '案例库' }).click()
  await expect(toast(page, '内容还留着')).toBeVisible()
  await expect(page.getByRole('grid', { name: '案例库' })).toContainText('接地线漏拆')
  await page.goto(address)
  await expect(page.getByRole('status').filter({ hasText: '未保存：标题不能为空' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '日期' })).toHaveValue('13月')
  await expect(page.getByRole('textbox', { name: '日期' })).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('textbox', { name: '日期' }).fill('20260318')
  await title.fill('接地线漏拆')

  // A tag that is given up is not added. Without motion, what was said goes by itself.
  const tags = page.getByRole('combobox', { name: '标签' })
  await tags.fill('临时想法')
  await expect(tags).toHaveValue('临时想法')
  await tags.press('Escape')
  await expect(tags).toHaveValue('')
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '2026-03-18' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '李明' })).toBeVisible()
  await expect(page.getByText('临时想法')).toHaveCount(0)
  await expect(page.getByRole('radio', { name: '3 星', exact: true })).toBeVisible()
  await expect(toast(page, '内容还留着')).toHaveCount(0)
})

test('a library shows the code that its numbers begin with; a new record that is left empty can be thrown away at once', async ({ openApp, page }) => {
  await openApp()
  await page.getByRole('button', { name: /新建资料库/ }).click()
  const dialog = page.getByRole('dialog', { name: '新建资料库' })
  await dialog.getByRole('textbox', { name: '资料库名称' }).fill('代码')
  await expect(dialog.getByRole('textbox', { name: /单位代码/ })).toHaveValue(/^[A-Z0-9]{4}$/)
  await look(page, 'new-library-code')
  await dialog.getByRole('textbox', { name: /单位代码/ }).fill('yw9')
  await dialog.getByRole('button', { name: '新建资料库' }).click()
  await look(page, 'workbench-empty')

  await page.getByRole('button', { name: '新建案例' }).first().click()
  await expect(page.getByText(/^YW9-CS-\d{4}-0001$/).first()).toBeVisible()
  await page.getByRole('link', { name: '案例库' }).click()
  await expect(page.getByText('还没有写任何内容')).toBeVisible()
  await screenshot(page, 'untouched')
  await page.getByRole('button', { name: '丢弃' }).click()
  await expect(page.getByText(/这里存放案例/)).toBeVisible()

  await page.getByRole('button', { name: '新建案例' }).first().click()
  await page.getByRole('textbox', { name: '标题' }).fill('接地线漏拆')
  await page.getByRole('link', { name: '案例库' }).click()
  await expect(page.getByText('接地线漏拆').first()).toBeVisible()
  await expect(page.getByText('还没有写任何内容')).not.toBeVisible()
})

test('a text that is saved elsewhere is shown, the caret stays where it was, and it is said', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '两处', '运维一班')
  const bodyOf = (first: string) => ({ version: 1 as const, preamble: ['a', 'b'].map((id, at) => ({ type: 'paragraph' as const, id, inlines: [{ type: 'text' as const, text: at === 0 ? first : '第二段' }] })), sections: [] })
  const { id } = await withCore(page, (core) => core.records.create({ type: 'case', content: { title: '两个窗口', body: bodyOf('第一段') } }))
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('row').filter({ hasText: '两个窗口' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '两个窗口' })).toBeVisible()
  await startEditing(page)
  const second = editorOf(page).getByText('第二段')
  await second.click()
  await page.keyboard.press('End')
  await withCore(page, async (core) => core.records.save({ id, base: (await core.records.get({ id })).revision.id, changes: { body: bodyOf('别处写的第一段') } }))
  await expect(editorOf(page).getByText('别处写的第一段')).toBeVisible()
  await expect(page.getByText('正文已更新')).toBeVisible()
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.type('abc')
  await expect(editorOf(page).getByText('第二段abc')).toBeVisible()
  await expectSaved(page)
})
