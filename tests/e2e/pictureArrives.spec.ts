/** A picture that arrives late takes neither the focus nor the caret from where they are by then. */
import { drawPicture, editorOf, expectCaretInTable, expectSaved, goToLastParagraph, startEditing, typeChinese } from './support/editing'
import { openSample } from './support/openList'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('a picture that is stored while one writes elsewhere leaves the focus there', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.getByRole('button', { name: '新建案例' }).click()
  const title = page.getByRole('textbox', { name: '标题' })
  await expect(title).toBeVisible()
  if (!await editorOf(page).isVisible()) await startEditing(page)
  const arrivals: (() => void)[] = []
  await page.route('**/uploads?*', async (route) => {
    await new Promise<void>((resolve) => arrivals.push(resolve))
    await route.continue()
  })
  const choose = async (name: string): Promise<void> => {
    await page.locator('input[type=file][accept="image/*"]').setInputFiles({ name, mimeType: 'image/png', buffer: await drawPicture(page) })
  }
  const arrive = async (): Promise<void> => {
    await expect.poll(() => arrivals.length).toBe(1)
    arrivals.pop()?.()
  }
  const pictures = editorOf(page).locator('img[src*="/attachments/"]')

  await test.step('in the title', async () => {
    await goToLastParagraph(page)
    await choose('一.png')
    await title.fill('晚到的')
    await arrive()
    await expect(pictures).toHaveCount(1)
    await expect(title).toBeFocused()
    await page.keyboard.type('图片')
    await expect(title).toHaveValue('晚到的图片')
  })

  await test.step('where the size of a table is chosen', async () => {
    await goToLastParagraph(page)
    await choose('二.png')
    await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: '插入表格' }).click()
    const sizes = page.getByRole('application', { name: /行 × .*列/ })
    await sizes.focus()
    await arrive()
    await expect(pictures).toHaveCount(2)
    await page.keyboard.press('Enter')
    await expectCaretInTable(page)
    await typeChinese(page, 'zhibiao', '表内指标')
    await expect(editorOf(page).getByRole('table').last()).toContainText('表内指标')
  })

  await test.step('in the text itself, in the midst of composing', async () => {
    await goToLastParagraph(page)
    await choose('三.png')
    const session = await page.context().newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'houmian', selectionStart: 7, selectionEnd: 7 })
    await arrive()
    await expect(pictures).toHaveCount(3)
    await session.send('Input.imeSetComposition', { text: 'houmiande', selectionStart: 9, selectionEnd: 9 })
    await session.send('Input.insertText', { text: '后面的' })
    await page.keyboard.type('abc')
    await expect(editorOf(page).locator(':scope > p').filter({ hasText: /^后面的abc$/ })).toBeVisible()
  })
  await expectSaved(page)
})
