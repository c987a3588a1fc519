/** The search is gone as soon as a result is opened, whatever moves on the screen: the next key reaches the record. */
import { editorOf } from './support/editing'
import { openSample } from './support/openList'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('a key pressed right after a result is opened reaches the record', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await expect(page.getByRole('grid', { name: '案例库' })).toBeVisible()
  await page.keyboard.press('Control+K')
  const box = page.getByRole('combobox', { name: '搜索' })
  await expect(box).toBeFocused()
  await page.keyboard.type('短接线')
  await expect(page.getByRole('listbox', { name: '搜索结果' }).getByRole('option').first()).toContainText('短接线')
  // What fades takes an hour.
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.addStyleTag({ content: '* { animation-duration: 3600s !important; transition-duration: 3600s !important; }' })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /短接线/ })).toBeVisible()
  await page.keyboard.press('e')
  await expect(box).toHaveCount(0)
  await expect(editorOf(page)).toBeVisible()
})
