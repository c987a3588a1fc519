/** What is printed, and what becomes a PDF, is what the preview shows: the same pages, and nothing of the app. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beyondPages, pdfPages } from '../support/office'
import { exportDialog, openExport } from './support/exporting'
import { openSample } from './support/openList'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('a record is printed as it is seen, and nothing of the app with it', async ({ openApp, page, home }) => {
  // The window of the browser's own would wait for somebody.
  await page.addInitScript('window.print = () => { window.wasPrinted = true }')
  await openApp()
  await openSample(page)
  await page.getByRole('row').nth(1).click()
  await openExport(page, '打印…')
  await expect(exportDialog(page).getByText(/^\d+ 页$/)).toBeVisible()
  const count = Number.parseInt(await exportDialog(page).getByText(/^\d+ 页$/).innerText(), 10)
  await exportDialog(page).getByRole('button', { name: '打印', exact: true }).click()
  await expect(exportDialog(page).getByText('打印窗口已打开')).toBeVisible()
  expect(await page.evaluate<boolean>('window.wasPrinted')).toBe(true)
  const path = join(home, 'printed.pdf')
  await writeFile(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }))
  const pages = await pdfPages(path)
  expect(pages).toHaveLength(count)
  expect(pages.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(pages.map(() => [595, 842]))
  expect(beyondPages(pages)).toEqual([])
  const text = pages.flatMap(({ texts }) => texts.map((each) => each.text)).join('')
  expect(text).not.toContain('工作台')
  expect(text).toContain('背景')
  await expect(page.locator('#lf-print')).toHaveCount(0)
})
