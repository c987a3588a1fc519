/** Merging a package that meets changes made here: part by part, by keys, by hand, in words of one's own, and back again. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import type { Block } from '#shared/model/body/blocks'
import { newSection, type Body } from '#shared/model/body/body'
import type { EditableContent } from '#shared/model/record'
import { buildPng } from '../fixtures/docx/png'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const titles = {
  rope: '带电更换绝缘子串的绝缘工具双人点检', route: '无人机航线复核清单', ice: '导线覆冰观测点加密与联动除冰', path: '山区巡线“双通道”报平安', same: '杆塔接地电阻测量记录', fresh: '高空作业工具防坠“一绳一扣一查”',
}

const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const item = (id: string, text: string): Block => ({ type: 'listItem', id, list: 'number', level: 0, inlines: [{ type: 'text', text }] })
const cell = (id: string, text: string) => ({ blocks: [line(id, text)] })
const table = (after: string): Block => ({ type: 'table', id: 't1', rows: [{ cells: [cell('c1', '点检用时'), cell('c2', '14 分')] }, { cells: [cell('c3', '不合格检出'), cell('c4', after)] }] })

const sections = { measures: newSection('measures', '主要做法', []), results: newSection('results', '成效', []) }
const bodyOf = (measures: Block[], results: Block[]): Body => ({ version: 1, preamble: [], sections: [{ ...sections.measures, blocks: measures }, { ...sections.results, blocks: results }] })

const steps = [item('s1', '领用前两人各查一遍绝缘杆外观'), item('s2', '核对试验合格证是否在有效期内')]
const found = (count: string, where: string): Block => line('r1', `半年内绝缘工具不合格检出 ${count}，均在${where}发现，未发生带缺陷工具上塔。`)

const before = bodyOf([line('m1', '绝缘工具出库前由工作负责人点检。'), ...steps], [found('5 件', '出库前'), table('5 件')])

const jobEnds = async (core: CoreClient, started: Promise<{ jobId: string }>): Promise<string> => {
  const { jobId } = await started
  await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
  return jobId
}

const edit = async (core: CoreClient, id: string, changes: EditableContent): Promise<void> => {
  const { revision } = await core.records.get({ id })
  await core.records.save({ id, base: revision.id, changes })
}

/** Two libraries: what the first sent, the second took in; then both changed it, and the first sent it again. The second is open. */
const prepare = async (page: Page, home: string): Promise<Record<keyof typeof titles, string>> => withCore(page, async (core) => {
  const ours = (await core.library.current())?.path ?? ''
  const theirs = join(home, '输电运检中心资料库')
  await core.vocabularies.add({ kind: 'units', names: ['输电运检中心'] })
  await core.vocabularies.add({ kind: 'tags', names: ['带电', '工器具', '安全'] })
  await core.library.create({ path: theirs, name: '输电运检中心资料库', unit: '云汀输电运检中心', unitCode: 'SD1' })
  const make = async (title: string, content: EditableContent): Promise<string> =>
    (await core.records.create({ type: 'case', content: { unit: '云汀输电运检中心', authors: ['赵文博'], ...content, title } })).id
  const ids = {
    rope: await make(titles.rope, { tags: ['带电', '工器具'], body: before, fields: { promotion: '适用于 10 kV 及以上线路' } }),
    route: await make(titles.route, { summary: '起飞前复核航线。', place: '云汀' }),
    ice: await make(titles.ice, { summary: '按地形加密观测点。' }),
    path: await make(titles.path, { summary: '每小时报一次平安。', place: '西山' }),
    same: await make(titles.same, {}),
  }
  const first = join(home, '十月资料包.lfpkg')
  await jobEnds(core, core.packages.make({ ids: Object.values(ids), title: '输电运检中心 10 月资料包', to: first }))

  await core.library.open({ path: ours })
  await jobEnds(core, core.packages.take({ jobId: await jobEnds(core, core.packages.open({ path: first })), accept: true }))
  await edit(core, ids.rope, {
    summary: '出库前双人点检，半年检出 7 件。', tags: ['带电', '工器具', '出库'], fields: { promotion: '适用于 35 kV 及以上线路' },
    body: bodyOf([line('m1', '绝缘工具出库前由工作负责人点检。'), ...steps], [found('7 件', '出库前'), table('5 件')]),
  })
  await edit(core, ids.route, { summary: '起飞前由两人复核航线。' })
  await edit(core, ids.path, { place: '西山、北岭' })

  await core.library.open({ path: theirs })
  const path = join(home, '点检照片.png')
  await writeFile(path, buildPng(280, 120, 3))
  const picture = await core.attachments.add({ path })
  await edit(core, ids.rope, {
    summary: '出库与塔下两道点检，半年检出 9 件。', tags: ['带电', '工器具', '双人点检'], attachments: [picture], fields: { promotion: '适用于 110 kV 及以上线路' },
    body: bodyOf(
      [line('m1', '绝缘工具出库前由两人共同点检，逐项打勾。'), ...steps, item('s3', '上塔前在塔下再点检一遍'), { type: 'image', id: 'i1', attachment: picture.sha256, alt: '塔下点检', caption: '塔下点检', width: 280, height: 120 }],
      [found('9 件', '出库与塔下两道点检中'), table('9 件')],
    ),
  })
  await edit(core, ids.route, { summary: '起飞前复核航线与返航点。', place: '云汀北' })
  await edit(core, ids.ice, { summary: '按地形加密观测点，与除冰联动。' })
  await edit(core, ids.path, { summary: '每半小时报一次平安。' })
  const fresh = await make(titles.fresh, { tags: ['高处作业', '安全'], body: before })
  await jobEnds(core, core.packages.make({ ids: [...Object.values(ids), fresh], title: '输电运检中心 11 月资料包', purpose: '供冬季培训使用', to: join(home, '十一月资料包.lfpkg') }))
  await core.library.open({ path: ours })
  return { ...ids, fresh }
})

