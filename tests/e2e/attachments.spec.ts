/** Attached files as people use them: looked at, opened in another program and taken back, replaced, renamed, removed. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildCaseDocx } from '../fixtures/docx/caseDocx'
import { buildPng } from '../fixtures/docx/png'
import { buildPdf, pdfLines } from '../fixtures/pdf/pdfFile'
import { expectSaved, startEditing } from './support/editing'
import { openList, openSample } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const record = '110 kV 母线转供操作中地线编号错位的发现与纠正'

const openRecord = async (page: Page): Promise<void> => {
  await page.getByRole('row').filter({ hasText: record }).click()
  await expect(page.getByRole('heading', { level: 1, name: record })).toBeVisible()
  await page.getByRole('tab', { name: /^附件/ }).click()
}

const files = (page: Page) => page.getByRole('tabpanel', { name: /^附件/ })
const previewButton = (page: Page, name: string) => files(page).getByRole('button', { name: `预览 ${name}` })
const preview = (page: Page) => page.getByRole('dialog').filter({ has: page.getByRole('link', { name: '下载' }) })

const choose = async (page: Page, name: string, item: string): Promise<void> => {
  await files(page).getByRole('button', { name: `${name}：更多操作` }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** `名称,次数` in GB 18030, as Excel writes it. */
const table = Buffer.from([0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb4, 0xce, 0xca, 0xfd, 0x0a])

test('files are looked at one after another, opened outside and taken back, replaced, renamed and removed', async ({ openApp, page, home }) => {
  await openApp()
  await openSample(page)
  await openRecord(page)

  await test.step('add files of all kinds', async () => {
    await startEditing(page)
    const picture = buildPng(120, 80, 1)
    const pages = Array.from({ length: 30 }, (_, index) => pdfLines([`第 ${index + 1} 页 倒闸操作票`]))
    await files(page).locator('input[type=file]').setInputFiles([
      { name: '现场照片.png', mimeType: 'image/png', buffer: picture },
      { name: '坏照片.jpg', mimeType: 'image/jpeg', buffer: picture.subarray(0, 40) },
      { name: '操作规程.pdf', mimeType: 'application/pdf', buffer: buildPdf(pages, 'unigb') },
      { name: '坏规程.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 断了') },
      { name: '典型案例.docx', mimeType: 'application/octet-stream', buffer: await buildCaseDocx({ habit: 'styles', seed: 3 }) },
      { name: '统计.csv', mimeType: 'text/csv', buffer: table },
      { name: '录音.amr', mimeType: 'audio/amr', buffer: Buffer.from([1, 2, 3]) },
      { name: '清理.bat', mimeType: 'text/plain', buffer: Buffer.from('del') },
    ])
    await expect(previewButton(page, '清理.bat')).toBeVisible()
    await page.keyboard.press('Escape')
    await expectSaved(page)
    await look(page, 'attachments-list')
  })

  await test.step('look at each of them by the keys', async () => {
    await previewButton(page, '现场照片.png').click()
    const shown = preview(page)
    await expect(shown.getByText('120 × 80 像素')).toBeVisible()
    await shown.getByRole('button', { name: '原始大小' }).click()
    await screenshot(page, 'attachments-picture')
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByText('图片显示不出来')).toBeVisible()
    await screenshot(page, 'attachments-broken')

    await shown.getByRole('button', { name: /下一个文件/ }).click()
    await expect(shown.getByText('第 1 页 倒闸操作票')).toBeVisible()
    await expect(shown.getByText('/ 30 页')).toBeVisible()
    await look(page, 'attachments-pdf')
    await shown.getByRole('spinbutton', { name: '转到第几页' }).fill('20')
    await expect(shown.getByText('第 20 页 倒闸操作票')).toBeVisible()
    await expect(shown.getByText('第 1 页 倒闸操作票')).toHaveCount(0)
    await shown.getByRole('button', { name: '放大' }).click()
    await expect(shown.getByRole('button', { name: '适合宽度' })).toBeEnabled()

    await shown.getByRole('region', { name: '操作规程.pdf' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByText('PDF 打不开')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByRole('heading', { level: 3 }).first()).toBeVisible()
    await look(page, 'attachments-word')
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByText('名称,次数')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByText('这类文件不能预览')).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(shown.getByText('清理.bat')).toBeVisible()
    await expect(shown.getByRole('button', { name: '用本机程序打开' })).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(shown).toHaveCount(0)
    await expect(previewButton(page, '现场照片.png')).toBeFocused()
  })

  const opened = async (): Promise<string[]> => (await readFile(join(home, 'opened.txt'), 'utf8').catch(() => '')).split('\n').filter((line) => line !== '')

  await test.step('open one in another program, change it there and take it back', async () => {
    await choose(page, '统计.csv', '用本机程序打开')
    await expect.poll(opened).toHaveLength(1)
    const [path = ''] = await opened()
    expect(path).toMatch(/checked-out.*统计\.csv$/)
    await writeFile(path, '名称,次数\n地线,3\n')
    const note = files(page).getByRole('group', { name: '“统计.csv”在外部打开的副本' })
    await expect(note.getByText('已在外部修改')).toBeVisible()
    await look(page, 'attachments-changed')
    await note.getByRole('button', { name: '收回为新版本' }).click()
    await expect(note).toHaveCount(0)
    await previewButton(page, '统计.csv').click()
    await expect(preview(page).getByText('地线,3')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: '修订' }).click()
    await page.getByRole('tabpanel', { name: '修订' }).getByRole('listitem').nth(1).getByRole('button').click()
    const compared = page.getByRole('dialog', { name: /^比较修订/ })
    await compared.getByRole('button', { name: '预览 统计.csv' }).first().click()
    await expect(preview(page).getByText('名称,次数')).toBeVisible()
    await expect(preview(page).getByText('地线,3')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(preview(page)).toHaveCount(0)
    await screenshot(page, 'attachments-compare')
    await page.keyboard.press('Escape')
    await expect(compared).toHaveCount(0)
    await page.getByRole('tab', { name: /^附件/ }).click()
  })

  await test.step('replace one and rename it', async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), choose(page, '坏照片.jpg', '替换为另一个文件…')])
    await chooser.setFiles({ name: '补拍照片.png', mimeType: 'image/png', buffer: buildPng(160, 90, 2) })
    await expect(previewButton(page, '补拍照片.png')).toBeVisible()
    await expect(previewButton(page, '坏照片.jpg')).toHaveCount(0)
    await choose(page, '补拍照片.png', '改名…')
    await page.getByRole('textbox', { name: '名称' }).fill('地线挂点.png')
    await screenshot(page, 'attachments-rename')
    await page.getByRole('dialog', { name: '附件改名' }).getByRole('button', { name: '改名' }).click()
    await expect(previewButton(page, '地线挂点.png')).toBeVisible()
  })

  await test.step('what was changed while the app was closed is seen at the next opening', async () => {
    const [path = ''] = await opened()
    await openApp()
    await writeFile(path, '名称,次数\n地线,4\n')
    await openList(page, '案例库')
    await openRecord(page)
    const note = files(page).getByRole('group', { name: '“统计.csv”在外部打开的副本' })
    await expect(note.getByRole('button', { name: '丢弃修改' })).toBeVisible()
    await note.getByRole('button', { name: '丢弃修改' }).click()
    await page.getByRole('tooltip').getByRole('button', { name: '丢弃修改' }).click()
    await expect(note).toHaveCount(0)
    await previewButton(page, '统计.csv').click()
    await expect(preview(page).getByText('地线,3')).toBeVisible()
  })
})
