/** An exchange meeting: its agenda by mouse and keys, who comes, what was agreed and taken up, and how it was judged. */
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { writeExcel } from '../support/excel'
import { makeProduct, release, setUnits } from './support/adopting'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { makeMeeting } from './support/meetings'
import { openList } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '第四季度管理经验交流会'
const productTitle = '接地线“一线一码”'

const itemOf = (page: Page, name: string | RegExp) => page.getByRole('article', { name })
const titles = (page: Page): Promise<string[]> => page.getByRole('region', { name: '议程' }).getByRole('article').evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
const show = async (page: Page, part: string): Promise<void> => { await page.getByRole('radiogroup', { name: '显示' }).getByText(part, { exact: true }).click() }

const openMeeting = async (page: Page): Promise<void> => {
  await openList(page, '交流会')
  await page.getByText(title, { exact: true }).first().dblclick()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const chooseFiles = async (page: Page, button: string, paths: string[]): Promise<void> => {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).press('Enter')])
  await chooser.setFiles(paths)
}

test('an agenda is begun, written, moved and lengthened', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '云汀供电', '云汀供电')

  await test.step('an empty meeting teaches what belongs to it, and begins with a usual agenda', async () => {
    await withCore(page, (core) => core.records.create({ type: 'meeting', content: { title: '空的交流会', date: '2026-12-04' } }))
    await openList(page, '交流会')
    await page.getByText('空的交流会', { exact: true }).first().dblclick()
    await expect(page.getByRole('heading', { name: /这里排议程/ })).toBeVisible()
    await screenshot(page, 'meeting-1-empty')
    await page.getByRole('button', { name: '半天交流会' }).click()
    await expect(page.getByText('7 项')).toBeVisible()
    await expect(page.getByText('173 分钟').or(page.getByText('170 分钟'))).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).first().click()
    await expect(page.getByRole('heading', { name: /这里排议程/ })).toBeVisible()
  })

  await test.step('the whole of a meeting is on one page', async () => {
    await withCore(page, (core) => makeMeeting(core, undefined))
    await openMeeting(page)
    await itemOf(page, /一线一码/).click()
    await expect(page.getByText('11:50').first()).toBeVisible()
    await expect(page.getByText('11:05 的主持人未定')).toBeVisible()
    await look(page, 'meeting-2-agenda')
  })

  await test.step('keys move an item, write it, and take back what was done', async () => {
    await page.locator('[id^=agenda-][draggable=true]').nth(1).focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await titles(page)).slice(1, 3)).toEqual(['先通后复：雷雨季分段试送', '接地线“一线一码”：从一次中止送电说起'])
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await titles(page))[1]).toBe('接地线“一线一码”：从一次中止送电说起')
    await expect(page.locator('[id^=agenda-][draggable=true]').nth(1)).toBeFocused()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('textbox', { name: '议题' })).toBeFocused()
    await page.keyboard.type('新的一项')
    await expect(itemOf(page, '新的一项')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '移动“新的一项”' })).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(itemOf(page, '新的一项')).toHaveCount(0)
    await expect(page.locator('[id^=agenda-][draggable=true]').nth(2)).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(itemOf(page, '新的一项')).toBeVisible()
    await itemOf(page, '新的一项').click()
    await page.getByRole('button', { name: '删除“新的一项”' }).click()
    await expect(page.locator('[id^=agenda-][draggable=true]').nth(2)).toBeFocused()
    const edge = page.getByRole('slider', { name: /茶歇/ })
    await edge.focus()
    await page.keyboard.press('ArrowDown')
    await expect(edge).toHaveAttribute('aria-valuenow', '20')
    await page.keyboard.press('Control+z')
    await expect(edge).toHaveAttribute('aria-valuenow', '15')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(edge).toBeFocused()
    await page.keyboard.press('Control+z')
  })

  await test.step('the first item leaves its time to the first place, and a length is taken once it is written', async () => {
    await page.locator('[id^=agenda-][draggable=true]').first().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await expect.poll(async () => (await titles(page))[1]).toBe('开场：今年的三个问题')
    await expect(page.getByText('09:00–11:50')).toBeVisible()
    await page.keyboard.press('Control+z')
    await itemOf(page, /分段试送/).click()
    const length = itemOf(page, /分段试送/).getByLabel('时长（分）')
    await length.fill('4')
    await expect(page.getByText('170 分钟')).toBeVisible()
    await length.fill('40')
    await page.keyboard.press('Escape')
    await expect(page.getByText('180 分钟')).toBeVisible()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('170 分钟')).toBeVisible()
  })

  await test.step('the mouse drags an item to another place, and its lower edge to another length', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^移动“认领与约定”/ }).dragTo(itemOf(page, /分组讨论/))
    await expect.poll(async () => (await titles(page)).slice(-2)[0]).toBe('认领与约定')
    const edge = page.getByRole('slider', { name: /认领与约定/ })
    const box = await edge.boundingBox()
    if (!box) throw new Error('no edge')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 34, { steps: 4 })
    await page.mouse.up()
    await expect(edge).toHaveAttribute('aria-valuenow', '30')
  })

  await test.step('a fixed time that overlaps is told, and records are added by name', async () => {
    await itemOf(page, /绝缘工具/).click()
    await itemOf(page, /绝缘工具/).getByLabel('开始时间').fill('10点')
    await page.keyboard.press('Tab')
    await expect(itemOf(page, /绝缘工具/).getByText('与上一项时间重叠')).toBeVisible()
    await expect(itemOf(page, /绝缘工具/).getByLabel('开始时间')).toHaveValue('10:00')
    await itemOf(page, /绝缘工具/).getByRole('button', { name: '加条目' }).click()
    await page.getByRole('textbox', { name: '查找条目' }).fill('先断后判')
    await page.getByRole('tooltip').getByRole('button', { name: /先断后判/ }).click()
    await expect(itemOf(page, /绝缘工具/).getByRole('button', { name: '先断后判', exact: false }).first()).toBeVisible()
    await look(page, 'meeting-3-writing')
    await expectSaved(page)
  })
})

