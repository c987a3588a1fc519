/** A knowledge manager's list: own facets and columns, groups by keys and pointer, the unit tree, a saved view, and Back through all of it. */
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

const kinds = ['method', 'form', 'checklist'] as const
const teams = [['变电运维中心', '运维一班'], ['变电运维中心', '运维二班'], ['配电中心', '抢修一班']] as const

const fill = async (page: Page): Promise<void> => withCore(page, async (core) => {
  await core.vocabularies.add({ kind: 'units', names: ['变电运维中心', '配电中心'], parent: null })
  await core.vocabularies.add({ kind: 'units', names: ['运维一班', '运维二班'], parent: '变电运维中心' })
  const { base } = await core.library.customFields()
  await core.library.setCustomFields({ base, fields: [{ key: 'risk', title: '风险等级', kind: 'choice', options: ['高', '中', '低'], types: ['tool'] }, { key: 'cost', title: '费用', kind: 'number', unit: '元', types: ['tool'] }] })
  for (let index = 0; index < 24; index += 1) {
    const [unit, team] = teams[index % teams.length] ?? ['', '']
    await core.records.create({
      type: 'tool',
      content: {
        title: `接地线核对表 ${String(index + 1).padStart(2, '0')}`, unit, team, field: index % 2 === 0 ? '变电运维' : '配电', tags: index % 3 === 0 ? ['安全', '倒闸'] : ['培训'], date: `${2024 + (index % 3)}-0${1 + (index % 9)}-12`,
        fields: { kind: kinds[index % kinds.length] }, custom: { risk: ['高', '中', '低'][index % 3], cost: index * 15 },
      },
    })
  }
})

const listOf = (page: Page, role: 'grid' | 'treegrid' = 'grid') => page.getByRole(role, { name: '工具库' })
const rowsOf = (page: Page, role: 'grid' | 'treegrid' = 'grid') => listOf(page, role).getByRole('row').filter({ hasText: /-TL-/ })
const filters = (page: Page) => page.getByRole('complementary', { name: '筛选' })

