/** A saved search as a list that keeps itself and as what a package holds; synonyms in the settings. */
import type { Page } from '@playwright/test'
import { expectAccessible } from './support/accessibility'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { holdBack, standBetween } from './support/standBetween'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { toast } from './support/toast'

skipWithoutBrowser()

const cases = ['接地线编号错位的发现与纠正', '接地线漏拆的三级核对', '主变冷却器全停的十分钟处置卡']
const tool = '接地线双确认卡'

const fill = async (page: Page): Promise<void> => withCore(page, async (core) => {
  for (const [index, title] of cases.entries()) {
    await core.records.create({ type: 'case', content: { title, team: '运维一班', field: '变电运维', tags: ['安全'], date: `2026-11-${20 - index}` } })
  }
  await core.records.create({ type: 'tool', content: { title: tool, team: '运维二班', tags: ['安全', '核对'] } })
  await core.search.save({ name: '接地线', text: '接地线', filters: { tag: ['安全'] }, sort: 'date' })
  await core.search.save({ name: '无人机', text: '无人机' })
})

test('a saved search is a list that follows what is written, and a package of what it finds', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '运维资料库', '运维一班')
  await fill(page)
  const saved = page.getByRole('navigation', { name: '已存视图' })
  const list = page.getByRole('grid', { name: '接地线' })
  const row = (title: string) => list.getByRole('row').filter({ hasText: title })

  await test.step('opened from the column beside a library', async () => {
    await saved.getByRole('button', { name: '接地线' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '接地线' })).toBeVisible()
    for (const title of [cases[0] ?? '', cases[1] ?? '', tool]) await expect(row(title)).toBeVisible()
    await expect(row(cases[2] ?? '')).toBeHidden()
    await expect(page.getByText('3 条', { exact: true })).toBeVisible()
    await expect(saved.getByRole('button', { name: '接地线' })).toHaveAttribute('aria-current', 'page')
    await look(page, 'smart-list')
  })

  await test.step('what is written since joins it, and leaves it when it fits no more', async () => {
    await withCore(page, async (core) => { await core.records.create({ type: 'experience', content: { title: '接地线挂设顺序口诀', tags: ['安全'] } }) })
    await expect(row('接地线挂设顺序口诀')).toBeVisible()
    await list.focus()
    await page.keyboard.press('Control+A')
    await expect(page.getByText('已选 4 条')).toBeVisible()
    await row(tool).getByRole('checkbox').click()
    await page.getByRole('button', { name: '去标签' }).click()
    const dialog = page.getByRole('dialog', { name: '去标签' })
    await dialog.getByRole('button', { name: '安全', exact: true }).click()
    await dialog.getByRole('button', { name: '从 3 条去掉' }).click()
    await expect(page.getByText('1 条', { exact: true })).toBeVisible()
    await toast(page, '已修改 3 条').getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('4 条', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('packed as a whole, from its own page and from that of the packages', async () => {
    await page.getByRole('button', { name: '打包全部' }).click()
    const packing = page.getByRole('dialog', { name: '打成资料包' })
    await expect(packing.getByText('4 条')).toBeVisible()
    await packing.getByRole('button', { name: '取消' }).click()
    await page.getByRole('link', { name: '资料包' }).click()
    await page.getByRole('button', { name: '打包检索结果' }).click()
    await page.getByRole('menuitem', { name: '接地线' }).click()
    await expect(packing.getByText('4 条')).toBeVisible()
    await packing.getByRole('button', { name: '取消' }).click()
  })

  await test.step('changed where it was searched for: in its place, or as another', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    await saved.getByRole('button', { name: '接地线' }).click()
    await page.getByRole('button', { name: '改检索条件' }).click()
    const searching = page.getByRole('dialog', { name: '搜索' })
    const found = searching.getByRole('option')
    await expect(found).toHaveCount(4)
    await searching.getByRole('combobox', { name: '搜索' }).fill('接地线 漏拆')
    await expect(found).toHaveCount(1)
    await page.getByRole('button', { name: '保存检索' }).click()
    await expect(page.getByRole('button', { name: '更新“接地线”' })).toBeFocused()
    await expectAccessible(page, 'search to be saved in the place of another')
    await page.keyboard.press('Enter')
    await expect(searching.getByText('已保存检索“接地线”。')).toBeVisible()
    await searching.getByRole('button', { name: '打开为列表' }).click()
    await expect(searching).toHaveCount(0)
    await expect(page.getByText('1 条', { exact: true })).toBeVisible()

    await page.getByRole('button', { name: '改检索条件' }).click()
    await searching.getByRole('combobox', { name: '搜索' }).fill('接地线')
    await expect(found).toHaveCount(4)
    await page.getByRole('button', { name: '保存检索' }).click()
    await page.getByRole('button', { name: '另存为新的检索' }).click()
    await page.getByRole('textbox', { name: '检索的名称' }).fill('接地线全部')
    await page.keyboard.press('Enter')
    await expect(searching.getByText('已保存检索“接地线全部”。')).toBeVisible()
    await searching.getByRole('combobox', { name: '搜索' }).fill('')
    await searching.getByRole('button', { name: '把检索“接地线”打开为列表' }).click()
    await expect(page.getByText('1 条', { exact: true })).toBeVisible()
    await saved.getByRole('button', { name: '接地线全部' }).click()
    await expect(page.getByText('4 条', { exact: true })).toBeVisible()
  })

  await test.step('renamed and deleted; the records stay', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    await saved.getByRole('button', { name: '接地线', exact: true }).click()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '改名' }).click()
    await page.getByRole('textbox', { name: '检索的名称' }).fill('接地线与核对')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '接地线与核对' })).toBeVisible()
    await page.getByRole('button', { name: '更多' }).click()
    await page.getByRole('menuitem', { name: '删除检索' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除检索' }).click()
    await expect(page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: cases[0] ?? '' })).toBeVisible()
    await expect(saved.getByRole('listitem')).toHaveText(['接地线全部', '无人机'])
  })

  await test.step('a long one is read in pages', async () => {
    await withCore(page, async (core) => {
      for (let index = 0; index < 450; index += 1) await core.records.create({ type: 'tool', content: { title: `工器具卡 ${index}`, date: `20${String(10 + Math.floor(index / 30)).padStart(2, '0')}-01-${String(1 + index % 30).padStart(2, '0')}` } })
      await core.search.save({ name: '工器具', text: '工器具', sort: 'date' })
    })
    await saved.getByRole('button', { name: '工器具' }).click()
    const long = page.getByRole('grid', { name: '工器具' })
    await expect(long.getByRole('row').filter({ hasText: '工器具卡 449' })).toBeVisible()
    await long.focus()
    await page.keyboard.press('End')
    await expect(long.getByRole('row').filter({ hasText: /工器具卡 0$|工器具卡 0\D/ })).toBeVisible()
    await expect(page.getByText(/共 450 条/)).toBeVisible()
  })

  await test.step('one that finds nothing says so', async () => {
    await saved.getByRole('button', { name: '无人机' }).click()
    await expect(page.getByText('目前没有条目符合这个检索')).toBeVisible()
    await look(page, 'smart-list-empty')
  })
})

