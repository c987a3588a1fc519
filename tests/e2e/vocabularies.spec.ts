/** The words of a library on their pages: counted, filtered, renamed, merged, taken back; the tree of units by keys; who I am from them. */
import type { Page } from '@playwright/test'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const part = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name, exact: true }).click()
}

const fill = async (page: Page): Promise<void> => withCore(page, async (core) => {
  const cases = [
    { title: '地线编号错位的发现与纠正', tags: ['接地线', '倒闸操作'], field: '变电运维', unit: '运维一班', authors: ['李明'] },
    { title: '主变冷却器全停的处置', tags: ['地线', '主变'], field: '变电', unit: '一班', authors: ['李明', '王强'] },
    { title: '刀闸发热的三级预警', tags: ['接地线'], field: '变电运维', unit: '运维一班', authors: ['王强'] },
  ]
  for (const content of cases) await core.records.create({ type: 'case', content })
  await core.vocabularies.add({ kind: 'units', names: ['运维二班', '运维三班'], parent: '运维一班' })
  await core.vocabularies.add({ kind: 'tags', names: ['接地线', '倒闸操作', '登高'] })
})

test('tags are merged and renamed with their records, taken back, and lead to what uses them; thousands scroll', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '运维一班')
  await page.getByRole('link', { name: '设置' }).click()
  await part(page, '标签')
  await expect(page.getByRole('heading', { name: '这里放标签' })).toBeVisible()
  await look(page, 'vocabulary-empty')
  await fill(page)

  const table = page.getByRole('grid', { name: '标签' })
  const row = (name: string) => table.getByRole('row').filter({ has: page.getByText(name, { exact: true }) })
  await expect(table.getByRole('row')).toHaveCount(6)
  await expect(row('地线')).toContainText('不在词表')

  await test.step('merge', async () => {
    await page.getByRole('checkbox', { name: '选择“接地线”' }).check()
    await page.getByRole('checkbox', { name: '选择“地线”' }).check()
    await look(page, 'vocabulary-tags')
    await page.getByRole('button', { name: '合并…' }).click()
    const dialog = page.getByRole('dialog', { name: '合并 2 个标签' })
    await expect(dialog.getByLabel('合并为')).toHaveValue('接地线')
    await expect(dialog).toContainText('会修改 1 条条目')
    await look(page, 'vocabulary-merge')
    await dialog.getByRole('button', { name: '合并为“接地线”' }).click()
    await expect(page.getByText('已合并为“接地线”，修改 1 条')).toBeVisible()
    await expect(row('接地线')).toContainText('3')
    await expect(row('地线')).toHaveCount(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(row('地线')).toContainText('1')
    await expect(row('接地线')).toContainText('2')
  })

  await test.step('rename by keys, into a word that exists too', async () => {
    await table.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F2')
    const name = page.getByRole('textbox', { name: '“倒闸操作”的新名称' })
    await expect(name).toBeFocused()
    await name.fill('倒闸')
    await name.press('Enter')
    await expect(row('倒闸')).toContainText('1')
    await expect(table).toBeFocused()
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: '“倒闸”的新名称' }).fill('接地线')
    await page.keyboard.press('Enter')
    const ask = page.getByRole('dialog', { name: '已经有“接地线”' })
    await ask.getByRole('button', { name: '取消' }).click()
    await expect(row('倒闸')).toBeVisible()
  })

  await test.step('what is not in the vocabulary is taken in, what is not used removed', async () => {
    await page.getByRole('button', { name: '把“主变”收入词表' }).click()
    await expect(row('主变')).not.toContainText('不在词表')
    await withCore(page, async (core) => core.search.save({ name: '登高作业', text: '标签:登高' }))
    await page.getByRole('button', { name: '删除“登高”' }).click()
    const removal = page.getByRole('dialog', { name: '删除“登高”' })
    await expect(removal.getByText('还有 1 个保存的检索用着它：删除后这些地方照旧，需要时请逐个修改。')).toBeVisible()
    await look(page, 'vocabulary-remove')
    await removal.getByRole('button', { name: '删除 1 个' }).click()
    await expect(row('登高')).toHaveCount(0)
    await page.getByRole('textbox', { name: '新标签' }).fill('验电、登高')
    await page.getByRole('button', { name: '添加', exact: true }).click()
    await expect(row('登高')).toContainText('0')
  })

  await test.step('a count leads to its records', async () => {
    await page.getByRole('button', { name: '查看用到“接地线”的 2 条' }).click()
    await expect(page.getByRole('dialog', { name: '搜索' }).getByRole('option')).toHaveCount(2)
    await page.keyboard.press('Escape')
  })

  await test.step('five thousand are a table like any other', async () => {
    await withCore(page, async (core) => core.vocabularies.add({ kind: 'tags', names: Array.from({ length: 5000 }, (_, index) => `标签${String(index)}`) }))
    await expect(page.getByText(/^5,00\d 个/)).toBeVisible()
    await table.focus()
    await page.keyboard.press('End')
    await expect(table.getByRole('row').last()).toBeInViewport()
    expect(await table.getByRole('row').count()).toBeLessThan(60)
    await page.getByRole('textbox', { name: '筛选' }).fill('标签4999')
    await expect(table.getByRole('row')).toHaveCount(2)
  })
})

