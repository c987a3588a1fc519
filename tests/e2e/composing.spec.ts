/** Text that an input method composes: wherever it goes, whatever happens meanwhile, no character is lost or doubled. */
import type { CDPSession, Page } from '@playwright/test'
import { editorOf, expectSaved, goToLastParagraph, startEditing, typeChinese } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expect, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const titleOf = (page: Page) => page.getByRole('textbox', { name: '标题' })
const lastParagraph = (page: Page) => editorOf(page).locator(':scope > p').last()

const compose = (session: CDPSession, text: string): Promise<unknown> =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

const goTo = async (page: Page, url: string): Promise<void> => page.evaluate((hash) => { location.hash = hash }, new URL(url).hash.replace(/\?.*/, ''))

const newCase = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('button', { name: '新建案例' }).first().click()
  await expect(titleOf(page)).toBeFocused()
  await typeChinese(page, 'biaoti', title)
  await expect(titleOf(page)).toHaveValue(title)
  if (!await editorOf(page).isVisible()) await startEditing(page)
  await goToLastParagraph(page)
}

test('what is composed stands once: in a title, a line, an item, a cell; cancelled it is gone, undone it comes back', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '输入法', '运维一班')
  await newCase(page, '接地线')
  const session = await page.context().newCDPSession(page)
  const editor = editorOf(page)

  await typeChinese(page, 'xianchang', '现场核对')
  await page.keyboard.type('A,')
  await typeChinese(page, 'bianhao', '编号')
  await expect(lastParagraph(page)).toHaveText('现场核对A,编号')
  for (let back = 0; back < 2; back += 1) await page.keyboard.press('ArrowLeft')
  await typeChinese(page, 'shebei', '设备')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备编号')

  await compose(session, 'quxiao')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备quxiao编号')
  await compose(session, '')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备编号')
  await page.keyboard.type('的')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备的编号')

  // The browser tells a moved caret with its next frame: whoever is quicker than that writes where the caret is all the same.
  await page.evaluate(() => {
    getSelection()?.modify('move', 'forward', 'lineboundary')
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', code: 'KeyB', ctrlKey: true, bubbles: true, cancelable: true }))
  })
  await typeChinese(page, 'shuangren', '双人')
  await page.keyboard.press('Control+B')
  await expect(lastParagraph(page).locator('strong')).toHaveText('双人')
  await typeChinese(page, 'fuhe', '复核')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备的编号双人复核')
  await page.keyboard.press('Control+Z')
  await expect(lastParagraph(page)).not.toContainText('复核')
  await page.keyboard.press('Control+Y')
  await expect(lastParagraph(page)).toHaveText('现场核对A,设备的编号双人复核')

  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- ')
  await typeChinese(page, 'yandian', '先验电')
  await page.keyboard.press('Enter')
  await typeChinese(page, 'jiedi', '后接地')
  await expect(editor.getByRole('listitem')).toHaveText(['先验电', '后接地'])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name: '插入表格', exact: true }).click()
  await page.getByRole('application', { name: /行 × .*列/ }).press('Enter')
  await typeChinese(page, 'xiangmu', '项目')
  await page.keyboard.press('Tab')
  await compose(session, 'yaoqiu')
  await compose(session, '')
  await typeChinese(page, 'yaoqiu', '要求')
  await expect(editor.getByRole('columnheader').nth(0)).toHaveText('项目')
  await expect(editor.getByRole('columnheader').nth(1)).toHaveText('要求')

  const heading = editor.getByRole('heading', { level: 2 }).last()
  await heading.click()
  await page.keyboard.press('End')
  await typeChinese(page, 'buchong', '补充')
  await expect(heading).toHaveText(/补充$/)
  await expectSaved(page)
})

test('saving and going to another record in the midst of it leave what was composed as it stood, and the caret where it was', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '输入法', '运维一班')
  await newCase(page, '第二条')
  const second = page.url()
  await page.getByRole('link', { name: '案例库' }).click()
  await newCase(page, '第一条')
  const first = page.url()
  const session = await page.context().newCDPSession(page)

  await typeChinese(page, 'xianchang', '现场')
  await compose(session, 'hedui')
  await expect(lastParagraph(page)).toHaveText('现场hedui')
  await expectSaved(page)
  await compose(session, 'heduib')
  await expect(lastParagraph(page)).toHaveText('现场heduib')
  await session.send('Input.insertText', { text: '核对表' })
  await expect(lastParagraph(page)).toHaveText('现场核对表')
  await page.keyboard.type('X')
  await expect(lastParagraph(page)).toHaveText('现场核对表X')
  await expectSaved(page)
  await expect(editorOf(page)).toBeFocused()

  await compose(session, 'qianzi')
  // Straight there: in the list the rows change places when the save arrives.
  await goTo(page, second)
  await expect(page.getByRole('heading', { level: 1, name: '第二条' })).toBeVisible()
  await startEditing(page)
  await goToLastParagraph(page)
  await typeChinese(page, 'lingyitiao', '另一条的字')
  await expect(lastParagraph(page)).toHaveText('另一条的字')
  await expectSaved(page)
  await goTo(page, first)
  await expect(page.getByRole('heading', { level: 1, name: '第一条' })).toBeVisible()
  const body = page.getByRole('region', { name: '正文' })
  await expect(body).toContainText('现场核对表Xqianzi')
  await expect(body).not.toContainText('另一条')
  await expect(body.getByText('qianzi')).toHaveCount(1)
})