const focusedPart = (page: Page) => page.locator('tr[data-part]:focus')

test('a package that meets changes made here is merged part by part, and undone', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '带电作业班资料库', '带电作业班')
  const ids = await prepare(page, home)
  await expect(page.getByRole('button', { name: /带电作业班资料库/ })).toBeVisible()
  const bar = page.locator('footer')
  const rowOf = (title: string) => page.getByRole('row').filter({ hasText: title })

  await test.step('look it over', async () => {
    await page.getByRole('link', { name: '资料包' }).click()
    await page.getByRole('button', { name: '打开资料包…' }).first().click()
    const picker = page.getByRole('dialog', { name: '选择文件' })
    await picker.getByRole('option', { name: '十一月资料包.lfpkg' }).click()
    await picker.getByRole('button', { name: /^选择/ }).last().click()
    await expect(rowOf(titles.rope)).toContainText('冲突')
    await expect(rowOf(titles.ice)).toContainText('较新')
    await expect(rowOf(titles.path)).toContainText('可合并')
    await expect(rowOf(titles.fresh)).toContainText('新增')
    await expect(bar.getByRole('status').filter({ hasText: /还剩 \d+ 处冲突/ })).toBeVisible()
    await look(page, 'merge-table')
  })

  await test.step('lead the words of the sender into words here', async () => {
    await page.getByRole('button', { name: '处理…' }).click()
    const dialog = page.getByRole('dialog', { name: '对方的词' })
    await dialog.getByRole('row').filter({ hasText: '云汀输电运检中心' }).getByRole('button', { name: '可能是“输电运检中心”' }).click()
    await dialog.getByRole('row').filter({ hasText: '双人点检' }).getByText('加入词表', { exact: true }).click()
    await look(page, 'merge-words')
    await dialog.getByRole('button', { name: '就这样对应' }).click()
    await expect(dialog).toHaveCount(0)
    await expect(page.getByText('1 个已对应到本库的词，1 个加入词表')).toBeVisible()
  })

  await test.step('go through the table by keys', async () => {
    await page.keyboard.press('?')
    await expect(page.getByText('打开这一条，逐处比较')).toBeVisible()
    await look(page, 'merge-keys')
    await page.keyboard.press('Escape')
    await expect(page.getByText('打开这一条，逐处比较')).toBeHidden()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await expect(rowOf(titles.rope)).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: titles.rope })).toBeVisible()
    await expect(page).toHaveURL(/record=/)
  })

  await test.step('see three sides of each part, and choose', async () => {
    await expect(page.getByRole('columnheader', { name: /共同的上一版/ })).toBeVisible()
    await expect(page.locator('tr[data-part=summary]')).toContainText('两边都改了，请选择')
    await expect(page.getByRole('img', { name: '塔下点检' }).first()).toBeVisible()
    await look(page, 'merge-record-conflict')
    await page.locator('tr[data-part="body.block:r1"]').scrollIntoViewIfNeeded()
    await look(page, 'merge-record-text')
    await page.getByRole('button', { name: '收起共同的上一版' }).click()
    await look(page, 'merge-record-two-sides')
    await page.getByRole('button', { name: '显示共同的上一版' }).click()
    await page.locator('tr[data-part=summary]').focus()
    await page.keyboard.press('2')
    await expect(page.locator('tr[data-part=summary]')).toContainText('两边都改了，已选择')
    await page.keyboard.press('n')
    await expect(focusedPart(page)).toHaveAttribute('data-part', 'fields.promotion')
    await page.keyboard.press('k')
    await page.keyboard.press('j')
    await expect(focusedPart(page)).toHaveAttribute('data-part', 'fields.promotion')
  })

  await test.step('write a field by hand', async () => {
    const row = page.locator('tr[data-part="fields.promotion"]')
    await row.getByRole('button', { name: '手工合并“推广价值”…' }).click()
    const field = page.getByRole('textbox', { name: '手工合并“推广价值”' })
    await expect(field).toBeFocused()
    await expect(field).toHaveValue('适用于 35 kV 及以上线路\n适用于 110 kV 及以上线路')
    await field.fill('适用于 35 kV 及以上线路，110 kV 及以上已验证')
    await look(page, 'merge-record-hand-field')
    await page.keyboard.press('Escape')
    await expect(row).toContainText('已手工合并')
  })

  await test.step('N comes back to the conflict that is left, also from the outcome', async () => {
    const left = page.locator('tr[data-part="body.block:r1"]')
    await page.keyboard.press('n')
    await expect(left).toBeFocused()
    await page.keyboard.press('k')
    await expect(left).not.toBeFocused()
    await page.keyboard.press('n')
    await expect(left).toBeFocused()
    await page.keyboard.press('k')
    await page.getByText('合并后', { exact: true }).click()
    await page.keyboard.press('n')
    await expect(left).toBeFocused()
  })

  await test.step('write the text by hand, leave it and come back, and finish once every mark is gone', async () => {
    await page.locator('tr[data-part="body.block:r1"]').getByRole('button', { name: '手工合并“段落”…' }).click()
    const editor = page.getByRole('textbox', { name: '正文' })
    await expect(editor).toContainText('▼ 两边都改了，本库的：')
    await expect(editor).toContainText('绝缘工具出库前由两人共同点检，逐项打勾。')
    await expect(bar.getByRole('button', { name: /跳到下一处冲突/ })).toBeDisabled()
    await expect(bar).toContainText('完成或放弃正文的手工合并后')
    await look(page, 'merge-record-hand-text')
    await page.getByRole('button', { name: '完成手工合并' }).click()
    await expect(page.getByText('还有 2 行标记没有删去')).toBeVisible()
    const remove = async (text: string): Promise<void> => {
      await editor.getByText(text).click({ clickCount: 3 })
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Backspace')
    }
    await remove('▼ 两边都改了，本库的：')
    await remove('▼ 同一处，包内的：')
    await page.getByRole('button', { name: '返回' }).click()
    await expect(rowOf(titles.rope)).toContainText('手工合并没有完成')
    await expect(bar).toContainText('的手工合并还没有完成')
    await page.reload()
    await rowOf(titles.rope).getByRole('button', { name: /：《/ }).click()
    await expect(editor).toContainText('绝缘工具出库前由两人共同点检，逐项打勾。')
    await expect(editor).not.toContainText('▼')
    await editor.getByText('半年内绝缘工具不合格检出 7 件').click()
    await page.keyboard.press('End')
    await page.keyboard.type('（合并时核对过。）')
    await page.getByRole('button', { name: '完成手工合并' }).click()
    await expect(page.getByText('正文已手工合并', { exact: true })).toBeVisible()
    await look(page, 'merge-record-hand-done')
    await page.getByText('合并后', { exact: true }).click()
    await expect(page.getByRole('region', { name: '合并后' })).toContainText('（合并时核对过。）')
    await look(page, 'merge-record-outcome')
  })

  await test.step('giving up what was written asks, and no key wipes it', async () => {
    await page.getByRole('button', { name: '放弃手工合并' }).first().click()
    const dialog = page.getByRole('dialog', { name: '放弃正文的手工合并？' })
    await look(page, 'merge-hand-drop')
    await dialog.getByRole('button', { name: '保留' }).click()
    await expect(dialog).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(rowOf(titles.rope)).toBeFocused()
    await page.keyboard.press('1')
    await expect(rowOf(titles.rope)).toContainText('本库的不变')
    await page.keyboard.press('3')
    await expect(rowOf(titles.rope)).toContainText('手工合并')
    await page.keyboard.press('Enter')
    await expect(page.getByText('正文已手工合并', { exact: true })).toBeVisible()
    await page.getByText('合并后', { exact: true }).click()
    await expect(page.getByRole('region', { name: '合并后' })).toContainText('（合并时核对过。）')
  })

  await test.step('N goes on to the next record, and then there is nothing left', async () => {
    await page.keyboard.press('n')
    await expect(page.getByRole('heading', { level: 1, name: titles.route })).toBeVisible()
    await expect(focusedPart(page)).toHaveAttribute('data-part', 'summary')
    await page.keyboard.press('3')
    await expect(page.locator('tr[data-part=summary]')).toContainText('已选择')
    await expect(bar.getByText(/还剩/)).toHaveCount(0)
    await look(page, 'merge-record-chosen')
    await page.keyboard.press('Escape')
    await expect(rowOf(titles.route)).toBeFocused()
    await expect(rowOf(titles.route)).toContainText('3 处不同')
  })

  await test.step('a newer and a mergeable record, and a new one, are looked at too', async () => {
    for (const [title, name] of [[titles.ice, 'newer'], [titles.path, 'mergeable'], [titles.fresh, 'new']] as const) {
      await rowOf(title).getByRole('button', { name: /：《/ }).click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
      await look(page, `merge-record-${name}`)
      await page.goBack()
      await expect(rowOf(title)).toBeFocused()
    }
  })

  await test.step('a list in the table leaves its row the keys', async () => {
    await rowOf(titles.ice).getByRole('combobox').click()
    await page.locator('.ant-select-item-option').filter({ hasText: /^合并$/ }).click()
    await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    await page.keyboard.press('1')
    await expect(rowOf(titles.ice)).toContainText('本库的不变')
    await page.keyboard.press('2')
    await expect(rowOf(titles.ice)).toContainText('用包内的')
  })

  await test.step('what was decided of a record that was changed since is asked again', async () => {
    await withCore(page, async (core) => edit(core, ids.route, { contact: '王工' }))
    await expect(rowOf(titles.route)).toContainText('您选择之后，本库的这一条又改过')
    await expect(bar.getByText('还剩 1 处冲突')).toBeVisible()
    await page.getByLabel('按对比结果筛选').getByText(/较新/).click()
    await expect(rowOf(titles.route)).toHaveCount(0)
    await page.keyboard.press('n')
    await expect(page.getByRole('heading', { level: 1, name: titles.route })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(rowOf(titles.route)).toBeFocused()
    await rowOf(titles.route).getByRole('button', { name: /：《/ }).click()
    await look(page, 'merge-record-outdated')
    await page.getByRole('button', { name: '仍用原来的选择' }).click()
    await expect(page.locator('tr[data-part=summary]')).toContainText('已选择')
    await page.getByRole('button', { name: '返回' }).click()
    await expect(bar.getByText(/还剩/)).toHaveCount(0)
  })

  const stateBefore = await withCore(page, async (core) => Promise.all([ids.rope, ids.route, ids.ice, ids.path].map(async (id) => (await core.records.get({ id })).content)))

  await test.step('take it in', async () => {
    await look(page, 'merge-table-decided')
    await page.getByRole('checkbox', { name: /仍然收入/ }).check()
    await page.getByRole('button', { name: '收入 5 条' }).click()
    await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '合并 3 条' })).toBeVisible()
    await look(page, 'merge-taken')
    await withCore(page, async (core) => {
      const { content } = await core.records.get({ id: ids.rope })
      expect(content).toMatchObject({
        summary: '出库与塔下两道点检，半年检出 9 件。', unit: '输电运检中心', fields: { promotion: '适用于 35 kV 及以上线路，110 kV 及以上已验证' },
      })
      expect(content.tags).toEqual(expect.arrayContaining(['出库', '双人点检']))
      expect(JSON.stringify(content.body)).toContain('（合并时核对过。）')
      expect((await core.records.get({ id: ids.route })).content).toMatchObject({ summary: '起飞前由两人复核航线。\n起飞前复核航线与返航点。', place: '云汀北' })
      expect((await core.vocabularies.list({ kind: 'tags' })).filter(({ known }) => known).map(({ name }) => name)).toContain('双人点检')
    })
  })

  await test.step('undo all of it', async () => {
    await page.getByRole('button', { name: '撤销这次收入' }).click()
    await expect(page.getByText('已撤销，5 条恢复原样')).toBeVisible()
    await withCore(page, async (core) => {
      expect(await Promise.all([ids.rope, ids.route, ids.ice, ids.path].map(async (id) => (await core.records.get({ id })).content))).toEqual(stateBefore)
    })
  })
})
