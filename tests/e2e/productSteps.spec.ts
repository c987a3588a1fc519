/** The steps of a product by the keys alone: written, moved, pasted, rated, taken from a source; its roles; and the flow chart that is drawn from them. */
import type { Page } from '@playwright/test'
import { rowsOf } from '#shared/model/fields'
import { withCore } from './support/coreOf'
import { editorOf, expectSaved } from './support/editing'
import { openSample } from './support/openList'
import { exampleSteps, gateOf, makeProduct, saveNow, sourcesOf } from './support/products'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '倒闸操作“双确认”标准作业包'
const stepsOf = (page: Page) => page.getByRole('region', { name: '作业步骤' })
const cell = (page: Page, number: number, column: string) => stepsOf(page).getByRole('textbox', { name: `步骤 ${String(number)}：${column}` })
const post = (page: Page, number: number) => stepsOf(page).getByRole('combobox', { name: `步骤 ${String(number)}：岗位` })
const table = (page: Page) => stepsOf(page).getByRole('table')

const openProduct = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: '产品', exact: true }).click()
  await page.getByRole('grid', { name: '产品' }).getByRole('row').filter({ hasText: name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

const savedSteps = async (page: Page, id: string) => withCore(page, async (core) => rowsOf((await core.records.get({ id })).content.fields.steps))

test('steps are written by the keys alone', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  const id = await withCore(page, async (core) => (await core.products.create({ title, sources: [] })).id)
  await openProduct(page, title)

  await test.step('the strip leads to the steps, which say what belongs there', async () => {
    await page.getByRole('navigation', { name: '产品栏目' }).getByRole('button', { name: /流程/ }).click()
    await expect(stepsOf(page).getByText(/把做法拆成一步一步/)).toBeInViewport()
    await look(page, 'steps-1-empty')
    await stepsOf(page).getByRole('button', { name: '写第一步' }).click()
    await expect(cell(page, 1, '动作')).toBeFocused()
  })

  await test.step('Tab goes along a row, Enter to the same cell of the next', async () => {
    await page.keyboard.type('验电')
    await page.keyboard.press('Tab')
    await page.keyboard.type('三相逐相')
    await page.keyboard.press('Tab')
    await page.keyboard.type('5')
    await page.keyboard.press('Tab')
    await page.keyboard.type('操作人')
    await cell(page, 1, '动作').focus()
    await page.keyboard.press('Enter')
    await expect(cell(page, 2, '动作')).toBeFocused()
    await page.keyboard.type('装设接地线')
    await cell(page, 1, '标准').focus()
    await page.keyboard.press('Enter')
    await expect(cell(page, 2, '标准')).toBeFocused()
    await expect(stepsOf(page).getByText('2 步')).toBeVisible()
    await expect(stepsOf(page).getByText('合计 5 分钟')).toBeVisible()
  })

  await test.step('Alt and an arrow move a step, Ctrl and Enter put one in, Delete takes an empty one out', async () => {
    await page.keyboard.press('Alt+ArrowUp')
    await expect(cell(page, 1, '动作')).toHaveValue('装设接地线')
    await expect(cell(page, 1, '标准')).toBeFocused()
    await page.keyboard.press('Alt+ArrowDown')
    await expect(cell(page, 2, '动作')).toHaveValue('装设接地线')
    await cell(page, 1, '动作').focus()
    await page.keyboard.press('Control+Enter')
    await expect(cell(page, 2, '动作')).toBeFocused()
    await expect(cell(page, 2, '动作')).toHaveValue('')
    await page.keyboard.press('Delete')
    await expect(cell(page, 1, '动作')).toBeFocused()
    await expect(cell(page, 2, '动作')).toHaveValue('装设接地线')
  })

  await test.step('a table from Excel fills the rows', async () => {
    await cell(page, 2, '动作').focus()
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '装设接地线\t先接接地端\t12 分钟\t操作人\r\n终结\t"数量相符\n拍照"\t8\t工作负责人\r\n')
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    })
    await expect(cell(page, 3, '标准')).toHaveValue('数量相符\n拍照')
    await expect(post(page, 3)).toHaveValue('工作负责人')
    await expect(stepsOf(page).getByText('合计 25 分钟')).toBeVisible()
  })

  await test.step('a hazard is rated on the matrix', async () => {
    await cell(page, 1, '危险点').fill('验电器失效')
    await cell(page, 1, '控制措施').fill('先在带电处试验')
    await stepsOf(page).getByRole('button', { name: '评定步骤 1的风险' }).press('Enter')
    await expect(page.getByRole('button', { name: /可能性 3 可能，严重性 3 中等/ })).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await look(page, 'steps-2-risk')
    await page.keyboard.press('Enter')
    await expect(stepsOf(page).getByRole('button', { name: '改步骤 1的风险评级' })).toContainText('重大20')
    await expect(stepsOf(page).getByText('控制点 1')).toBeVisible()
  })

  await test.step('a tool is picked from the library and pinned', async () => {
    await stepsOf(page).getByRole('button', { name: '为步骤 1添加工具' }).click()
    await page.getByRole('textbox', { name: '在工具库里查找' }).fill('地线')
    const tool = page.getByRole('tooltip').getByRole('listitem').getByRole('button').first()
    await expect(tool).toBeVisible()
    await tool.click()
    await expect(table(page).getByRole('button', { name: /^去掉工具/ })).toHaveCount(1)
  })

  await test.step('what was removed comes back', async () => {
    await stepsOf(page).getByRole('button', { name: '移动步骤 3' }).press('Delete')
    await expect(stepsOf(page).getByText('已删除步骤 3')).toBeVisible()
    await stepsOf(page).getByRole('button', { name: '撤销' }).click()
    await expect(cell(page, 3, '动作')).toHaveValue('终结')
    await stepsOf(page).getByRole('button', { name: '移动步骤 3' }).dragTo(cell(page, 1, '动作'))
    await expect(cell(page, 1, '动作')).toHaveValue('终结')
    await stepsOf(page).getByRole('button', { name: '移动步骤 1' }).press('Alt+ArrowDown')
    await stepsOf(page).getByRole('button', { name: '移动步骤 2' }).press('Alt+ArrowDown')
    await expect(cell(page, 3, '动作')).toHaveValue('终结')
    await expectSaved(page)
    const steps = await savedSteps(page, id)
    expect(steps.map(({ action }) => action)).toEqual(['验电', '装设接地线', '终结'])
    expect(steps[0]).toMatchObject({ standard: '三相逐相', minutes: 5, post: '操作人', likelihood: '4', severity: '5' })
  })

  await test.step('Escape ends it, and what was written is read', async () => {
    await page.keyboard.press('Escape')
    await expect(table(page).getByRole('rowheader', { name: '验电' })).toBeVisible()
    await expect(table(page)).toContainText('验电器失效：先在带电处试验')
    await expect(page.getByRole('navigation', { name: '产品栏目' }).getByRole('button', { name: '已写 流程' })).toBeVisible()
  })
})

