/** Documents let out through the dialog. */
import type { Download, Page } from '@playwright/test'
import { expect } from './test'

export const exportDialog = (page: Page) => page.getByRole('dialog', { name: '导出', exact: true })

/** Opens the dialog from the menu of a record. */
export const openExport = async (page: Page, entry: string): Promise<void> => {
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  await expect(exportDialog(page)).toBeVisible()
}

/** What the dialog makes when its button is pressed. */
export const leaveAs = async (page: Page, button: string): Promise<Download> => {
  const [download] = await Promise.all([page.waitForEvent('download'), exportDialog(page).getByRole('button', { name: button, exact: true }).click()])
  await expect(exportDialog(page).getByText('已导出')).toBeVisible()
  return download
}

/** A record as Word, dialog and all; the dialog is closed again. */
export const exportWord = async (page: Page): Promise<Download> => {
  await openExport(page, '导出为 Word…')
  const download = await leaveAs(page, '导出为 Word')
  await page.keyboard.press('Escape')
  await expect(exportDialog(page)).toBeHidden()
  return download
}
