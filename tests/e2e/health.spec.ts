/** A library with damage of several kinds: found, shown with its records, repaired with one button, and a record put back from its own page. */
import { readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

/** Records with a history, and where their files lie. */
const fill = async (page: Page): Promise<{ root: string; first: string; second: string; third: string }> => withCore(page, async (core) => {
  const root = (await core.library.current())?.path ?? ''
  const make = async (title: string): Promise<string> => {
    const { id, revision } = await core.records.create({ type: 'case', content: { title } })
    // Another person begins a new revision.
    await core.app.updateSettings({ profile: { name: '李明', unit: '运维一班', role: '' } })
    await core.records.save({ id, base: revision.id, changes: { title: `${title}（改）` } })
    await core.app.updateSettings({ profile: { name: '', unit: '', role: '' } })
    return id
  }
  const made = { root, first: await make('接地线漏拆'), second: await make('地线编号错位'), third: await make('工具柜清点') }
  // The numbers that were given are written a second later: damage in that moment would be written over.
  await expect.poll(async () => readFile(join(root, 'library.json'), 'utf8')).toMatch(/-": 3\b/)
  return made
})

const recordFile = (root: string, id: string): string => join(root, 'records', id.slice(-2), `${id}.json`)

test('a damaged library is checked, repaired, and says so', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '检查用', '运维一班')
  const { root, first, second, third } = await fill(page)

  await page.getByRole('link', { name: '设置' }).click()
  await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name: '资料库' }).click()
  await page.getByRole('button', { name: '资料库检查' }).click()
  await expect(page.getByText('还没有检查过')).toBeVisible()
  await look(page, 'health-never')
  await page.getByRole('button', { name: '开始检查' }).click()
  await expect(page.getByRole('heading', { name: '资料库完好' })).toBeVisible()
  await look(page, 'health-good')

  await truncate(recordFile(root, first), 200)
  const edited = recordFile(root, second)
  await writeFile(edited, (await readFile(edited, 'utf8')).replaceAll('地线编号错位（改）', '手改的题目'))
  const [shard = ''] = await readdir(join(root, 'records'))
  await writeFile(join(root, 'records', shard, '说明.txt'), '不是条目')
  await page.getByRole('button', { name: '再检查一次' }).click()
  await expect(page.getByRole('heading', { name: '发现 3 处问题' })).toBeVisible()
  await look(page, 'health-problems')
  const repairs = page.getByRole('region', { name: '可以修复' })
  await expect(repairs.getByRole('button', { name: '接地线漏拆（改）' })).toBeVisible()
  await repairs.getByRole('button', { name: '全部修复（1 处）' }).click()
  await expect(page.getByText('已处理 1 处。')).toBeVisible()
  await page.getByRole('region', { name: '由您决定' }).getByRole('button', { name: '接受为修改' }).click()
  await expect(page.getByRole('heading', { name: '发现 2 处问题' })).not.toBeVisible()
  await look(page, 'health-repaired')

  await page.getByRole('link', { name: '案例库' }).click()
  const row = page.getByText('工具柜清点（改）').first()
  await expect(row).toBeVisible()
  // It leaves the list as soon as the damage is noticed.
  await truncate(recordFile(root, third), 200)
  await row.click()
  await expect(page.getByText('最近完好的修订保存于')).toBeVisible()
  await look(page, 'health-record')
  await page.getByRole('button', { name: '恢复最近完好的修订' }).click()
  await expect(page.getByRole('button', { name: /编辑/ })).toBeVisible()
  await screenshot(page, 'health-record-restored')
})

test('a damaged library.json leads to where it is put back; with its copy damaged too, nothing is promised that cannot be had', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '说明文件', '运维一班')
  const { root, first } = await fill(page)
  const copy = join(root, 'history/library.json')

  await truncate(join(root, 'library.json'), 20)
  await openApp()
  const banner = page.getByRole('status').filter({ hasText: 'library.json 读不出来' })
  await expect(banner).toBeVisible()
  await look(page, 'library-file-damaged')
  await banner.getByRole('button', { name: '去放回' }).click()
  await page.getByRole('button', { name: '开始检查' }).click()
  await page.getByRole('button', { name: '全部修复（1 处）' }).click()
  await page.getByRole('button', { name: '重新打开' }).click()
  await expect(banner).not.toBeVisible()

  await truncate(join(root, 'library.json'), 20)
  await truncate(copy, 20)
  await openApp()
  await page.getByRole('button', { name: /说明文件/ }).first().click()
  await expect(page.getByText('请从备份恢复整个资料库，或把整个文件夹交给协助您的人')).toBeVisible()
  await expect(page.getByText('其余条目不受影响')).not.toBeVisible()
  await look(page, 'library-file-and-copy-damaged')
  expect((await readFile(recordFile(root, first), 'utf8')).length).toBeGreaterThan(200)
})

test('a record that a newer version wrote can be read, and says why it can’t be edited', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '新格式', '运维一班')
  const { root, first } = await fill(page)
  const path = recordFile(root, first)
  await writeFile(path, (await readFile(path, 'utf8')).replace('"format": 1', '"format": 7'))
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByText('接地线漏拆（改）').first().click()
  await expect(page.getByText('只能阅读：它由更新版本的良方写成（格式 7，本版支持到 1）。')).toBeVisible()
  await expect(page.getByRole('button', { name: /编辑/ })).not.toBeVisible()
})
