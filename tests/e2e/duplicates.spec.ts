/** What is perhaps here twice: said while its title is typed, on its page and in the report of an import; compared, made one, taken back. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { EditableContent } from '#shared/model/record'
import { writeCaseFolder } from '../fixtures/docx/writeCaseFolder'
import { searchWhole, withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

const texts = [
  '3 月 18 日，城东变母线由检修转运行，操作人按操作票拆除三组接地线，实际只拆了两组。',
  '监护人清点接地线时发现少了一根，立即停止操作，到现场逐一核对。',
  '原因是操作票上写的编号与接地线上的纸签对不上，操作人凭印象认定。',
]
const bodyOf = (...paragraphs: string[]): NonNullable<EditableContent['body']> => ({
  version: 1, preamble: [],
  sections: [newSection('background', '背景', paragraphs.map((text, index) => ({ type: 'paragraph', id: `block${index}`, inlines: [{ type: 'text', text }] })))],
})

const notice = (page: Page) => page.getByRole('region', { name: '可能已经有了' })

test('a new case is told to be here already, compared with the other, made one with it, and that is taken back', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
  const own = await withCore(page, async (core) => {
    const { id } = await core.records.create({ type: 'case', content: { title: '接地线漏拆未遂', unit: '变电运维中心', tags: ['接地'], body: bodyOf(...texts) } })
    await searchWhole(core, '接地线')
    return id
  })
  await page.getByRole('button', { name: '新建案例' }).first().click()
  const title = page.getByRole('textbox', { name: '标题' })
  await expect(title).toBeFocused()
  await title.fill('接地线“漏拆”未遂')
  await expect(page.getByRole('status').filter({ hasText: '已有同名条目：' })).toContainText('接地线漏拆未遂')
  await expect(title).toBeFocused()
  await expectSaved(page)
  await expect(notice(page)).toHaveCount(0)
  const id = /record\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveCount(0)

  await withCore(page, async (core) => {
    const { revision } = await core.records.get({ id })
    await core.records.create({ type: 'case', content: { title: '引用它的', links: [{ to: id, relation: 'related' }] } })
    await core.records.save({ id, base: revision.id, changes: { tags: ['安全'], confidentiality: 'restricted', body: bodyOf(texts[0] ?? '', (texts[1] ?? '').replace('一根', '两根'), texts[2] ?? '', '此做法已在全部变电站推广。') } })
  })
  await expect(notice(page)).toContainText('接地线漏拆未遂')
  await expect(notice(page)).toContainText(/几乎相同 6\d%/)
  await expect(notice(page)).toContainText('标题相同')
  await notice(page).getByRole('button', { name: '看相同的句子' }).click()
  await expect(notice(page).getByRole('listitem').filter({ hasText: /^背景/ })).toHaveCount(3)
  await expect(notice(page).locator('mark').filter({ hasText: '立即停止操作' })).toBeVisible()
  await look(page, 'duplicate-notice')
  await notice(page).getByRole('button', { name: '对比' }).click()
  const drawer = page.getByRole('dialog', { name: '对比两个条目' })
  await expect(drawer.locator('ins').filter({ hasText: '两' }).first()).toBeVisible()
  await drawer.getByRole('button', { name: '关闭' }).or(drawer.getByRole('button', { name: 'Close' })).first().click()
  await expect(drawer).toHaveCount(0)

  await notice(page).getByRole('button', { name: '合并…' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '合并两个条目' })).toBeVisible()
  await expect(page.getByRole('columnheader').nth(1)).toContainText('留下')
  await expect(page.getByRole('columnheader').nth(1)).toContainText('接地线漏拆未遂')
  const tags = page.getByRole('radiogroup', { name: '“标签”取哪边' })
  await expect(tags.getByRole('radio', { name: '两边' })).toBeChecked()
  const background = page.getByRole('radiogroup', { name: '“背景”取哪边' })
  await expect(background.getByRole('radio', { name: '两边' })).toBeChecked()
  await background.getByText('右边').click()
  await expect(page.getByRole('row', { name: /^背景/ }).getByRole('cell')).toHaveText(['不取', '取用'])
  await expect(page.getByRole('row', { name: /^标签/ }).getByRole('cell')).toHaveText([/^取用/, /^取用/])
  await expect(page.getByText('密级取较严的：受控')).toBeVisible()
  await expect(page.getByText('1 条条目的链接改指留下的这条')).toBeVisible()
  await look(page, 'merge')
  await page.getByRole('radiogroup', { name: '显示' }).getByText('预览').click()
  await expect(page.getByRole('article', { name: '预览' })).toContainText('此做法已在全部变电站推广。')
  await look(page, 'merge-preview')
  await page.getByRole('button', { name: '合并为一条' }).click()
  await expect(toast(page, '已合并为“接地线漏拆未遂”')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: '接地线漏拆未遂' })).toBeVisible()
  await expect(page.getByText('监护人清点接地线时发现少了两根')).toBeVisible()
  expect(page.url()).toContain(own)
  await page.getByRole('tab', { name: /^修订/ }).click()
  await expect(page.getByText(/并入了“接地线“漏拆”未遂”/)).toBeVisible()
  await toast(page, '已合并为').getByRole('button', { name: '撤销' }).click()
  await expect(toast(page, '已撤销')).toBeVisible()
  await expect(page.getByText('监护人清点接地线时发现少了一根')).toBeVisible()
  await expect(notice(page)).toContainText('接地线“漏拆”未遂')
  await notice(page).getByRole('button', { name: '不是重复' }).click()
  await expect(notice(page)).toHaveCount(0)
})

test('the report of an import marks what is here already, and leads to merging', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
  const files = join(home, '历年案例')
  await writeCaseFolder(files, 2)
  const jobId = await withCore(page, async (core) => {
    await searchWhole(core, '接地线')
    return (await core.imports.start({ paths: [files], type: 'case' })).jobId
  })
  await page.goto(`${new URL(page.url()).origin}/#/imports/${jobId}`)
  await expect(page.getByRole('heading', { name: '导入完成' })).toBeVisible()
  const entry = await withCore(page, async (core) => (await core.imports.report({ jobId })).entries[0])
  const second = await withCore(page, async (core) => {
    const { content } = await core.records.get({ id: entry?.recordId ?? '' })
    await core.records.create({ id: newId(), type: 'case', content: { title: '抄来的一份', summary: content.summary, body: content.body } })
    await core.records.remove({ selection: { ids: [entry?.recordId ?? ''] } })
    return (await core.imports.start({ paths: [entry?.path ?? ''], type: 'case' })).jobId
  })
  await page.goto(`${new URL(page.url()).origin}/#/imports/${second}`)
  await expect(page.getByText('可能重复 1 个')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: '可能与已有条目重复' })
  await expect(row).toContainText('抄来的一份')
  await expect(row).toContainText('几乎相同')
  await row.getByRole('button', { name: '看相同的句子' }).click()
  await look(page, 'import-alike')
  await row.getByRole('button', { name: '对比并合并' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '合并两个条目' })).toBeVisible()
})