test('units are arranged by keys, strays taken in, people described, and offered for who I am', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '运维一班')
  await fill(page)
  await page.getByRole('link', { name: '设置' }).click()
  await part(page, '单位')
  const tree = page.getByRole('tree', { name: '单位' })
  const shown = async (): Promise<string[]> => withCore(page, async (core) =>
    (await core.vocabularies.list({ kind: 'units' })).map(({ name, parent, known }) => `${parent ?? ''}/${name}${known ? '' : '?'}`))
  await expect(tree.getByText('运维三班')).toBeVisible()

  await test.step('choose, move, rename, code', async () => {
    await tree.getByText('运维三班').click()
    await expect(page.getByRole('heading', { name: '运维三班', exact: true })).toBeVisible()
    await page.keyboard.press('Alt+ArrowUp')
    await expect.poll(shown).toEqual(['/运维一班', '运维一班/运维三班', '运维一班/运维二班', '/一班?'])
    await page.keyboard.press('F2')
    await page.getByRole('textbox', { name: '“运维三班”的新名称' }).fill('检修班')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '检修班', exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: '“检修班”的代码' }).fill('jx1')
    await page.keyboard.press('Enter')
    await expect(tree.getByText('JX1')).toBeVisible()
    await page.getByRole('button', { name: '升一级' }).click()
    await expect.poll(shown).toEqual(['/运维一班', '运维一班/运维二班', '/检修班', '/一班?'])
    await look(page, 'vocabulary-units')
  })

  await test.step('a unit that only a record names is merged into one of the tree', async () => {
    await page.getByRole('button', { name: '把“一班”合并到别的单位' }).click()
    const dialog = page.getByRole('dialog', { name: '合并单位' })
    await dialog.getByLabel('合并为').fill('运维一班')
    await page.keyboard.press('Escape')
    await dialog.getByRole('button', { name: '合并为“运维一班”' }).click()
    await expect.poll(shown).toEqual(['/运维一班', '运维一班/运维二班', '/检修班'])
  })

  await test.step('people have a unit and a role, which come along when one of them says who he is', async () => {
    await part(page, '人员')
    await page.getByRole('button', { name: '修改“李明”' }).click()
    const dialog = page.getByRole('dialog', { name: '人员：李明' })
    await dialog.getByLabel('单位').fill('运维一班')
    await dialog.getByLabel('角色').fill('班组长')
    await dialog.getByRole('button', { name: '保存修改' }).click()
    await expect(page.getByRole('row').filter({ hasText: '李明' })).toContainText('班组长')
    await look(page, 'vocabulary-people')
    await part(page, '我')
    await page.getByLabel('姓名').fill('')
    await page.keyboard.press('Escape')
    await expect(page.getByText('还没有填姓名')).toBeVisible()
    await look(page, 'settings-nobody')
    await page.getByLabel('姓名').fill('李')
    await page.getByTitle('李明').click()
    await expect(page.getByLabel('角色')).toHaveValue('班组长')
    await expect(page.getByRole('status').filter({ hasText: /^已保存/ })).toBeVisible()
  })
})
