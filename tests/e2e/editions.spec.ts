/** A product from its review to its second edition: the gate led to each gap, a source that changed taken again, editions compared, one that was superseded says so. */
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { editorOf, expectSaved, typeChinese } from './support/editing'
import { openSample } from './support/openList'
import { bodyOf, exampleSteps, gapsOf, gateOf, line, makeProduct, moveOn, pilot, saveNow, sourcesOf } from './support/products'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '倒闸操作“双确认”标准作业包'

const openProduct = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: '产品', exact: true }).click()
  await page.getByRole('grid', { name: '产品' }).getByRole('row').filter({ hasText: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const beSomebody = async (page: Page, name: string): Promise<void> => {
  await withCore(page, async (core) => core.app.updateSettings({ profile: { name, unit: '运维部', role: '' } }))
  await expect(page.getByRole('button', { name })).toBeVisible()
}

const editions = (page: Page) => page.getByRole('region', { name: '版次' })

test('a product goes through review and pilot, is released past its gate with a reason, and says so', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await beSomebody(page, '陈立')
  await withCore(page, async (core) => makeProduct(core, title))
  await openProduct(page)

  await test.step('it is submitted, sent back, and submitted again', async () => {
    await page.getByRole('button', { name: /^(loading )?提交审核$/ }).click()
    await expect(page.getByText('第 1 轮评审')).toBeVisible()
    await beSomebody(page, '李静')
    await page.getByRole('button', { name: '退回并写明原因' }).click()
    await page.getByRole('textbox', { name: /^原因/ }).fill('第 5 步的标准不清楚')
    await page.getByRole('dialog').getByRole('button', { name: '退回并写明原因' }).click()
    await expect(page.getByText('退回：第 5 步的标准不清楚')).toBeVisible()
    await beSomebody(page, '陈立')
    await page.getByRole('button', { name: /^(loading )?提交审核$/ }).click()
    await expect(page.getByText('第 2 轮评审')).toBeVisible()
    await beSomebody(page, '李静')
    await look(page, 'editions-1-review')
  })

  await test.step('the gate says that it is not in pilot, and leads to the move', async () => {
    await gateOf(page).getByRole('button', { name: '去转入试点：现在是“评审”，要先转入试点' }).click()
    await expect(page.getByRole('button', { name: /^(loading )?转入试点$/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByText('已转入试点')).toBeVisible()
    await expect(gateOf(page).getByText('现在是“评审”，要先转入试点')).toHaveCount(0)
  })

  await test.step('what is missing for the release leads to those who try it out', async () => {
    await gateOf(page).getByRole('button', { name: '去安排：还没有安排试点' }).click()
    await expect(page.getByRole('radio', { name: '推广' })).toBeChecked()
    await screenshot(page, 'editions-2-adoptions')
    await page.getByText(/^关口 /).click()
  })

  await test.step('past the gate with a reason, which the edition says', async () => {
    await expect(gateOf(page).getByRole('button', { name: '发布第一版' })).toBeDisabled()
    await gateOf(page).getByRole('button', { name: '其他操作' }).click()
    await page.getByRole('menuitem', { name: '仍然发布第一版…' }).click()
    const dialog = page.getByRole('dialog', { name: '放行发布第一版（条件未齐）' })
    await expect(dialog.getByText('还没有安排试点')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '写明原因，仍然发布第一版' })).toBeDisabled()
    await look(page, 'editions-3-override')
    await dialog.getByRole('textbox', { name: '原因（必填）' }).fill('设备周末换型')
    await dialog.getByRole('button', { name: '写明原因，仍然发布第一版' }).click()
    await expect(gateOf(page).getByRole('img', { name: '第一版的印', exact: true })).toBeVisible()
    await expect(editions(page).getByText('放行发布，未满足：试点有结果。原因：设备周末换型')).toBeVisible()
    await expect(editions(page).getByText('签名有效（本库）')).toBeVisible()
    await expect(page.getByRole('list', { name: '阶段' }).locator('[aria-current=step]')).toContainText('发布')
    await look(page, 'editions-4-released')
  })

  await test.step('its life goes on to its replication, for which units must be asked, and to its end', async () => {
    await page.getByRole('group', { name: '关口', exact: true }).getByRole('button', { name: '去安排：还没有安排单位推广' }).click()
    await expect(page.getByRole('radio', { name: '推广' })).toBeChecked()
    await page.getByRole('button', { name: '其他操作' }).first().click()
    await page.getByRole('menuitem', { name: '废止' }).click()
    await page.getByRole('textbox', { name: /^原因/ }).fill('设备全部更换')
    await page.getByRole('dialog').getByRole('button', { name: '废止' }).click()
    await expect(page.getByText('已废止').first()).toBeVisible()
    await page.getByText(/^关口 /).click()
    await expect(editions(page).getByText('已废止')).toBeVisible()
    await editions(page).getByRole('button', { name: /第一版/ }).click()
    await expect(page.getByRole('dialog').getByText('这个产品已废止，这一版留作查阅，不再执行。')).toBeVisible()
    await screenshot(page, 'editions-5-retired')
  })
})

test('a second edition is taken from a source that changed, compared with the first, and takes its place', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await beSomebody(page, '李静')
  const id = await withCore(page, async (core) => {
    const { source, product } = await makeProduct(core, title)
    await pilot(core, product.id, '变电运维二班')
    const { revision } = await core.records.get({ id: product.id })
    await core.products.release({ id: product.id, base: revision.id })
    await moveOn(core, product.id, 'revise', { reason: '来源改过' })
    const { content } = await core.records.get({ id: source.id })
    const [background, measures] = content.body.sections
    const [first, ...rest] = measures?.blocks ?? []
    await saveNow(core, source.id, {
      body: { ...content.body, sections: background && measures && first ? [background, { ...measures, blocks: [{ ...line('监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号并扫码。'), id: first.id }, ...rest] }] : [] },
    })
    return product.id
  })
  await openProduct(page)

  await test.step('the source says that it was revised, and shows the difference', async () => {
    await expect(sourcesOf(page).getByText(/来源已修订/)).toBeVisible()
    await look(page, 'editions-6-changed')
    await sourcesOf(page).getByRole('button', { name: '对照' }).click()
    const drawer = page.getByRole('dialog', { name: /来源的修订/ })
    await expect(drawer.locator('ins', { hasText: '并扫码' })).toBeVisible()
    await look(page, 'editions-7-difference')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('its quotes are taken again, taken back, and taken again', async () => {
    await sourcesOf(page).getByRole('button', { name: '更新引文' }).click()
    await expect(page.getByText('1 处引文有变化')).toBeVisible()
    await expect(bodyOf(page).getByRole('blockquote')).toContainText('逐根报号并扫码')
    await expect(sourcesOf(page).getByText(/来源已修订/)).toHaveCount(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(bodyOf(page).getByRole('blockquote')).not.toContainText('并扫码')
    await expect(sourcesOf(page).getByText(/来源已修订/)).toBeVisible()
    await sourcesOf(page).getByRole('button', { name: '更新引文' }).click()
    await expect(bodyOf(page).getByRole('blockquote')).toContainText('逐根报号并扫码')
    await expectSaved(page)
  })

  await test.step('the first edition and the draft differ in the quote and in one step', async () => {
    await withCore(page, async (core) => {
      const { fields } = (await core.records.get({ id })).content
      await saveNow(core, id, { fields: { ...fields, steps: exampleSteps.map((step) => ({ standard: '三相逐相，两人复诵', post: '监护人', ...step })) } })
    })
    await expect(page.getByRole('region', { name: '作业步骤' })).toContainText('两人复诵')
    await editions(page).getByRole('button', { name: '对照' }).click()
    const drawer = page.getByRole('dialog', { name: /版次对照/ })
    await expect(drawer.getByRole('rowheader', { name: /作业步骤 第 5 行/ })).toBeVisible()
    await expect(drawer.getByRole('rowheader', { name: /作业步骤 第 4 行/ })).toHaveCount(0)
    await expect(drawer.locator('ins', { hasText: '两人复诵' })).toBeVisible()
    await look(page, 'editions-8-compare')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('once all conditions hold the seal is pressed, and the first edition is superseded', async () => {
    await withCore(page, async (core) => pilot(core, id, '变电运维一班'))
    await expect(gapsOf(page)).toHaveCount(0)
    await look(page, 'editions-9-ready')
    await gateOf(page).getByRole('button', { name: '发布第二版' }).click()
    const dialog = page.getByRole('dialog', { name: '发布第二版' })
    await dialog.getByRole('textbox', { name: '这一版改了什么' }).fill('逐根报号并扫码；第 5 步补标准')
    await dialog.getByRole('button', { name: '盖印，发布第二版' }).click()
    await expect(gateOf(page).getByRole('img', { name: '第二版的印', exact: true })).toBeVisible()
    await expect(editions(page).getByText('已被取代')).toBeVisible()
    await look(page, 'editions-10-second')
    await editions(page).getByRole('button', { name: '修改记录' }).click()
    await expect(page.getByRole('dialog', { name: '修改记录' }).getByRole('row')).toHaveCount(3)
    await look(page, 'editions-11-log')
    await page.keyboard.press('Escape')
    await editions(page).getByRole('button', { name: /第一版/ }).click()
    const first = page.getByRole('dialog', { name: /第一版/ })
    await expect(first.getByText('这一版已被后来的版次取代，留作查阅，不再执行。')).toBeVisible()
    await expect(first.getByRole('img', { name: '流程图' })).toBeVisible()
    await expect(first.getByRole('rowheader', { name: '装设接地线' })).toBeVisible()
    await look(page, 'editions-12-superseded')
    await first.getByRole('button', { name: '看现行的第二版' }).click()
    await expect(page.getByRole('dialog', { name: /第二版/ }).getByText('这一版已被后来的版次取代')).toHaveCount(0)
    await page.keyboard.press('Escape')
  })

  await test.step('it can be written in again', async () => {
    await page.keyboard.press('e')
    await expect(editorOf(page)).toBeFocused()
    await page.keyboard.press('Control+Home')
    await typeChinese(page, 'xin', '新一版。')
    await expectSaved(page)
    await expect(gateOf(page).getByText('自第二版以来没有改动')).toHaveCount(0)
  })
})
