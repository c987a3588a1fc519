/** A product is piloted, taken up by units, and its second edition leaves them behind: planned, filled in, reported, listed, all on the screens. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import { newBlockId } from '#shared/model/ids'
import { fill, finish, makeProduct, release, setUnits } from './support/adopting'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '倒闸操作“双确认”'

const panelOf = (page: Page) => page.getByRole('region', { name: '推广', exact: true })
const dialogOf = (page: Page, name: RegExp) => page.getByRole('dialog', { name })

const openProduct = async (page: Page): Promise<void> => {
  await openList(page, '产品')
  await page.getByText(title, { exact: true }).first().dblclick()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('radiogroup', { name: '显示' }).getByText('推广').click()
}

test('units take a product up', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')
  const productId = await withCore(page, async (core) => {
    await setUnits(core)
    return makeProduct(core, title)
  })

  await test.step('a library without adoptions says how to come to them', async () => {
    await openList(page, '产品')
    await look(page, 'adoptions-1-product-list')
    await page.getByRole('button', { name: '推广一览' }).click()
    await expect(page.getByRole('heading', { name: '这里列出所有推广记录' })).toBeVisible()
    await look(page, 'adoptions-2-empty')
  })

  await test.step('pilots of the draft are planned from the tree of units, and can be taken back', async () => {
    await openProduct(page)
    await expect(panelOf(page).getByText('还没有试点')).toBeVisible()
    await expect(panelOf(page).getByText('发布之后才能安排推广')).toBeVisible()
    await look(page, 'adoptions-3-panel-empty')
    await panelOf(page).getByRole('button', { name: '安排试点…' }).click()
    const dialog = dialogOf(page, /安排试点/)
    await dialog.getByRole('textbox', { name: '查找单位' }).fill('运维一班')
    await dialog.getByRole('treeitem', { name: '运维一班' }).getByRole('checkbox').click()
    await expect(dialog.getByRole('status')).toContainText('将新建 1 条')
    await look(page, 'adoptions-4-plan-pilot')
    await dialog.getByRole('button', { name: '安排 1 个试点' }).click()
    await expect(page.getByText('已安排 1 个单位试点')).toBeVisible()
    await expect(panelOf(page).getByRole('button', { name: /运维一班/ })).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(panelOf(page).getByText('还没有试点')).toBeVisible()
    await withCore(page, async (core) => {
      const { ids: [first = '', second = ''] } = await core.adoptions.plan({ productId, pilot: true, units: ['运维一班', '抢修一班'], plannedDate: '2026-10' })
      await finish(core, first, {
        feedback: '照做一个月，未再错挂。', barrier: '夜间照明不足', rating: '5', differences: [{ id: newBlockId(), place: '2 现场验电', standard: '同电压等级验电器，三相逐相', local: '同电压等级验电器，两人逐相', reason: '班组人少' }],
        benefits: [{ id: newBlockId(), what: '减少返工', amount: 12, unit: '小时', verifiedBy: '李静' }],
      })
      await fill(core, second, { feedback: '还在试。' })
    })
  })

  await test.step('what the pilots say is one report', async () => {
    await panelOf(page).getByRole('button', { name: '试点报告' }).click()
    const report = dialogOf(page, /试点报告/)
    await expect(report.getByText('两个班组试点一个月')).toBeVisible()
    await expect(report.getByText(/减少返工 12 小时（已核实）/)).toBeVisible()
    await expect(report.getByText(/两人逐相（班组人少）/)).toBeVisible()
    await look(page, 'adoptions-5-pilot-report')
    await report.getByRole('button', { name: '关闭' }).click()
    await expect(panelOf(page).getByRole('button', { name: '试点报告' })).toBeFocused()
  })

  await test.step('a pilot shows the steps of the draft beside what is done here', async () => {
    await panelOf(page).getByRole('button', { name: /抢修一班/ }).click()
    const adopted = page.getByRole('region', { name: '采用的标准' })
    await expect(adopted.getByText('试点：采用的是还没有发布的草案')).toBeVisible()
    const table = page.getByRole('table', { name: /标准与本单位/ })
    await expect(table.getByText('同标准')).toHaveCount(2)
    await page.keyboard.press('e')
    await table.getByRole('button', { name: '记差异：2 现场验电' }).click()
    await expect(page.getByText('0 处差异')).toBeVisible()
    await page.getByRole('textbox', { name: '本单位：2 现场验电' }).fill('同电压等级验电器，三相逐相，并录像')
    await expect(page.getByText('1 处差异')).toBeVisible()
    await page.getByRole('textbox', { name: '为什么：2 现场验电' }).fill('便于复查')
    await page.getByRole('button', { name: '删去差异：2 现场验电' }).click()
    await expect(page.getByText('0 处差异')).toBeVisible()
    await page.locator('.ant-notification').getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('textbox', { name: '为什么：2 现场验电' })).toHaveValue('便于复查')
    await expectSaved(page)
    await look(page, 'adoptions-6-page-editing')
    await page.keyboard.press('Escape')
    await expect(table.locator('ins')).toHaveText('，并录像')
    await expect(page.getByText('因为：便于复查')).toBeVisible()
    await look(page, 'adoptions-7-page')
  })

  await test.step('after the release the target units are planned, those that have it are skipped', async () => {
    await withCore(page, async (core) => {
      await release(core, productId)
      await core.adoptions.plan({ productId, units: ['运维一班'], plannedDate: '2026-10-01' })
    })
    await openProduct(page)
    await expect(panelOf(page).getByText('3 个推广单位还没有安排')).toBeVisible()
    await panelOf(page).getByRole('button', { name: '安排这些单位…' }).click()
    const dialog = dialogOf(page, /安排推广/)
    await expect(dialog.getByRole('status')).toContainText('将新建 3 条')
    await look(page, 'adoptions-8-plan')
    await dialog.getByRole('textbox', { name: '计划日期' }).fill('下个月')
    await expect(dialog.getByRole('alert')).toContainText('日历里没有这一天')
    await look(page, 'adoptions-8b-plan-wrong-date')
    await dialog.getByRole('textbox', { name: '计划日期' }).fill('2026-12')
    await dialog.getByRole('button', { name: '安排 3 个单位' }).click()
    await expect(page.getByText('已安排 3 个单位推广')).toBeVisible()
    await expect(panelOf(page).getByText('还没有安排')).toBeHidden()
  })

  await test.step('the second edition leaves those behind who took up the first', async () => {
    await withCore(page, async (core) => {
      const { adoptions } = await core.adoptions.ofProduct({ id: productId })
      for (const { row, pilot } of adoptions) if (!pilot && ['运维二班', '抢修二班'].includes(row.unit)) await finish(core, row.id, { benefits: [{ id: newBlockId(), what: '少停电', amount: 3.5, unit: '万元' }] })
      await release(core, productId)
    })
    await expect(panelOf(page).getByText('2 个单位还在用前面的版次')).toBeVisible()
    await expect(panelOf(page).getByText('2 个推广单位还没有安排')).toBeVisible()
    await expect(panelOf(page).getByRole('list', { name: '其他版次' }).getByRole('button', { name: /运维一班.*第一版/ })).toBeVisible()
    await look(page, 'adoptions-9-behind')
    await panelOf(page).getByRole('button', { name: '为它们安排第二版…' }).click()
    await expect(dialogOf(page, /安排推广：第二版/).getByRole('status')).toContainText('将新建 2 条')
    await page.keyboard.press('Escape')
  })

  await test.step('the edition in force is packed for the units that are to take it up', async () => {
    await withCore(page, async (core) => core.adoptions.plan({ productId, units: ['抢修二班'], plannedDate: '' }))
    await panelOf(page).getByRole('button', { name: '打包给单位…' }).click()
    const dialog = dialogOf(page, /把第二版打包给单位/)
    await expect(dialog.getByRole('checkbox', { name: '抢修二班' })).toBeChecked()
    await look(page, 'adoptions-10-hand-over')
    await dialog.getByRole('button', { name: '下一步：打包…' }).click()
    const pack = dialogOf(page, /打成资料包/)
    await expect(pack.getByRole('textbox', { name: '名称' })).toHaveValue(`${title}　第二版`)
    await expect(pack.getByRole('combobox', { name: '发给' })).toHaveValue('抢修二班')
    await look(page, 'adoptions-11-pack')
    await page.keyboard.press('Escape')
  })

  await test.step('all of them are one list, narrowed by what is wanted', async () => {
    await panelOf(page).getByRole('button', { name: /^全部 \d+ 条/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: '推广一览' })).toBeVisible()
    await expect(page.getByRole('row')).toHaveCount(8)
    await look(page, 'adoptions-12-list')
    await page.getByRole('radiogroup', { name: '只看' }).getByText(/逾期/).click()
    await expect(page.getByRole('status').filter({ hasText: '条，共' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('row')).toHaveCount(8)
  })

  await test.step('what is due stands on the workbench', async () => {
    await page.getByRole('link', { name: '工作台' }).click()
    await expect(page.getByRole('region', { name: '最新发布' }).getByText(title)).toBeVisible()
    await expect(page.getByRole('table', { name: '产品覆盖' })).toBeVisible()
    await page.getByRole('radiogroup', { name: '只看哪一类' }).getByText(/^推广/).click()
    await expect(page.getByRole('region', { name: '等我处理' }).getByRole('button', { name: /推广到期/ }).first()).toBeVisible()
    await look(page, 'adoptions-13-workbench')
  })
})

/** Waits for a job; one that failed fails the test. */
const done = async (core: CoreClient, jobId: string): Promise<void> => {
  await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
}

