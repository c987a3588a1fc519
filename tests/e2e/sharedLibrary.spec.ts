/** One library, two programs: the second reads along and edits when the first has left; one whose lock was taken away; and one library in two folders, which asks which it is. */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { startWebHost } from './support/webHost'

skipWithoutBrowser()

test('a second program reads along, and edits here once the first has left', async ({ openApp, page, browser }) => {
  await openApp()
  await makeLibrary(page, '两边打开', '运维一班')
  const path = await withCore(page, async (core) => (await core.library.current())?.path ?? '')
  const otherHome = await mkdtemp(join(tmpdir(), 'liangfang-e2e-other-'))
  const other = await startWebHost(otherHome)
  const beside = await (await browser.newContext({ locale: 'zh-CN' })).newPage()
  try {
    await beside.goto(other.link)
    await withCore(beside, async (core) => core.library.open({ path }))
    await expect(beside.getByText('只读', { exact: true })).toBeVisible()
    await openList(beside, '案例库')
    await withCore(page, async (core) => core.records.create({ type: 'case', content: { title: '这边刚写的案例' } }))
    await expect(beside.getByText('这边刚写的案例')).toBeVisible({ timeout: 20_000 })
    await look(beside, 'shared-reading')
    await beside.getByRole('button', { name: '在这里编辑' }).click()
    const refusal = beside.getByRole('dialog').filter({ hasText: '还不能在这里编辑' })
    await expect(refusal).toContainText('请先在那边关闭资料库')
    await look(beside, 'shared-not-yet')
    await refusal.getByRole('button', { name: '关闭' }).click()
    await expect(refusal).toBeHidden()
    await withCore(page, async (core) => core.library.close())
    await expect(beside.getByText('另一个程序已经关闭了这个资料库')).toBeVisible({ timeout: 20_000 })
    await look(beside, 'shared-writer-left')
    await beside.getByRole('button', { name: '在这里编辑' }).click()
    await expect(beside.getByText('只读', { exact: true })).toBeHidden()
    await expect(beside.getByRole('button', { name: /新建案例/ }).first()).toBeEnabled()
  } finally {
    await other.stop()
    await rm(otherHome, { recursive: true, force: true })
  }
})

test('a library whose lock is taken away while it is open says so at once, and what to do', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '锁被改动', '运维一班')
  const path = await withCore(page, async (core) => (await core.library.current())?.path ?? '')
  await writeFile(join(path, 'lock'), 'rubbish')
  const banner = page.getByRole('status').filter({ hasText: '只读' })
  await expect(banner).toContainText('锁文件（lock）里没有写明是哪一个。请先在那个程序里关闭资料库', { timeout: 20_000 })
  await look(page, 'shared-lock-lost')
  await banner.getByRole('button', { name: '在这里编辑' }).click()
  const refusal = page.getByRole('dialog').filter({ hasText: '还不能在这里编辑' })
  await expect(refusal).toContainText('一分钟后就可以在这里编辑')
  await refusal.getByRole('button', { name: '关闭' }).click()
  await rm(join(path, 'lock'))
  await expect(banner).toContainText('现在可以在这里编辑', { timeout: 20_000 })
  await banner.getByRole('button', { name: '在这里编辑' }).click()
  await expect(banner).toBeHidden()
})

test('a copied library asks what it is, and becomes one of its own', async ({ openApp, home, page }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
  const path = await withCore(page, async (core) => {
    await core.records.create({ type: 'case', content: { title: '一条' } })
    const current = await core.library.current()
    await core.library.close()
    return current?.path ?? ''
  })
  const copy = join(home, '复制给二班')
  await cp(path, copy, { recursive: true })
  await withCore(page, async (core) => core.library.open({ path: copy }))
  const question = page.getByRole('dialog', { name: '这个资料库是移过来的，还是副本？' })
  await expect(question).toBeVisible()
  await look(page, 'copied-question')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '说明是移过来的还是副本…' })).toBeVisible()
  await look(page, 'copied-later')
  await page.getByRole('button', { name: '说明是移过来的还是副本…' }).click()
  await question.getByRole('textbox', { name: '资料库名称' }).fill('二班资料库')
  await question.getByRole('textbox', { name: '单位代码' }).fill('YW2')
  await question.getByRole('button', { name: '作为独立的资料库使用' }).click()
  await expect(question).toBeHidden()
  await expect(page).toHaveTitle(/二班资料库/)
  await expect(page.getByText('只读', { exact: true })).toBeHidden()
  await expect(page.getByText('一条')).toBeVisible()
})