test('a list is narrowed, grouped, given columns and kept as a view', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '供电公司')
  await fill(page)
  await openList(page, '工具库')
  await expect(page.getByRole('status').filter({ hasText: /^共 24 条|^24 条/ })).toBeVisible()

  await test.step('facets by the type\'s and the library\'s own fields, and units as a tree', async () => {
    const units = filters(page).getByRole('group', { name: '单位/班组' })
    await units.getByRole('checkbox', { name: /变电运维中心/ }).check()
    await expect(page.getByRole('status').filter({ hasText: '16 条' })).toBeVisible()
    await filters(page).getByRole('group', { name: '风险等级' }).getByRole('checkbox', { name: /^高/ }).check()
    await expect(page.getByRole('status').filter({ hasText: '8 条' })).toBeVisible()
    await look(page, 'lists-facets')
    await page.goBack()
    await expect(page.getByRole('status').filter({ hasText: '16 条' })).toBeVisible()
    await page.goBack()
    await expect(units.getByRole('checkbox', { name: /变电运维中心/ })).not.toBeChecked()
    await filters(page).getByRole('button', { name: '选择筛选项' }).click()
    await page.getByRole('group', { name: '选择筛选项' }).getByRole('checkbox', { name: '班组', exact: true }).click()
    await page.keyboard.press('Escape')
    await expect(filters(page).getByRole('group', { name: '班组', exact: true }).getByRole('checkbox', { name: /抢修一班/ })).toBeVisible()
  })

  await test.step('columns: which, in which order, how wide', async () => {
    await page.getByRole('button', { name: /^列 \d+ \/ \d+$/ }).click()
    const columns = page.getByRole('list', { name: '选择列' })
    await columns.getByRole('checkbox', { name: '风险等级' }).click()
    await columns.getByRole('checkbox', { name: '费用' }).click()
    await columns.getByRole('button', { name: '“费用”前移' }).click()
    await expect(columns.getByRole('listitem').last()).toContainText('风险等级')
    await columns.getByRole('spinbutton', { name: '“费用”的宽度' }).fill('90')
    await page.keyboard.press('Tab')
    await look(page, 'lists-columns')
    await page.keyboard.press('Escape')
    await expect(listOf(page).getByRole('columnheader', { name: /费用/ })).toBeVisible()
    await listOf(page).getByRole('columnheader', { name: /费用/ }).click()
    await expect(rowsOf(page).first()).toContainText('0 元')
    await expect(rowsOf(page).first()).toContainText('接地线核对表 01')
    const head = listOf(page).getByRole('columnheader', { name: /费用/ })
    const before = (await head.boundingBox())?.width ?? 0
    const splitter = head.getByRole('separator', { name: '“费用”的宽度' })
    const edge = await splitter.boundingBox()
    if (!edge) throw new Error('the column has no edge')
    await page.mouse.move(edge.x + edge.width / 2, edge.y + edge.height / 2)
    await page.mouse.down()
    await page.mouse.move(edge.x + edge.width / 2 + 40, edge.y + edge.height / 2, { steps: 4 })
    await page.mouse.up()
    await expect.poll(async () => Math.round((await head.boundingBox())?.width ?? 0)).toBe(Math.round(before) + 40)
    await splitter.focus()
    for (const width of [140, 150]) {
      await page.keyboard.press('ArrowRight')
      await expect(splitter).toHaveAttribute('aria-valuenow', String(width))
    }
    await page.keyboard.press('ArrowLeft')
    await expect(splitter).toHaveAttribute('aria-valuenow', '140')
    await expect(splitter).toBeFocused()
    await expect(head).toHaveAccessibleName('费用')
    await expect.poll(async () => Math.round((await head.boundingBox())?.width ?? 0)).toBe(140)
    const cell = rowsOf(page).first().getByRole('gridcell', { name: '0 元' })
    await expect.poll(async () => Math.round((await cell.boundingBox())?.x ?? 0)).toBe(Math.round((await head.boundingBox())?.x ?? -1))
    await look(page, 'lists-edge')
    await rowsOf(page).first().hover()
    const made = await withCore(page, async (core) => core.records.create({ type: 'tool', content: { title: '先来的工具', custom: { cost: -1 } } }))
    await expect(page.getByRole('status').filter({ hasText: '列表有更新' })).toBeVisible()
    await expect(rowsOf(page).first()).toContainText('接地线核对表 01')
    await screenshot(page, 'lists-held')
    await page.getByRole('heading', { level: 1 }).hover()
    await expect(rowsOf(page).first()).toContainText('先来的工具')
    await withCore(page, async (core) => core.records.remove({ selection: { ids: [made.id] } }))
    await expect(rowsOf(page).first()).toContainText('接地线核对表 01')
  })

  await test.step('groups: heads with counts, folded by keys, selected whole', async () => {
    await page.getByRole('button', { name: '不分组' }).click()
    await page.getByRole('menuitem', { name: '单位/班组' }).click()
    const tree = listOf(page, 'treegrid')
    await expect(tree.getByRole('row', { name: /变电运维中心.*16/ })).toBeVisible()
    await look(page, 'lists-groups')
    await tree.focus()
    await page.keyboard.press('Home')
    await expect(tree.getByRole('row', { expanded: true }).first()).toContainText('变电运维中心')
    await page.keyboard.press('ArrowLeft')
    await expect(rowsOf(page, 'treegrid')).toHaveCount(8)
    await page.keyboard.press('Space')
    await expect(page.getByText('已选 16 条')).toBeVisible()
    await page.getByRole('button', { name: '改字段' }).click()
    const dialog = page.getByRole('dialog', { name: '改字段' })
    await dialog.getByRole('combobox', { name: '哪个字段' }).click()
    await page.getByTitle('风险等级', { exact: true }).last().click()
    await dialog.getByRole('combobox', { name: '改成' }).click()
    await page.getByTitle('低', { exact: true }).last().click()
    await look(page, 'lists-bulk-field')
    await dialog.getByRole('button', { name: '设为 16 条的风险等级' }).click()
    await expect(toast(page, '已修改 16 条')).toBeVisible()
    await expect(filters(page).getByRole('group', { name: '风险等级' }).getByRole('checkbox', { name: /^低.*24$/ })).toBeVisible()
    await page.getByRole('button', { name: '改字段' }).click()
    await dialog.getByRole('combobox', { name: '哪个字段' }).click()
    await page.getByTitle('班组', { exact: true }).last().click()
    await dialog.getByRole('textbox', { name: '改成' }).fill('运维三班')
    await look(page, 'lists-bulk-team')
    await dialog.getByRole('button', { name: '设为 16 条的班组' }).click()
    await tree.focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(tree.getByRole('row', { expanded: true }).first()).toContainText('变电运维中心')
    await expect(tree.getByRole('row', { name: /运维三班.*16/ })).toBeVisible()
    await page.goBack()
    await expect(listOf(page)).toBeVisible()
    await page.goForward()
    await expect(tree).toBeVisible()
  })

  await test.step('all of it under a name', async () => {
    const views = page.getByRole('navigation', { name: '已存视图' })
    await views.getByRole('button', { name: '存为视图' }).click()
    await page.getByRole('dialog', { name: '存为视图' }).getByRole('textbox', { name: '视图的名称' }).fill('按单位看费用')
    await page.keyboard.press('Enter')
    await expect(views.getByRole('button', { name: '按单位看费用', exact: true })).toHaveAttribute('aria-current', 'page')
    await page.getByRole('button', { name: '按单位/班组分组' }).click()
    await page.getByRole('menuitem', { name: '不分组' }).click()
    await expect(listOf(page)).toBeVisible()
    await page.getByRole('button', { name: /^列 \d+ \/ \d+$/ }).click()
    await page.getByRole('button', { name: '恢复默认的列' }).click()
    await page.keyboard.press('Escape')
    await expect(listOf(page).getByRole('columnheader', { name: /费用/ })).toBeHidden()
    await views.getByRole('button', { name: '按单位看费用', exact: true }).click()
    await expect(listOf(page, 'treegrid').getByRole('columnheader', { name: /费用/ })).toBeVisible()
    await look(page, 'lists-view')
  })
})
