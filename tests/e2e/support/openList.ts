/** Goes to the list of one library, by its name on the rail; `openSample` begins with the library of examples and its cases. */
import type { Page } from '@playwright/test'
import { expect } from './test'

export const openList = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

export const openSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /打开示例资料库/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible()
  await openList(page, '案例库')
}
