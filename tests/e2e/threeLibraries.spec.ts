/**
 * Knowledge goes through three libraries and comes back: masked on its way out, taken in and handed on, changed far away, offered back, and
 * merged onto what was never masked at home.
 */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const phone = '13812345678'
const title = '绝缘工具出库前双人点检'

const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const measures = (...blocks: Block[]) => ({ version: 1 as const, preamble: [], sections: [{ ...newSection('measures', '主要做法', []), blocks }] })
const asked = line('m1', `出库前由王建国逐项点检，有疑问打 ${phone}。`)
const checked = line('m2', '领用前两人各查一遍绝缘杆外观。')

const library = async (page: Page, home: string, name: string, unit: string, unitCode: string): Promise<void> => {
  await withCore(page, async (core) => core.library.create({ path: join(home, name), name, unit, unitCode }))
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible()
}

const reopen = async (page: Page, path: string, name: string): Promise<void> => {
  await withCore(page, async (core) => core.library.open({ path }))
  await expect(page.getByRole('button', { name: new RegExp(name) })).toBeVisible()
}

const packs = async (page: Page, home: string, recipient: string, file: string, mask: boolean): Promise<void> => {
  await openList(page, '案例库')
  await page.getByRole('checkbox', { name: '选择列表里的全部条目' }).check()
  await page.getByRole('button', { name: '打包' }).click()
  const dialog = page.getByRole('dialog', { name: '打成资料包' })
  await dialog.getByRole('combobox', { name: /^发给/ }).fill(recipient)
  await page.keyboard.press('Tab')
  if (mask) {
    await dialog.getByRole('switch', { name: '先掩码姓名和号码' }).click()
    await expect(dialog.getByText(/^找到 \d+ 项/)).toBeVisible()
  }
  await makes(page, home, file)
}

const makes = async (page: Page, home: string, file: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: /打成资料包|做成修改建议/ })
  await dialog.getByRole('button', { name: '生成资料包' }).click()
  await expect(dialog.getByText('资料包已生成')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
  await download.saveAs(join(home, file))
  await dialog.getByRole('button', { name: '关闭' }).last().click()
}

const opens = async (page: Page, file: string): Promise<void> => {
  await page.getByRole('link', { name: '资料包' }).click()
  await page.getByRole('button', { name: '打开资料包…' }).first().click()
  const picker = page.getByRole('dialog', { name: '选择文件' })
  await picker.getByRole('option', { name: file }).click()
  await picker.getByRole('button', { name: /^选择/ }).last().click()
  await expect(page.getByRole('row').filter({ hasText: title })).toBeVisible()
}

const takes = async (page: Page): Promise<void> => {
  await page.getByRole('checkbox', { name: /仍然收入/ }).check()
  await page.getByRole('button', { name: /^收入 \d+ 条/ }).click()
  await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
}

const edit = async (core: CoreClient, id: string, changes: Parameters<CoreClient['records']['save']>[0]['changes']): Promise<void> => {
  await core.records.save({ id, base: (await core.records.get({ id })).revision.id, changes })
}

test('what left masked goes through three libraries, and what was learned there comes home', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '带电作业班资料库', '带电作业班')
  const own = await withCore(page, async (core) => {
    await core.vocabularies.add({ kind: 'people', names: ['王建国'] })
    const { id } = await core.records.create({ type: 'case', content: { title, unit: '带电作业班', authors: ['王建国'], contact: phone, summary: '王建国的做法。', body: measures(asked, checked) } })
    return { id, path: (await core.library.current())?.path ?? '' }
  })
  const content = (): Promise<Awaited<ReturnType<CoreClient['records']['get']>>['content']> => withCore(page, async (core) => (await core.records.get({ id: own.id })).content)

  await test.step('the first masks it and hands it to the second', async () => packs(page, home, '输电运检中心', '一.lfpkg', true))

  await test.step('the second takes it in, adds to it, and hands it on to the third', async () => {
    await library(page, home, '输电运检中心资料库', '输电运检中心', 'SD1')
    await opens(page, '一.lfpkg')
    await takes(page)
    const came = await content()
    expect(JSON.stringify(came)).not.toMatch(new RegExp(`${phone}|王建国`))
    await withCore(page, async (core) => edit(core, own.id, { place: '西山' }))
    await packs(page, home, '变电检修班', '二.lfpkg', false)
  })

  await test.step('the third sees where it came from, changes it, and offers that back', async () => {
    await library(page, home, '变电检修班资料库', '变电检修班', 'BD1')
    await opens(page, '二.lfpkg')
    await takes(page)
    await openList(page, '案例库')
    await page.getByRole('row').filter({ hasText: title }).click()
    await expect(page.getByText('带电作业班资料库').first()).toBeVisible()
    await expect(page.getByText('输电运检中心资料库').first()).toBeVisible()
    await look(page, 'three-provenance')
    const { body } = await content()
    const [section] = body.sections
    await withCore(page, async (core) => edit(core, own.id, {
      body: { ...body, sections: section ? [{ ...section, blocks: [...section.blocks, line('m3', '上塔前在塔下再点检一遍。')] }] : [] },
    }))
    await page.getByRole('link', { name: '资料包' }).click()
    const part = page.getByRole('region', { name: '可以反馈的修改' })
    await expect(part.getByText('1 条在这里改过')).toBeVisible()
    await part.getByRole('button', { name: '做成修改建议…' }).click()
    await makes(page, home, '三.lfpkg')
  })

  await test.step('at home it is merged onto what was never masked, and undone', async () => {
    await reopen(page, own.path, '带电作业班资料库')
    await withCore(page, async (core) => edit(core, own.id, { summary: '王建国的做法，全年推广。' }))
    const before = await content()
    await opens(page, '三.lfpkg')
    await expect(page.getByText('修改建议').first()).toBeVisible()
    const row = page.getByRole('row').filter({ hasText: title })
    await expect(row).toContainText('可合并')
    await row.getByRole('button', { name: /：《/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await look(page, 'three-returned')
    await page.keyboard.press('Escape')
    await takes(page)
    const merged = await content()
    expect(merged).toMatchObject({ title, authors: ['王建国'], contact: phone, place: '西山', summary: '王建国的做法，全年推广。' })
    expect(JSON.stringify(merged.body)).toContain('上塔前在塔下再点检一遍。')
    expect(JSON.stringify(merged.body)).toContain(`出库前由王建国逐项点检，有疑问打 ${phone}。`)
    await page.getByRole('button', { name: '撤销这次收入' }).click()
    await expect(page.getByText('已撤销，1 条恢复原样')).toBeVisible()
    expect(await content()).toEqual(before)
  })
})