test('synonyms are saved as they are entered, and are there again', async ({ openApp, page }) => {
  const between = await standBetween(page)
  await openApp()
  await makeLibrary(page, '运维资料库', '运维一班')
  const openSynonyms = async (): Promise<void> => {
    await page.getByRole('link', { name: '设置' }).click()
    await page.getByRole('navigation', { name: '设置' }).getByRole('button', { name: '同义词' }).click()
  }
  await openSynonyms()
  const rows = page.getByRole('list', { name: '同义词' }).getByRole('listitem')
  const fresh = page.getByRole('combobox', { name: '新的一组同义词' })
  await page.getByRole('button', { name: '添加一组' }).click()
  await expect(fresh).toBeFocused()
  await page.keyboard.type('班前会')
  await page.keyboard.press('Enter')
  await expect(page.getByText('再加一个词，才会保存')).toBeVisible()
  await page.keyboard.type('站班会，早会，')
  await expect(page.getByText(/^已保存 \d\d:\d\d$/)).toBeVisible()
  await look(page, 'settings-synonyms')
  await page.reload()
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('早会')

  // A row that shares a word with another joins it.
  await page.getByRole('button', { name: '添加一组' }).click()
  await expect(fresh).toBeFocused()
  // Whoever leaves and comes back before it is saved sees what is being saved.
  const { goOn } = holdBack(between, '/library/setSynonyms')
  await page.keyboard.type('晨会，早会，')
  await page.getByRole('link', { name: '案例库' }).click()
  await openSynonyms()
  await expect(rows.filter({ hasText: '晨会' })).toHaveCount(1)
  goOn()
  await expect.poll(async () => withCore(page, async (core) => (await core.library.synonyms())[0])).toContain('晨会')
  await expect(rows).toHaveCount(1)
  await page.getByRole('button', { name: /^删除这一组/ }).click()
  await expect(page.getByText('还没有同义词')).toBeVisible()
  await expect.poll(async () => withCore(page, async (core) => core.library.synonyms())).toEqual([])
})
