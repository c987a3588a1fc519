/** Backups: set up with a folder, made, verified, restored record by record and whole, and what is said where one is overdue or failed. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { openList, openSample } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const wires = '110 kV 母线转供操作中地线编号错位的发现与纠正'
const shorting = '检修后遗留短接线险些带入送电'

const openSettings = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name: '备份' }).click()
  await page.getByRole('heading', { name: '备份', exact: true }).scrollIntoViewIfNeeded()
}

const pickFolder = async (page: Page, name: string): Promise<void> => {
  const picker = page.getByRole('dialog', { name: '选择文件夹' })
  await picker.getByRole('option', { name }).click()
  await picker.getByRole('button', { name: `选择“${name}”` }).click()
}

/** Brings what a look scrolled away back into sight. */
const showCard = async (page: Page): Promise<void> => { await page.getByText('恢复只需要这个文件夹').scrollIntoViewIfNeeded() }

test('a library is backed up, verified, and restored record by record', async ({ openApp, page, home }) => {
  await mkdir(join(home, '移动硬盘'))
  await openApp()
  await openSample(page)
  const [first, second] = await withCore(page, async (core) => {
    const { rows } = await core.records.list({ filter: { type: 'case' }, sort: { by: 'number', descending: false }, offset: 0, limit: 20 })
    return [rows.find(({ title }) => title === wires)?.id ?? '', rows.find(({ title }) => title === shorting)?.id ?? '']
  })
  const runs = page.getByRole('list', { name: '已有的备份' })

  await test.step('choose a folder: the first backup is made at once', async () => {
    await openSettings(page)
    await page.getByRole('button', { name: '选择文件夹并备份…' }).scrollIntoViewIfNeeded()
    await look(page, 'backup-empty')
    await page.getByRole('button', { name: '选择文件夹并备份…' }).click()
    await pickFolder(page, '移动硬盘')
    await page.getByRole('button', { name: '连同受控条目一起备份' }).click()
    await expect(runs.getByRole('listitem')).toHaveCount(1)
    await expect(page.getByText(/，已核对$/)).toBeVisible()
    await showCard(page)
    await look(page, 'backup-made')
  })

  await test.step('verify it, then again with damage', async () => {
    await runs.getByRole('button', { name: /^校验/ }).click()
    await expect(page.getByText(/备份完好/)).toBeVisible()
    const [library = ''] = await readdir(join(home, '移动硬盘'))
    const [run = ''] = await readdir(join(home, '移动硬盘', library))
    const part = join(home, '移动硬盘', library, run, 'part-0001.zip')
    const bytes = await readFile(part)
    await writeFile(part, Buffer.concat([bytes.subarray(0, 200), Buffer.from('XXXX'), bytes.subarray(204)]))
    await runs.getByRole('button', { name: /^校验/ }).click()
    await expect(page.getByText(/个文件损坏或缺失/)).toBeVisible()
    await showCard(page)
    await look(page, 'backup-damaged')
    await page.getByRole('button', { name: '立即备份' }).click()
    await expect(runs.getByRole('listitem').filter({ has: page.locator('time') })).toHaveCount(2)
  })

  await test.step('bring records back that are gone, and one that was changed', async () => {
    const sample = await withCore(page, async (core) => {
      const record = await core.records.get({ id: first })
      await core.records.save({ id: first, base: record.revision.id, changes: { title: '被改乱的标题' } })
      const path = (await core.library.current())?.path ?? ''
      await rm(join(path, 'records', second.slice(-2), `${second}.json`))
      await core.library.close()
      return path
    })
    await withCore(page, async (core) => { await core.library.open({ path: sample }) })
    await openSettings(page)
    await runs.getByRole('button', { name: /恢复单个条目/ }).first().click()
    const dialog = page.getByRole('dialog', { name: /恢复条目/ })
    await expect(dialog.getByRole('row').filter({ hasText: shorting })).toContainText('不在了')
    await dialog.getByRole('checkbox', { name: shorting }).check()
    await dialog.getByRole('textbox', { name: '按编号或标题查找' }).fill('编号错位')
    await expect(dialog.getByRole('row').filter({ hasText: wires })).toContainText('不同')
    await dialog.getByRole('checkbox', { name: wires }).check()
    await look(page, 'backup-records')
    await dialog.getByRole('textbox', { name: '按编号或标题查找' }).fill('短接线')
    await expect(dialog.getByRole('row').filter({ hasText: wires })).toHaveCount(0)
    await dialog.getByRole('button', { name: '恢复 2 个条目' }).click()
    await expect(dialog.getByText('已找回')).toBeVisible()
    await expect(dialog.getByText('已恢复', { exact: true })).toBeVisible()
    await screenshot(page, 'backup-records-restored')
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await page.getByRole('link', { name: '案例库' }).click()
    await expect(page.getByRole('row').filter({ hasText: shorting })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: wires })).toBeVisible()
  })
})

