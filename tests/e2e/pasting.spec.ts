/** What people paste into a body, from the programs that they paste from, and what is too much or no good. */
import { expectAccessible } from './support/accessibility'
import { editorOf, expectSaved, goToLastParagraph, startEditing } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { clipboardFixture, paste } from './support/pasting'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'
import type { Page } from '@playwright/test'

skipWithoutBrowser()

const png = [...Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')]

const newCase = async (page: Page): Promise<void> => {
  await makeLibrary(page, '粘贴', '运维一班')
  await page.getByRole('button', { name: '新建案例' }).first().click()
  await page.getByRole('textbox', { name: '标题' }).fill('粘贴')
  if (!await editorOf(page).isVisible()) await startEditing(page)
  await goToLastParagraph(page)
}

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: '以下内容没有带过来' })

test('Word, WPS, Excel and a spreadsheet’s text come with their levels, lists, cells, pictures and links', async ({ openApp, page }) => {
  const asked: string[] = []
  page.on('request', (request) => { asked.push(request.url()) })
  await openApp()
  await newCase(page)
  const editor = editorOf(page)

  await paste(page, { html: await clipboardFixture('word.html'), rtf: await clipboardFixture('word.rtf'), text: 'Word' })
  await expect(editor.getByRole('heading', { name: '10kV线路接地线管理' })).toBeVisible()
  await expect(editor.getByRole('heading', { name: '主要做法' }).last()).toBeVisible()
  await expect(editor.getByRole('listitem').filter({ hasText: /^核对编号$/ })).toBeVisible()
  await expect(editor.getByRole('columnheader', { name: '项目' })).toHaveAttribute('colspan', '2')
  await expect(editor.getByRole('cell', { name: '接地线' })).toHaveAttribute('rowspan', '2')
  const picture = editor.getByRole('img', { name: '接地线挂点' })
  await expect.poll(() => picture.evaluate((image) => image instanceof HTMLImageElement && [image.naturalWidth, image.naturalHeight])).toEqual([240, 160])
  await expect(notice(page)).toContainText('1 条批注')
  await expect(notice(page)).toContainText('2 个链接不是网页或邮件地址')
  await look(page, 'pasted-word')

  await goToLastParagraph(page)
  await page.keyboard.press('Enter')
  await paste(page, { html: await clipboardFixture('wps.html'), text: 'WPS', files: [{ name: 'wps1.jpg', type: 'image/png', bytes: png }] })
  await expect(editor.getByRole('listitem').filter({ hasText: /^唱票复诵$/ })).toBeVisible()
  await expect(editor.locator('s, .lf-strike, [class*=strike]').filter({ hasText: '和位置' }).first()).toBeVisible()

  await goToLastParagraph(page)
  await page.keyboard.press('Enter')
  await paste(page, { html: await clipboardFixture('excel.html'), text: '编号\t名称', files: [{ name: 'image.png', type: 'image/png', bytes: png }] })
  const ledger = editor.getByRole('table').filter({ hasText: '接地线台账' })
  await expect(ledger.getByRole('row')).toHaveCount(4)
  await expect(ledger).not.toContainText('备用列')
  await expect(notice(page)).toContainText(/没有带过来1 处隐藏的行、列或文字$/)

  await goToLastParagraph(page)
  await page.keyboard.press('Enter')
  await paste(page, { text: '班组\t人数\r\n一班\t"12\r\n含 2 人借调"\r\n二班\t9\r\n' })
  await expect(editor.getByRole('table').filter({ hasText: '含 2 人借调' }).getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Control+Z')
  await expect(editor.getByRole('table').filter({ hasText: '含 2 人借调' })).toHaveCount(0)

  await goToLastParagraph(page)
  await paste(page, { html: await clipboardFixture('wechat.html'), text: '微信' })
  await expect(editor.getByText('［图片：图片］')).toBeVisible()
  await expect(notice(page)).toContainText('1 张图片')
  await expectSaved(page)
  await page.getByRole('button', { name: '完成' }).click()
  await expect(page.getByRole('columnheader', { name: '项目' })).toHaveAttribute('colspan', '2')
  await expect(page.getByRole('link', { name: '阅读原文' })).toHaveAttribute('href', 'https://mp.weixin.qq.com/s/abc')
  await screenshot(page, 'pasted-read')
  expect(asked.filter((url) => !/^(http:\/\/(127\.0\.0\.1|localhost)|ws:|data:|blob:)/.test(url)), 'nothing pasted is fetched').toEqual([])
})

test('what is too much is refused with its text on offer; a picture that is none, or too large, leaves the rest whole', async ({ openApp, page }) => {
  await openApp()
  await newCase(page)
  const editor = editorOf(page)
  const cells = `<table>${`<tr>${'<td>数值</td>'.repeat(20)}</tr>`.repeat(900)}</table>`
  await paste(page, { html: cells, text: '只有\n文字' })
  const dialog = page.getByRole('dialog', { name: '内容太多，没有粘贴' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page, 'too much pasted')
  await screenshot(page, 'paste-too-much')
  await dialog.getByRole('button', { name: '只粘贴文字' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(editor.locator(':scope > p').filter({ hasText: /^文字$/ })).toBeVisible()
  await expect(editor).toBeFocused()
  await page.keyboard.type('，接着写')
  await expect(editor).toContainText('文字，接着写')

  await paste(page, { html: `<p>${'字'.repeat(5_000_000)}</p>`, text: '字'.repeat(5_000_000) })
  await page.getByRole('dialog').getByRole('button', { name: '知道了' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(editor).toBeFocused()

  await page.keyboard.press('Enter')
  await paste(page, {
    html: '<p>前</p><p><img src="file:///a.png" alt="没有图"></p><p>中</p><p><img src="file:///b.png" alt="太大的图"></p><p>后</p>', text: '前中后',
    files: [{ name: 'a.png', type: 'image/png', bytes: [1, 2, 3] }, { name: 'b.png', type: 'image/png', bytes: png, size: 50 * 1024 * 1024 }],
  })
  await expect(editor.getByRole('alert').filter({ hasText: '无法读取“没有图”' })).toBeVisible()
  await expect(editor.getByRole('alert').filter({ hasText: '“太大的图”超过 30 MB' })).toBeVisible()
  await expect(editor.locator(':scope > p').filter({ hasText: /^中$/ })).toBeVisible()
  await screenshot(page, 'paste-pictures-failed')

  await goToLastParagraph(page)
  await paste(page, { text: 'a\u0000b\u0007c 👩‍🔧 שלום' })
  await expect(editor).toContainText('abc 👩‍🔧 שלום')
  const deep = `${'<blockquote><div>'.repeat(200)}最里层${'</div></blockquote>'.repeat(200)}`
  await paste(page, { html: deep, text: '最里层' })
  await expect(editor.getByText('最里层')).toBeVisible()
  await expectSaved(page)
})
