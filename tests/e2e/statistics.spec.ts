/** The figures: each number opens the records behind it, each leaves as picture and as Excel; what is ripe becomes a proposed product. */
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { newBlockId } from '#shared/model/ids'
import { finish, makeProduct, release, setUnits } from './support/adopting'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const tab = async (page: Page, name: string): Promise<void> => page.getByRole('tab', { name }).click()
const listOf = (page: Page) => page.getByRole('dialog')

test('numbers open the lists behind them', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')

  await test.step('without anything to count each figure says how to come to it', async () => {
    await openList(page, '产品')
    await page.getByRole('button', { name: '推广统计' }).click()
    await expect(page.getByRole('heading', { name: '还没有可以统计的推广' })).toBeVisible()
    await look(page, 'statistics-1-empty')
    for (const name of ['复制用时', '效益', '转化', '引用', '逾期']) {
      await tab(page, name)
      await expect(page.getByRole('tabpanel').getByRole('heading', { level: 2 }).nth(1)).toBeVisible()
    }
  })

  await withCore(page, async (core) => {
    await setUnits(core)
    for (const [index, title] of ['倒闸操作“双确认”', '接地线“一线一码”全流程管理', '班前会三问'].entries()) {
      const productId = await makeProduct(core, title)
      await release(core, productId)
      const { ids } = await core.adoptions.plan({ productId, units: ['运维一班', '运维二班', '抢修一班', '抢修二班'], plannedDate: '2026-11-01' })
      for (const id of ids.slice(0, index + 1)) {
        await finish(core, id, { actualDate: `2026-12-${String(10 + index * 9)}`, benefits: [{ id: newBlockId(), what: '少停电', amount: 3.5, unit: '万元', year: 2025 + index % 2, ...index > 0 && { verifiedBy: '李静' } }, { id: newBlockId(), what: '省时', amount: 12, unit: '小时' }] })
      }
    }
  })

  await test.step('the coverage is a table whose cells open the adoptions', async () => {
    await tab(page, '覆盖')
    const table = page.getByRole('table', { name: '产品覆盖' })
    await expect(table.getByRole('button', { name: /变电中心.*班前会三问：100%/ })).toBeVisible()
    await expect(table.getByRole('button', { name: /变电中心.*双确认.*：50%/ })).toBeVisible()
    await look(page, 'statistics-2-coverage')
    await table.getByRole('button', { name: '“变电中心”下面的单位' }).press('Enter')
    await expect(table.getByRole('rowheader', { name: '运维一班' })).toBeHidden()
    await table.getByRole('button', { name: /变电中心.*双确认.*：50%/ }).press('Enter')
    await expect(listOf(page).getByRole('status')).toHaveText('2 条')
    await look(page, 'statistics-3-behind-a-cell')
    await page.keyboard.press('Escape')
  })

  await test.step('each figure is a chart and a table', async () => {
    for (const [name, label, shot] of [['复制用时', '从发布到第一次复制', 'replication'], ['效益', '推广效益', 'benefits'], ['转化', '积累与转化', 'conversion'], ['引用', '引用与复用', 'citations']] as const) {
      await tab(page, name)
      await expect(page.getByRole('img', { name: label }).locator('canvas')).toBeVisible()
      await look(page, `statistics-4-${shot}`)
      await page.getByRole('radiogroup', { name: '怎么看' }).getByText('表').click()
      await expect(page.getByRole('table', { name: label })).toBeVisible()
      await look(page, `statistics-5-${shot}-table`)
    }
    await tab(page, '逾期')
    await expect(page.getByRole('table', { name: '推广' })).toBeVisible()
    await look(page, 'statistics-6-overdue')
  })

  await test.step('a number of a table opens its list by keyboard', async () => {
    await tab(page, '效益')
    await page.getByRole('radiogroup', { name: '怎么看' }).getByText('表').click()
    await page.getByRole('button', { name: /^运维一班.已核实：/ }).first().press('Enter')
    await expect(listOf(page).getByRole('listitem').first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('a chart and the heat map leave as pictures', async () => {
    for (const name of ['覆盖', '效益']) {
      await tab(page, name)
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出图片' }).click()])
      expect(download.suggestedFilename()).toMatch(/\d{4}-\d{2}-\d{2}\.png$/)
      const path = test.info().outputPath(download.suggestedFilename())
      await download.saveAs(path)
      expect((await readFile(path)).subarray(1, 4).toString()).toBe('PNG')
    }
  })

  await test.step('a figure leaves as Excel', async () => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出 Excel' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    await expect(page.getByText('已导出为 Excel')).toBeVisible()
  })

  await test.step('the workbench shows what fits', async () => {
    await page.getByRole('link', { name: '工作台' }).click()
    await expect(page.getByRole('table', { name: '产品覆盖' })).toBeVisible()
    await expect(page.getByRole('img', { name: '积累与转化' }).locator('canvas')).toBeVisible()
    await look(page, 'statistics-7-workbench')
  })
})

test('what is ripe is proposed as a product', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')
  await openList(page, '产品')
  await page.getByRole('button', { name: '可提炼' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '可提炼' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '还没有可以提炼的' })).toBeVisible()
  await look(page, 'candidates-1-empty')

  await withCore(page, async (core) => {
    for (const unit of ['运维一班', '抢修一班', '输电一班']) {
      const { id, content, revision } = await core.records.create({ type: 'case', content: { title: `接地线编号逐根唱号核对防错挂（${unit}）`, unit } })
      const say = (text: string) => ({ id: newBlockId(), type: 'paragraph' as const, inlines: [{ type: 'text' as const, text }] })
      await core.records.save({
        id, base: revision.id,
        changes: { fields: { ...content.fields, polarity: 'positive' }, body: { ...content.body, preamble: [say(`${unit}拆除接地线之前，监护人逐根报号，操作人复诵编号并与操作票核对，三者一致方可动手，此后没有再发生错挂漏拆。`)] } },
      })
      for (const move of ['submit', 'validate']) {
        const now = await core.records.get({ id })
        await core.records.move({ id, base: now.revision.id, move, reason: '样例', override: true })
      }
    }
  })

  await test.step('records of like practice stand together, with why', async () => {
    await expect(page.getByText(/3 个单位有相近做法/)).toBeVisible()
    await look(page, 'candidates-2-cluster')
    await page.getByRole('button', { name: /^对照：/ }).first().click()
    await expect(listOf(page).getByText('对照两种做法')).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('they become the sources of a proposed product, which says why', async () => {
    await page.getByRole('button', { name: '立项…' }).first().click()
    const dialog = page.getByRole('dialog', { name: '新建产品' })
    await expect(dialog.getByRole('list', { name: '已选的来源' }).getByRole('listitem')).toHaveCount(3)
    await dialog.getByRole('textbox', { name: '名称' }).fill('接地线唱号核对')
    await look(page, 'candidates-3-propose')
    await dialog.getByRole('button', { name: '新建产品' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '接地线唱号核对' })).toBeVisible()
    const made = await withCore(page, async (core) => {
      const { rows: [row] } = await core.records.list({ filter: { type: 'product' }, sort: { by: 'updatedAt', descending: true }, offset: 0, limit: 1 })
      return core.records.get({ id: row?.id ?? '' })
    })
    expect(made.content.stage).toBe('proposed')
    expect(made.content.summary).toContain('立项依据：')
  })
})