test('restricted records wait for a word, and are entered into the ledger', async ({ openApp, page, home }) => {
  await mkdir(join(home, '移动硬盘'))
  await openApp()
  await openSample(page)
  await openSettings(page)
  await page.getByRole('button', { name: '选择文件夹并备份…' }).click()
  await pickFolder(page, '移动硬盘')
  await expect(page.getByText('有 1 条受控条目，要确认后才备份')).toBeVisible()
  await showCard(page)
  await look(page, 'backup-restricted')
  await page.getByRole('button', { name: '连同受控条目一起备份' }).click()
  await expect(page.getByText(/，已核对$/)).toBeVisible()
  await page.getByRole('link', { name: '资料包' }).click()
  await expect(page.getByRole('row').filter({ hasText: '备份' })).toBeVisible()
  await page.getByRole('row').filter({ hasText: '备份' }).getByRole('button').click()
  await expect(page.getByText('疑似窃电现场取证七步法')).toBeVisible()
  await screenshot(page, 'backup-ledger')
})

test('a lost library comes back from the first page, and a drive that is not there is missed', async ({ openApp, page, home }) => {
  await mkdir(join(home, '移动硬盘'))
  await openApp()
  await openSample(page)
  const sample = await withCore(page, async (core) => {
    await core.backups.plan({ folder: join(home, '移动硬盘'), every: 'day', allowRestricted: true })
    await core.backups.run({ folder: null })
    return (await core.library.current())?.path ?? ''
  })
  await expect.poll(async () => withCore(page, async (core) => (await core.backups.status()).last?.ok)).toBe(true)

  await test.step('the drive is unplugged and a backup is tried', async () => {
    await rename(join(home, '移动硬盘'), join(home, '拔掉'))
    await withCore(page, async (core) => core.backups.run({ folder: null }))
    await expect(page.getByText(/没有备份成/).first()).toBeVisible()
    await look(page, 'backup-banner')
    await page.getByRole('button', { name: '查看备份' }).click()
    await expect(page.getByText(/现在找不到这个文件夹/)).toBeVisible()
    await expect(page.getByText(/现在找不到这个文件夹/)).toBeInViewport()
    await look(page, 'backup-unreachable')
    await rename(join(home, '拔掉'), join(home, '移动硬盘'))
  })

  await test.step('the library is lost, and restored', async () => {
    await withCore(page, async (core) => core.library.close())
    await rm(sample, { recursive: true })
    await page.goto(`${page.url().replace(/#.*/, '')}#/welcome`)
    await look(page, 'backup-welcome')
    await page.getByRole('button', { name: /从备份恢复资料库/ }).click()
    await pickFolder(page, '移动硬盘')
    const dialog = page.getByRole('dialog', { name: '从备份恢复资料库' })
    await expect(dialog.getByRole('listitem')).toHaveCount(1)
    await look(page, 'backup-from')
    await dialog.getByRole('button', { name: /恢复整个资料库/ }).click()
    const restore = page.getByRole('dialog', { name: '恢复整个资料库' })
    await look(page, 'backup-whole')
    await restore.getByRole('button', { name: '恢复到这里' }).click()
    await expect(restore.getByText(/已恢复 \d+ 个文件/)).toBeVisible()
    await screenshot(page, 'backup-whole-done')
    await restore.getByRole('button', { name: '打开这个资料库' }).click()
    await openList(page, '案例库')
    await expect(page.getByRole('row').filter({ hasText: wires })).toBeVisible()
  })
})
