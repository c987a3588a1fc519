/** A case written by hand: created, filled, saved by itself, and still there after a restart. */
import { editorOf, expectOneOfEach, expectSaved, goToLastParagraph, startEditing, writeOneOfEach } from './support/editing'
import { openList, openSample } from './support/openList'
import { expect, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('a new case keeps its text, list, table and picture over a restart', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.getByRole('button', { name: '新建案例' }).click()
  await expect(page.getByRole('textbox', { name: '标题' })).toBeVisible()
  await page.getByRole('textbox', { name: '标题' }).fill('接地线编号核对')
  if (!await editorOf(page).isVisible()) await startEditing(page)
  await goToLastParagraph(page)
  await writeOneOfEach(page)
  await screenshot(page, 'writing')
  await expectSaved(page)

  await openApp()
  await page.getByRole('button', { name: /云汀/ }).first().click()
  await openList(page, '案例库')
  await page.getByRole('row').filter({ hasText: '接地线编号核对' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '接地线编号核对' })).toBeVisible()
  await expectOneOfEach(page)
})