test('a passage of a source goes into the step that is written in, and the gate leads to each empty cell', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  const id = await withCore(page, async (core) => {
    const { product } = await makeProduct(core, title)
    await saveNow(core, product.id, { fields: { ...product.content.fields, steps: exampleSteps } })
    return product.id
  })
  await openProduct(page, title)
  await look(page, 'steps-3-page')

  await test.step('the gate leads to the post that is missing', async () => {
    await gateOf(page).getByRole('button', { name: '去选：缺步骤 6' }).click()
    await expect(post(page, 6)).toBeFocused()
    await expect(post(page, 6)).toHaveAttribute('placeholder', '选岗位')
    await look(page, 'steps-4-missing')
  })

  await test.step('S puts a passage into the cell, and its source to the step', async () => {
    await gateOf(page).getByRole('button', { name: '去填：缺步骤 5' }).click()
    await expect(cell(page, 5, '标准')).toBeFocused()
    await sourcesOf(page).getByRole('button', { name: /主要做法/ }).click()
    const block = sourcesOf(page).locator('p[id^=block-]').last()
    await block.scrollIntoViewIfNeeded()
    await block.evaluate((element) => {
      const text = element.firstChild
      if (text instanceof Text) document.getSelection()?.setBaseAndExtent(text, 0, text, text.length)
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    })
    await expect(sourcesOf(page).getByRole('button', { name: /放入步骤 5 的标准/ })).toBeVisible()
    await look(page, 'steps-5-take')
    await page.keyboard.press('s')
    await expect(cell(page, 5, '标准')).toHaveValue(/^编号由纸签改为激光刻码/)
    await expect(stepsOf(page).getByRole('button', { name: '步骤 5的 1 处来源' })).toBeVisible()
    await stepsOf(page).getByRole('button', { name: '步骤 5的 1 处来源' }).click()
    await expect(page.getByRole('tooltip').getByRole('button', { name: /^回到原文/ })).toBeVisible()
    await screenshot(page, 'steps-6-sources')
    await page.keyboard.press('Escape')
    await expectSaved(page)
    expect((await savedSteps(page, id))[4]).toMatchObject({ sources: [{ title: '110 kV 母线转供操作中地线编号错位的发现与纠正' }] })
    await expect(gateOf(page).getByRole('button', { name: '去填：缺步骤 5' })).toHaveCount(0)
  })

  await test.step('roles are given by letters', async () => {
    const roles = page.getByRole('region', { name: '职责分工' })
    await roles.getByRole('button', { name: /^从步骤带入/ }).click()
    const first = roles.getByRole('button', { name: '值班负责人，核对操作票与模拟图：负责' })
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('a')
    await expect(roles.getByRole('button', { name: '操作人，核对操作票与模拟图：批准' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(roles.getByRole('button', { name: '操作人，核对操作票与模拟图：咨询' })).toBeVisible()
    await roles.getByRole('combobox', { name: '添加岗位' }).fill('调度员')
    await page.keyboard.press('Enter')
    await expect(roles.getByRole('button', { name: '调度员，核对操作票与模拟图：没有' })).toBeVisible()
    await roles.scrollIntoViewIfNeeded()
    await look(page, 'steps-7-roles')
  })

  await test.step('the flow chart is drawn from the steps, moved, branched and exported', async () => {
    const flow = page.getByRole('region', { name: '流程图' }).first()
    const node = flow.getByRole('button', { name: /^4 现场验电/ })
    await node.focus()
    await page.keyboard.press('Enter')
    await flow.getByRole('textbox', { name: '判断' }).fill('确无电压？')
    await flow.getByRole('combobox', { name: '否则转到' }).click()
    await page.getByTitle('3 模拟预演').click()
    await expect(flow.getByRole('button', { name: /^确无电压？/ })).toBeVisible()
    const before = await node.boundingBox()
    await node.focus()
    await page.keyboard.press('Shift+ArrowRight')
    await expect(flow.getByRole('button', { name: '恢复自动排列' })).toBeEnabled()
    const after = await node.boundingBox()
    expect((after?.x ?? 0) - (before?.x ?? 0)).not.toBe(0)
    await node.scrollIntoViewIfNeeded()
    await look(page, 'steps-8-flow')
    const arrange = flow.getByRole('button', { name: '恢复自动排列' })
    await arrange.click()
    await expect(arrange).toBeDisabled()
    const box = await flow.getByRole('button', { name: /^2 工器具/ }).boundingBox()
    await page.mouse.move((box?.x ?? 0) + 40, (box?.y ?? 0) + 20)
    await page.mouse.down()
    await page.mouse.move((box?.x ?? 0) + 110, (box?.y ?? 0) + 30, { steps: 4 })
    await page.mouse.up()
    await expect(arrange).toBeEnabled()
    await arrange.click()
    await expect(arrange).toBeDisabled()
    await flow.getByRole('button', { name: '存为图片' }).click()
    const [png] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'PNG 图片' }).click()])
    expect(png.suggestedFilename()).toBe('倒闸操作“双确认”标准作业包 流程图.png')
    await png.saveAs('test-results/screenshots/steps-9-flow-export.png')
    await flow.getByRole('button', { name: '存为图片' }).click()
    const [svg] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'SVG 矢量图' }).click()])
    expect(svg.suggestedFilename()).toMatch(/\.svg$/)
    await expectSaved(page)
    const { fields } = await withCore(page, async (core) => (await core.records.get({ id })).content)
    expect(rowsOf(fields.flow)).toEqual([{ id: 'step4', decision: '确无电压？', otherwise: 'step3' }])
  })

  await test.step('signers are named where the gate lists them', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await expect(editorOf(page)).toBeVisible()
    const signers = gateOf(page).getByRole('region', { name: '签署' })
    await signers.getByRole('combobox', { name: '审核人' }).fill('陈立')
    await expect(gateOf(page).getByText('审核与前面是同一人（陈立）')).toBeVisible()
    await gateOf(page).getByRole('button', { name: /去改：审核与前面是同一人/ }).click()
    await expect(signers.getByRole('combobox', { name: '审核人' })).toBeFocused()
    await look(page, 'steps-10-signers')
  })
})
