/** What nobody means to write: endless titles, scripts from right to left, values that no field has, links to nothing. Nothing of it is lost, and no page stays white. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import { withCore } from './support/coreOf'
import { editorOf, expectSaved, startEditing } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

const arabic = 'تقرير السلامة'
const mixed = `${arabic} (A) 👷🏽‍♀️ 班组`

const goTo = async (page: Page, path: string): Promise<void> => { await page.goto(`${new URL(page.url()).origin}/#${path}`) }
const directionOf = async (page: Page, text: string): Promise<string[]> => page.getByText(text, { exact: true }).evaluateAll((elements) => elements.map((element) => getComputedStyle(element).direction))

test('titles of ten thousand characters, other scripts and values that no field has are said, isolated and kept', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
  await page.getByRole('button', { name: '新建案例' }).first().click()
  const title = page.getByRole('textbox', { name: '标题' })
  await expect(title).toBeFocused()
  await title.fill('长'.repeat(10_000))
  await expect(page.getByRole('alert').filter({ hasText: '标题最多 500 字' })).toBeVisible()
  await expect(page.getByText('未保存：标题太长')).toBeVisible()
  await title.fill(mixed)
  await expectSaved(page)
  const id = /record\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
  await withCore(page, async (core) => {
    const { revision } = await core.records.get({ id })
    await core.records.save({ id, base: revision.id, changes: {
      summary: mixed, team: arabic, field: arabic, place: mixed, contact: mixed, authors: [arabic], tags: [mixed],
      body: { version: 1, preamble: [], sections: [newSection('background', '背景', [{ type: 'paragraph', id: 'rtl', inlines: [{ type: 'text', text: mixed }] }, { type: 'listItem', id: 'rtl2', list: 'bullet', level: 0, inlines: [{ type: 'text', text: mixed }] }])] },
    } })
    await core.records.create({ type: 'case', content: { title: '链接到它', links: [{ to: id, relation: 'related' }] } })
  })
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: mixed })).toHaveCSS('direction', 'rtl')
  await expect(page.locator('#block-rtl')).toHaveCSS('direction', 'rtl')
  await expect(page.locator('#block-rtl2')).toHaveCSS('direction', 'rtl')
  await expect(page.getByRole('definition').filter({ hasText: mixed }).first()).toBeVisible()
  expect(new Set(await directionOf(page, arabic))).toEqual(new Set(['rtl']))
  await look(page, 'right-to-left')
  await startEditing(page)
  await expect(editorOf(page).getByRole('paragraph').filter({ hasText: mixed }).first()).toHaveCSS('direction', 'rtl')
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: '案例库' }).click()
  const row = page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: mixed })
  await expect(row.getByText(mixed, { exact: true }).first()).toHaveCSS('direction', 'rtl')

  const path = await withCore(page, async (core) => (await core.library.current())?.path ?? '')
  const file = join(path, 'records', id.slice(-2), `${id}.json`)
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/"fields": \{[^}]*\}/, '"fields": { "applicability": { "范围": ["35 kV"] }, "conclusion": "结论" }'))
  await goTo(page, `/record/${id}`)
  await expect(page.getByText('{"范围":["35 kV"]}')).toBeVisible()
  await startEditing(page)
  await expect(page.getByText('不是这个字段能填的值，照原样留着')).toBeVisible()
  await look(page, 'odd-value')
  await page.getByRole('textbox', { name: '摘要' }).fill('改过的摘要')
  await expectSaved(page)
  expect((await withCore(page, async (core) => core.records.get({ id }))).content).toMatchObject({ summary: '改过的摘要', fields: { applicability: { 范围: ['35 kV'] } } })
  await page.getByRole('button', { name: '去掉，重新填写' }).click()
  await expectSaved(page)
  await expect(page.getByText('{"范围":["35 kV"]}')).toHaveCount(0)
})

test('links to nothing say so, are listed with why, and mended several at once with one way back', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
  const [nowhere, own] = [newId(), newId()]
  const trashed = await withCore(page, async (core) => {
    const { id } = await core.records.create({ type: 'case', content: { title: '删掉的案例' } })
    const paragraph = (blockId: string, recordId: string, text: string) => ({ type: 'paragraph' as const, id: blockId, inlines: [{ type: 'text' as const, text: '参见' }, { type: 'recordLink' as const, recordId, text }] })
    await core.records.create({ id: own, type: 'case', content: {
      title: '链接很多', links: [{ to: id, relation: 'related' }, { to: nowhere, relation: 'uses' }],
      body: { version: 1, preamble: [], sections: [newSection('background', '背景', [paragraph('gone', nowhere, '不存在的条目'), paragraph('trashed', id, '删掉的案例')])] },
    } })
    await core.records.create({ type: 'case', content: { title: '新的去处' } })
    await core.records.remove({ selection: { ids: [id] } })
    return id
  })
  await goTo(page, `/record/${nowhere}`)
  await expect(page.getByRole('alert').filter({ hasText: '没有打开这个条目' })).toBeVisible()
  await goTo(page, '/record/not-an-id')
  await expect(page.getByRole('alert').filter({ hasText: '没有打开这个条目' })).toBeVisible()
  await goTo(page, `/merge/${nowhere}/${own}`)
  await expect(page.getByRole('alert').filter({ hasText: '没有读到要合并的条目' })).toBeVisible()
  await goTo(page, `/record/${own}?block=nowhere`)
  const mention = page.getByRole('button', { name: '不存在的条目' })
  await mention.hover()
  await expect(page.getByRole('tooltip').filter({ hasText: /不在/ })).toBeVisible()
  await mention.click()
  await expect(page.getByRole('heading', { level: 1, name: '链接很多' })).toBeVisible()

  await goTo(page, '/health')
  const links = page.getByRole('region', { name: '失效的链接', exact: true })
  await links.getByRole('button', { name: '查找失效的链接' }).click()
  await expect(links).toContainText('4 处')
  const inTrash = links.getByRole('group', { name: '指向的条目在回收站里' })
  const gone = links.getByRole('group', { name: '指向的条目不在本资料库' })
  await expect(inTrash.getByRole('listitem')).toHaveCount(2)
  await expect(gone.getByRole('listitem')).toHaveCount(2)
  await look(page, 'broken-links')
  await page.getByRole('link', { name: '工作台' }).click()
  await expect(page.getByRole('region', { name: '有 4 处链接通向不在的内容。' })).toBeVisible()
  await look(page, 'broken-links-workbench')
  await page.getByRole('button', { name: '去处理' }).click()

  await inTrash.getByRole('button', { name: '从回收站恢复' }).first().click()
  await expect(toast(page, '已从回收站恢复 1 条')).toBeVisible()
  await expect(inTrash).toHaveCount(0)
  const mentioned = gone.getByRole('listitem').filter({ hasText: '正文里的提及' })
  await mentioned.getByRole('button', { name: '改链到…' }).click()
  await mentioned.getByRole('combobox', { name: '查找要链接的条目' }).fill('新的去处')
  await page.getByRole('option', { name: /新的去处/ }).or(page.locator('.ant-select-item-option').filter({ hasText: '新的去处' })).last().click()
  await expect(toast(page, '已改链到另一条')).toBeVisible()
  await expect(gone.getByRole('listitem')).toHaveCount(1)
  await gone.getByRole('checkbox', { name: /^全选/ }).check()
  await gone.getByRole('button', { name: '移除 1 处' }).click()
  await expect(toast(page, '已移除 1 处失效的链接')).toBeVisible()
  await expect(links).toContainText('每一处都通向它所指的内容')
  await toast(page, '已移除').getByRole('button', { name: '撤销' }).click()
  await expect(toast(page, '已撤销')).toBeVisible()
  expect((await withCore(page, async (core) => core.records.get({ id: own }))).content.links).toEqual([{ to: trashed, relation: 'related' }, { to: nowhere, relation: 'uses' }])
})
