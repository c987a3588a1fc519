/** Deleting, editing many and taking it back: in the list, on a record, in the trash. */
import type { Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import { paragraph } from '../support/records'
import { withCore } from './support/coreOf'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'
import { makeLibrary } from './support/makeLibrary'

skipWithoutBrowser()

const titles = ['地线编号错位的发现与纠正', '主变冷却器全停的十分钟处置卡', '检修后遗留短接线险些带入送电', '刀闸发热的三级预警与处置', '雷雨季线路跳闸后的分段试送', '无人机巡视返航点设置不当']

/** Cases of a team, and a product that quotes the first of them. */
const fill = async (page: Page): Promise<void> => withCore(page, async (core) => {
  await core.app.updateSettings({ profile: { name: '林知', unit: '运维一班', role: '知识管理员' } })
  const block = paragraph('监护人持操作票站在地线悬挂点，操作人逐根报号，三者一致方可动手。')
  for (const [index, title] of titles.entries()) {
    const { id, revision } = await core.records.create({
      type: 'case', content: { title, team: '运维一班', field: '变电运维', tags: ['安全'], date: `2026-11-${20 - index}`, body: { version: 1, preamble: [], sections: [newSection('measures', '主要做法', [block])] } },
    })
    if (index > 0) continue
    const product = await core.products.create({ title: '接地线双确认作业包', sources: [id] })
    const quote = await core.products.excerpt({ recordId: id, revisionId: revision.id, blockIds: [block.id] })
    await core.records.save({ id: product.id, base: product.revision.id, changes: { body: { ...product.content.body, preamble: [quote] } } })
  }
})

test('what was deleted or edited in bulk comes back, and the trash is emptied of what nobody needs', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '运维一班')
  await fill(page)
  const list = page.getByRole('grid', { name: '案例库' })
  const row = (title: string) => list.getByRole('row').filter({ hasText: title })
  const box = (title: string) => list.getByRole('checkbox', { name: `选择“${title}”` })
  await expect(row(titles[5] ?? '')).toBeVisible()

  // A stretch by pointer, then tags for all of it, and back.
  await box(titles[1] ?? '').click()
  await box(titles[3] ?? '').click({ modifiers: ['Shift'] })
  await expect(page.getByText('已选 3 条')).toBeVisible()
  await look(page, 'list-selected')
  await page.getByRole('button', { name: '加标签' }).click()
  const dialog = page.getByRole('dialog', { name: '加标签' })
  await dialog.getByRole('combobox').fill('应急')
  await page.keyboard.press('Enter')
  await look(page, 'bulk-tags')
  await dialog.getByRole('button', { name: '给 3 条加上' }).click()
  await expect(toast(page, '已修改 3 条')).toBeVisible()
  await expect(row(titles[2] ?? '')).toContainText('应急')
  await toast(page, '已修改 3 条').getByRole('button', { name: '撤销' }).click()
  await expect(toast(page, '已撤销，3 条恢复原样')).toBeVisible()
  await expect(row(titles[2] ?? '')).not.toContainText('应急')

  // Keys alone: everything, deleted, taken back.
  await list.focus()
  await page.keyboard.press('Control+A')
  await expect(page.getByText(`已选 ${titles.length} 条`)).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(toast(page, '已删除 6 条')).toBeVisible()
  await expect(page.getByText(/这里存放案例/)).toBeVisible()
  await screenshot(page, 'list-deleted')
  await toast(page, '已删除 6 条').getByRole('button', { name: '撤销' }).click()
  await expect(row(titles[0] ?? '')).toBeVisible()

  // A record that others refer to is asked about.
  await row(titles[0] ?? '').getByText(titles[0] ?? '').click()
  await page.getByRole('button', { name: '更多' }).click()
  await look(page, 'record-menu')
  await page.getByRole('menuitem', { name: '删除' }).click()
  const asked = page.getByRole('dialog').filter({ hasText: '有 1 条条目引用或提到它' })
  await expect(asked).toContainText('接地线双确认作业包')
  await look(page, 'record-delete')
  await asked.getByRole('button', { name: '删除' }).click()
  await expect(list).toBeVisible()
  await expect(row(titles[0] ?? '')).toHaveCount(0)
  for (const title of titles.slice(1, 4)) await box(title).click()
  await page.keyboard.press('Tab')
  await page.getByRole('toolbar', { name: '对所选条目的操作' }).getByRole('button', { name: '删除' }).click()
  await expect(toast(page, '已删除 3 条')).toBeVisible()

  await page.getByRole('link', { name: '回收站' }).click()
  const table = page.getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(5)
  await expect(page.getByRole('heading', { name: '最近的批量操作' })).toBeVisible()
  await look(page, 'trash')
  await page.getByRole('textbox', { name: '按编号或标题查找' }).fill('刀闸')
  await expect(table.getByRole('row')).toHaveCount(2)
  await table.getByRole('checkbox', { name: /刀闸/ }).check()
  await look(page, 'trash-selected')
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(toast(page, '已恢复 1 条')).toBeVisible()
  await expect(page.getByText('没有符合的条目')).toBeVisible()
  await page.getByRole('textbox', { name: '按编号或标题查找' }).fill('')

  await page.getByRole('button', { name: '清空回收站' }).click()
  const confirm = page.getByRole('dialog').filter({ hasText: '永久删除 3 条？' })
  await expect(confirm).toContainText('别的条目引用或固定的修订')
  await look(page, 'trash-confirm')
  await confirm.getByRole('button', { name: '清空回收站' }).click()
  const report = page.getByRole('region', { name: '清空的结果' })
  await expect(report).toContainText('已永久删除 3 条')
  await expect(report).toContainText('被别的条目引用')
  await expect(page.getByRole('heading', { name: '回收站是空的' })).toBeVisible()
  await look(page, 'trash-emptied')
})
