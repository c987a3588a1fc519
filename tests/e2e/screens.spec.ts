/** Every screen on the sample library: without an error, without an accessibility violation, and kept as pictures, light and dark. */
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('every screen is accessible, in light and dark', async ({ openApp, page }) => {
  await openApp()
  await expect(page.getByRole('heading', { name: '从一个资料库开始' })).toBeVisible()
  await look(page, 'welcome')

  await page.getByRole('button', { name: /新建资料库/ }).click()
  await expect(page.getByRole('dialog', { name: '新建资料库' })).toBeVisible()
  await look(page, 'new-library')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /打开示例资料库/ }).click()
  const list = page.getByRole('grid', { name: '案例库' })
  await expect(list.getByRole('row')).not.toHaveCount(0)
  await look(page, 'list')

  await page.getByRole('button', { name: '导入', exact: true }).click()
  await expect(page.getByRole('dialog', { name: '导入 Word 文件' })).toBeVisible()
  await look(page, 'import')
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+K')
  await expect(page.getByRole('combobox', { name: '搜索' })).toBeFocused()
  await look(page, 'search-empty')
  await page.keyboard.type('现场')
  await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toBeVisible()
  await look(page, 'search')
  await page.keyboard.press('Enter')

  await expect(page.getByRole('button', { name: /编辑/ })).toBeVisible()
  await look(page, 'record')
  await page.keyboard.press('e')
  await expect(page.getByRole('toolbar', { name: '编辑工具' })).toBeVisible()
  await look(page, 'editing')
  await page.keyboard.press('Escape')

  await page.getByRole('link', { name: '设置' }).click()
  await expect(page.getByRole('heading', { name: '设置', exact: true })).toBeVisible()
  await look(page, 'settings')
})