test('the head leads to what it shows, and what is restricted or missing is told', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '云汀供电', '云汀供电')
  await withCore(page, async (core) => {
    const id = await makeMeeting(core, undefined)
    const { revision } = await core.records.get({ id })
    await core.records.save({ id, base: revision.id, changes: { confidentiality: 'restricted' } })
    const { rows } = await core.records.list({ filter: { type: 'tool' }, sort: { by: 'updatedAt', descending: true }, offset: 0, limit: 10 })
    await core.records.remove({ selection: { ids: rows.filter((row) => row.title === '地线清点表').map((row) => row.id) } })
  })
  await openMeeting(page)
  await expect(page.getByText('这场交流会是受控的，请确认参会人员可以看')).toBeVisible()
  await expect(page.getByText('09:15 的条目“地线清点表”不在这个资料库里，共 1 条')).toBeVisible()
  await expect(itemOf(page, /一线一码/).getByText('不在资料库里')).toBeVisible()
  await look(page, 'meeting-10-missing')
  await page.getByRole('button', { name: /编辑/ }).click()
  await expect(page.getByRole('textbox', { name: '标题' })).toBeFocused()
  await page.getByRole('button', { name: '完成', exact: true }).click()
  await page.getByRole('button', { name: '培训楼二层 报告厅' }).click()
  await expect(page.locator('#own-field-place :focus')).toHaveCount(1)
})

test('who comes is imported, divided and written', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '云汀供电', '云汀供电')
  await withCore(page, (core) => makeMeeting(core, undefined))
  await openMeeting(page)
  await show(page, '参会人员')
  await screenshot(page, 'meeting-4-nobody')
  const units = ['变电运维中心', '配电中心', '检修试验中心']
  const path = await writeExcel(join(home, '名单.xlsx'), { 名单: [['参会人员名单'], ['序号', '姓名', '工作单位', '职务', '联系电话'], ...Array.from({ length: 46 }, (_, index) => [index + 1, `代表${String(index + 1)}`, units[index % 3] ?? '', '班长', 13800138000 + index]), [null, null, '缺姓名', null, null]] })
  await chooseFiles(page, '从 Excel 导入…', [path])
  const dialog = page.getByRole('dialog', { name: '读出 46 人' })
  await expect(dialog.getByText('工作单位 → 单位')).toBeVisible()
  await expect(dialog.getByText('没有姓名')).toBeVisible()
  await screenshot(page, 'meeting-5-import')
  await dialog.getByRole('button', { name: '放进名单' }).click()
  await page.getByRole('button', { name: '自动分组' }).click()
  await page.getByRole('button', { name: '分组', exact: true }).click()
  await expect(page.getByText('46 人，五个小组').first()).toBeVisible()
  await look(page, 'meeting-6-people')
  await page.getByRole('button', { name: '撤销' }).first().click()
  await expect(page.getByText('46 人', { exact: true }).first()).toBeVisible()
  // A dialog that was given up where the browser does not tell.
  await page.evaluate(() => { HTMLInputElement.prototype.click = () => undefined })
  await page.getByRole('button', { name: '从 Excel 导入…' }).click()
  await expect(page.getByRole('button', { name: '从 Excel 导入…' })).not.toHaveClass(/loading/)
  await expectSaved(page)
  await page.reload()
  await show(page, '参会人员')
  await expect(page.getByLabel('代表46的姓名')).toHaveValue('代表46')
})

