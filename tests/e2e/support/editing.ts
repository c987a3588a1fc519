/** What an author does in the editor, with the keys and buttons an author uses. */
import type { Page } from '@playwright/test'
import { expect } from './test'

export const editorOf = (page: Page) => page.getByRole('textbox', { name: '正文' })

const tool = (page: Page, name: string) => page.getByRole('toolbar', { name: '编辑工具' }).getByRole('button', { name, exact: true })

/** Types as an input method does: composes letters first, then puts the characters in their place. */
export const typeChinese = async (page: Page, letters: string, text: string): Promise<void> => {
  const session = await page.context().newCDPSession(page)
  for (let length = 1; length <= letters.length; length += 1) {
    await session.send('Input.imeSetComposition', { text: letters.slice(0, length), selectionStart: length, selectionEnd: length })
  }
  await session.send('Input.insertText', { text })
  await session.detach()
}

/** A red square of 120 by 80, drawn here so that no file is needed. */
export const drawPicture = async (page: Page): Promise<Buffer> => {
  const data = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 120
    canvas.height = 80
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no canvas')
    context.fillStyle = '#B5301F'
    context.fillRect(0, 0, 120, 80)
    return canvas.toDataURL('image/png').replace(/^.*,/, '')
  })
  return Buffer.from(data, 'base64')
}

export const startEditing = async (page: Page): Promise<void> => {
  await page.keyboard.press('e')
  await expect(editorOf(page)).toBeVisible()
}

/** Waits until everything that was typed is on disk. */
export const expectSaved = async (page: Page): Promise<void> => {
  await expect(page.getByRole('status').filter({ hasText: /^已保存 \d\d:\d\d$/ })).toBeVisible()
}

/** Puts the caret at the end of the body's last paragraph, as a click and a key do: again where a picture came in meanwhile and moved it. */
export const goToLastParagraph = async (page: Page): Promise<void> => {
  const last = editorOf(page).locator(':scope > p').last()
  await expect(async () => {
    await last.click()
    expect(await last.evaluate((paragraph) => paragraph.contains(getSelection()?.anchorNode ?? null))).toBe(true)
  }).toPass()
  await page.keyboard.press('End')
}

/** Waits until one writes in the last table, as after it was put in. */
export const expectCaretInTable = async (page: Page): Promise<void> => {
  await expect(editorOf(page)).toBeFocused()
  await expect.poll(() => editorOf(page).getByRole('table').last().evaluate((table) => table.contains(getSelection()?.anchorNode ?? null))).toBe(true)
}

/** Writes one of each kind at the caret, which stands at the end of a paragraph. */
export const writeOneOfEach = async (page: Page): Promise<void> => {
  await page.keyboard.press('Enter')
  await typeChinese(page, 'xianchang', '现场核对编号，')
  await page.keyboard.press('Control+B')
  await typeChinese(page, 'shuangren', '双人复核')
  await page.keyboard.press('Control+B')
  await page.keyboard.press('Enter')

  await tool(page, '项目符号').click()
  await typeChinese(page, 'xianyan', '先验电')
  await page.keyboard.press('Enter')
  await typeChinese(page, 'houjie', '后接地')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await tool(page, '插入图片').click({ trial: true })
  await page.locator('input[type=file][accept="image/*"]').setInputFiles({ name: '现场照片.png', mimeType: 'image/png', buffer: await drawPicture(page) })
  await expect(editorOf(page).locator('img[src*="/attachments/"]').last()).toBeVisible()

  await tool(page, '插入表格').click()
  await page.getByRole('application', { name: /行 × .*列/ }).press('Enter')
  await expectCaretInTable(page)
  await typeChinese(page, 'zhibiao', '表内指标')
  await expect(editorOf(page).getByRole('table').last()).toContainText('表内指标')
}

/** What `writeOneOfEach` wrote, as it is read. */
export const expectOneOfEach = async (page: Page): Promise<void> => {
  await expect(page.getByText('现场核对编号，双人复核')).toBeVisible()
  await expect(page.locator('strong, b').filter({ hasText: /^双人复核$/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^先验电$/ })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /^后接地$/ })).toBeVisible()
  await expect(page.getByRole('table').filter({ hasText: '表内指标' })).toBeVisible()
  // The browser has really read the picture's bytes, and they are those drawn. It reads what is far below only when it comes near.
  await page.locator('img[src*="/attachments/"]').last().scrollIntoViewIfNeeded()
  await expect.poll(() => page.locator('img[src*="/attachments/"]').evaluateAll((pictures) =>
    pictures.some((picture) => picture instanceof HTMLImageElement && picture.naturalWidth === 120 && picture.naturalHeight === 80))).toBe(true)
}
