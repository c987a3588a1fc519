/** Makes a library from the first page, in the folder that its dialog offers, and goes to its empty list of cases. */
import type { Page } from '@playwright/test'
import { openList } from './openList'
import { expect } from './test'

export const makeLibrary = async (page: Page, name: string, unit: string): Promise<void> => {
  await page.getByRole('button', { name: /新建资料库/ }).click()
  const dialog = page.getByRole('dialog', { name: '新建资料库' })
  await dialog.getByRole('textbox', { name: '资料库名称' }).fill(name)
  await dialog.getByRole('textbox', { name: /所属单位/ }).fill(unit)
  await dialog.getByRole('button', { name: '新建资料库' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  await openList(page, '案例库')
  await expect(page.getByText(/这里存放案例/)).toBeVisible()
}
