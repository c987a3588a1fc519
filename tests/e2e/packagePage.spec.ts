/** The page of a package: unpacked on a computer without the app, it is searched and read there. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildPng } from '../fixtures/docx/png'
import { expectAccessible } from './support/accessibility'
import { withCore } from './support/coreOf'
import { openSample } from './support/openList'
import { readEntries } from './support/readZip'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const hostile = '</template><script>document.title = "taken over"</script><img src=x onerror="document.title=1">'

test('a package is read and searched without the app', async ({ openApp, page, home, browser }) => {
  await openApp()
  await openSample(page)
  const file = join(home, '接地线.lfpkg')
  const unpacked = join(home, '解压')
  await test.step('make one of all cases, one of them hostile, and of a product', async () => {
    await withCore(page, async (core) => {
      const picture = join(home, '接线图.png')
      await writeFile(picture, buildPng(40, 30, 1))
      const attachment = await core.attachments.add({ path: picture })
      await core.records.create({ type: 'case', content: {
        title: hostile, summary: hostile, attachments: [{ ...attachment, name: '"><script>.png' }],
        body: { version: 1, preamble: [{ type: 'paragraph', id: 'p1', inlines: [
          { type: 'text', text: hostile }, { type: 'link', href: 'javascript:document.title=2', inlines: [{ type: 'text', text: '点这里' }] },
        ] }, { type: 'image', id: 'i1', attachment: attachment.sha256, alt: '接线图' }], sections: [] },
      } })
      const { rows } = await core.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 100 })
      const { jobId } = await core.packages.make({ ids: rows.map(({ id }) => id), title: '十二月资料包', purpose: '供各班组学习', licence: '仅限系统内使用', recipient: { unit: '城东运维班', libraryId: null }, to: file })
      await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
    })
    for (const [path, bytes] of await readEntries(file)) {
      await mkdir(dirname(join(unpacked, path)), { recursive: true })
      await writeFile(join(unpacked, path), bytes)
    }
  })

  const address = pathToFileURL(join(unpacked, 'index.html')).href
  const context = await browser.newContext({ locale: 'zh-CN', offline: true, viewport: { width: 1440, height: 900 } })
  const tab = await context.newPage()
  const errors: string[] = []
  tab.on('pageerror', (error) => { errors.push(String(error)) })
  tab.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })

  await test.step('it says what it is', async () => {
    await tab.goto(address)
    await expect(tab.getByRole('heading', { level: 1, name: '十二月资料包' })).toBeVisible()
    await expect(tab.getByText('供各班组学习')).toBeVisible()
    await expect(tab.getByText('仅限系统内使用')).toBeVisible()
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme })
      await screenshot(tab, `package-page-about-${colorScheme}`)
      await expectAccessible(tab, `the page of a package, ${colorScheme}`)
    }
  })

  await test.step('two characters find a record, which is read with its picture', async () => {
    await tab.getByRole('searchbox', { name: '查找' }).fill('短接')
    const found = tab.getByRole('link', { name: /检修后遗留短接线险些带入送电/ })
    await found.click()
    await expect(tab.getByRole('heading', { level: 1, name: '检修后遗留短接线险些带入送电' })).toBeVisible()
    await tab.getByRole('searchbox', { name: '查找' }).fill('地线编号')
    await tab.getByRole('link', { name: /110 kV 母线转供操作中地线编号错位的发现与纠正/ }).click()
    await expect.poll(() => tab.getByRole('article').getByRole('img').evaluateAll((pictures) =>
      pictures.some((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0))).toBe(true)
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.emulateMedia({ colorScheme })
      await screenshot(tab, `package-page-record-${colorScheme}`)
      await expectAccessible(tab, `a record on it, ${colorScheme}`)
    }
    await tab.emulateMedia({ media: 'print' })
    await screenshot(tab, 'package-page-print')
    await tab.emulateMedia({ media: 'screen', colorScheme: 'light' })
  })

  await test.step('what a record says is text, whatever it says', async () => {
    await tab.getByRole('searchbox', { name: '查找' }).fill('taken over')
    await tab.getByRole('link', { name: /taken over/ }).first().click()
    await expect(tab.getByRole('heading', { level: 1 })).toHaveText(hostile)
    await expect(tab.getByRole('article').getByText('点这里')).toBeVisible()
    await expect(tab.getByRole('link', { name: '点这里' })).toHaveCount(0)
    await expect(tab).toHaveTitle(hostile)
    await screenshot(tab, 'package-page-hostile')
  })

  await test.step('it speaks English where the browser does, and fits a narrow window', async () => {
    const english = await browser.newContext({ locale: 'en-GB', offline: true, viewport: { width: 420, height: 800 } })
    const other = await english.newPage()
    await other.goto(address)
    await expect(other.getByRole('searchbox', { name: 'Find' })).toBeVisible()
    await expect(other.getByText('Terms of use')).toBeVisible()
    await screenshot(other, 'package-page-english')
    await english.close()
  })
  expect(errors).toEqual([])
  await context.close()
})

test('a package is made for a unit, and the next one brings only what changed', async ({ openApp, page, home }) => {
  await openApp()
  await openSample(page)
  const title = '检修后遗留短接线险些带入送电'
  const pack = async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    return page.getByRole('dialog', { name: '打成资料包' })
  }
  const first = await withCore(page, async (core) => {
    const { rows } = await core.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 100 })
    const id = rows.find((row) => row.title === title)?.id ?? ''
    const { jobId } = await core.packages.make({ ids: [id], title: '第一次', recipient: { unit: '城东运维班', libraryId: null }, to: join(home, '一.lfpkg') })
    await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
    return id
  })
  await page.getByRole('row').filter({ hasText: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  const dialog = await pack()
  await expect(dialog.getByRole('row').filter({ hasText: title })).toBeVisible()
  await dialog.getByRole('combobox', { name: '发给' }).fill('城东运维班')
  await dialog.getByRole('textbox', { name: '用途' }).fill('供冬季培训使用')
  await dialog.getByRole('textbox', { name: '使用约定' }).fill('仅限系统内使用')
  await page.keyboard.press('Tab')
  await look(page, 'pack-dialog')
  await dialog.getByRole('combobox', { name: '装入范围' }).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: '第一次' }).click()
  await expect(dialog.getByText(/对方已有、没有变化的不再装入：1 条/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: '生成资料包' })).toBeDisabled()
  await screenshot(page, 'pack-dialog-nothing-changed')
  await withCore(page, async (core) => {
    const { revision } = await core.records.get({ id: first })
    await core.records.save({ id: first, base: revision.id, changes: { summary: '冬季补充' } })
  })
  await expect(dialog.getByRole('row').filter({ hasText: title })).toBeVisible()
  await dialog.getByRole('button', { name: '生成资料包' }).click()
  await expect(dialog.getByText('资料包已生成')).toBeVisible()
  await withCore(page, async (core) => {
    expect((await core.packages.exchanges())[0]).toMatchObject({ recipient: { unit: '城东运维班' }, base: { records: [] }, attachments: [] })
  })
})