test('a unit that got a product reports back what came of it', async ({ home, openApp, page }) => {
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')
  await withCore(page, async (core) => {
    const productId = await makeProduct(core, title)
    const { seal } = await release(core, productId)
    const { ids } = await core.adoptions.plan({ productId, units: ['变电中心'], plannedDate: '2026-12' })
    const to = join(home, '推广.lfpkg')
    const made = await core.packages.make({ ids, editions: [{ recordId: productId, seal }], title: '推广', purpose: '', licence: '', kind: 'package', recipient: { unit: '变电中心', libraryId: null }, to })
    await done(core, made.jobId)
    await core.library.close()
    await core.library.create({ path: join(home, '变电中心'), name: '变电中心资料库', unit: '变电中心' })
    const opened = await core.packages.open({ path: to })
    await done(core, opened.jobId)
    const taken = await core.packages.take({ jobId: opened.jobId, accept: true })
    await done(core, taken.jobId)
    for (const id of ids) await finish(core, id, { feedback: '照做，效果好。' })
  })

  await test.step('what came by package is listed, and still to be reported', async () => {
    await openList(page, '产品')
    await page.getByRole('button', { name: '推广一览' }).click()
    await expect(page.getByText('1 条推广记录还没有回报给省公司。')).toBeVisible()
    await expect(page.getByRole('button', { name: '变电中心', exact: true })).toBeVisible()
    await look(page, 'adoptions-20-reportable')
  })

  await test.step('the report is a package of the adoptions for whom the product came from', async () => {
    await page.getByRole('button', { name: '打包回报…' }).click()
    const pack = dialogOf(page, /打成资料包/)
    await expect(pack.getByRole('textbox', { name: '名称' })).toHaveValue(/^推广回报.变电中心.\d{4}-\d{2}-\d{2}$/)
    await expect(pack.getByRole('combobox', { name: '发给' })).toHaveValue('省公司')
    await expect(pack.getByRole('status').filter({ hasText: '1 条' })).toBeVisible()
    const [download] = await Promise.all([page.waitForEvent('download'), (async () => {
      await pack.getByRole('button', { name: '生成资料包' }).click()
      await pack.getByRole('button', { name: '下载' }).click()
    })()])
    expect(download.suggestedFilename()).toMatch(/\.lfpkg$/)
    await page.keyboard.press('Escape')
    await expect(page.getByText('还没有回报给省公司')).toBeHidden()
  })
})