test('what was agreed is followed up, taken up and judged', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '云汀供电', '云汀供电')
  const meetingId = await withCore(page, async (core) => {
    await core.app.updateSettings({ profile: { name: '李静', unit: '', role: '知识管理员' } })
    await setUnits(core)
    const productId = await makeProduct(core, productTitle)
    await release(core, productId)
    const id = await makeMeeting(core, await core.products.pin({ recordId: productId }))
    const { revision, content } = await core.records.get({ id })
    await core.records.save({ id, base: revision.id, changes: { fields: { ...content.fields, participants: [{ id: 'a', name: '张三', unit: '变电中心' }, { id: 'b', name: '李四', unit: '配电中心' }] } } })
    return id
  })

  await test.step('the start page has it, late ones marked, and leads to it', async () => {
    await page.getByRole('link', { name: '工作台' }).click()
    await expect(page.getByText('讨论认领表汇总入库')).toBeVisible()
    await look(page, 'meeting-7-workbench')
    await page.getByRole('button', { name: /讨论认领表汇总入库/ }).click()
    await expect(page.getByRole('table', { name: '成果与跟进' })).toBeVisible()
    await page.getByRole('link', { name: '工作台' }).click()
    await page.getByRole('checkbox', { name: '完成：讨论认领表汇总入库' }).click()
    await expect(page.getByRole('button', { name: /讨论认领表汇总入库/ })).toHaveCount(0)
    await expect(page.locator('body')).not.toBeFocused()
  })

  await test.step('a unit that wants a product is put on the plan', async () => {
    await openMeeting(page)
    await show(page, '会后')
    const grid = page.getByRole('table', { name: '推广意向' })
    await grid.getByRole('combobox').first().fill('运维一班')
    await grid.getByRole('button', { name: '选产品' }).first().click()
    await page.getByRole('textbox', { name: '查找条目' }).fill('一线一码')
    await page.getByRole('tooltip').getByRole('button', { name: new RegExp(productTitle) }).first().click()
    await expect(grid.getByRole('button', { name: new RegExp(productTitle) }).first()).toBeFocused()
    await grid.getByRole('button', { name: '列入推广计划' }).click()
    await expect(grid.getByRole('button', { name: '已列入' })).toBeFocused()
  })

  await test.step('a table that is pasted leaves a meeting that is saved, and what was not taken is told', async () => {
    const grid = page.getByRole('table', { name: '推广意向' })
    await grid.locator('[data-at="1 unit"]').evaluate((cell) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', '运维二班\t一线一码\t全部刻码\n运维三班\t\t试用')
      cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    })
    await expect(page.getByText('有 1 格没有填入')).toBeVisible()
    await expect(page.getByText('第 1 行，产品：一线一码')).toBeVisible()
    await expectSaved(page)
    await grid.getByRole('button', { name: '删除“运维二班”' }).press('Enter')
    await expect(grid.getByRole('button', { name: '删除“运维三班”' })).toBeFocused()
    await page.keyboard.press('Control+z')
    await expect(grid.getByRole('button', { name: '删除“运维二班”' })).toBeVisible()
  })

  await test.step('attendance and feedback are counted from what came back', async () => {
    const attendance = await writeExcel(join(home, '签到.xlsx'), { 签到: [['姓名', '单位', '签到'], ['张三', '变电中心', '√'], ['李四', '配电中心', '请假'], ['孙七', '检修中心', '√']] })
    await chooseFiles(page, '读入签到表…', [attendance])
    await page.getByRole('button', { name: '记下到会情况' }).click()
    await expect(page.getByText('到会 2 / 3')).toBeVisible()
    const forms = await Promise.all([5, 4, 5].map((mark, index) => writeExcel(join(home, `评价${String(index)}.xlsx`), { 评价: [['评价项', '评分'], ['会议组织与安排', mark], ['总体评价', index === 1 ? '一般' : '很满意'], ['意见与建议', `建议${String(index)}`]] })))
    await chooseFiles(page, '读入评价表…', forms)
    await expect(page.getByRole('dialog', { name: '读出 3 份评价' })).toBeVisible()
    await screenshot(page, 'meeting-8-feedback-read')
    await page.getByRole('button', { name: '计入' }).click()
    await expect(page.getByRole('row', { name: /会议组织与安排/ }).getByText('4.67')).toBeVisible()
    await expectSaved(page)
    await withCore(page, async (core) => {
      const { content } = await core.records.get({ id: meetingId })
      expect(content.fields.comments).toBe('建议0\n建议1\n建议2')
    })
    const said = page.getByRole('textbox', { name: '意见与建议' })
    await page.getByRole('region', { name: '会议评价' }).getByRole('button', { name: '撤销' }).click()
    await expect(page.getByRole('row', { name: /会议组织与安排/ })).toHaveCount(0)
    await expect(said).toHaveCount(0)
    await chooseFiles(page, '读入评价表…', forms)
    await page.getByRole('button', { name: '计入' }).click()
    await said.press('Control+End')
    await said.pressSequentially(' \n再办一次 ')
    await expect(said).toHaveValue('建议0\n建议1\n建议2 \n再办一次 ')
    await expectSaved(page)
  })

  await test.step('once held, what is still open before it is closed is told', async () => {
    await page.getByRole('button', { name: '记为已举行' }).click()
    await expect(page.getByRole('heading', { name: '关闭之前' })).toBeVisible()
    await look(page, 'meeting-9-after')
    await page.getByRole('button', { name: '还没有写总结' }).click()
    await expect(page.getByRole('radio', { name: '通知与须知' })).toBeChecked()
  })
})
