/** Tools that are filled in and tools that calculate: a checklist defined, filled in, left, finished and exported; a formula with an error, and its repair. */
import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import type { FilledCopy } from '#shared/model/forms/copy'
import type { EditableContent } from '#shared/model/record'
import { readBuilt, show } from '../fixtures/docx/readBuilt'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { readEntries } from './support/readZip'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name, exact: true })

const openTool = async (page: Page, content: EditableContent & { title: string }): Promise<string> => {
  const { id } = await withCore(page, async (core) => core.records.create({ type: 'tool', content }))
  await page.goto(`${new URL(page.url()).origin}/#/record/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: content.title })).toBeVisible()
  return id
}

const copiesOf = async (page: Page, toolId: string): Promise<FilledCopy[]> => withCore(page, async (core) => {
  const { copies } = await core.filled.list({ toolId })
  return Promise.all(copies.map(async ({ id }) => (await core.filled.get({ toolId, id })).copy))
})

const exported = async (page: Page, open: () => Promise<void>): Promise<string> => {
  const [download] = await Promise.all([page.waitForEvent('download'), open()])
  return download.path()
}

const exportAs = async (page: Page, name: string): Promise<string> => exported(page, async () => {
  await button(page, '导出').click()
  await page.getByRole('menuitem', { name }).click()
})

const partsOf = async (path: string): Promise<Map<string, string>> => new Map([...await readEntries(path)].map(([name, bytes]) => [name, bytes.toString('utf8')]))

const item = (text: string) => ({ type: 'listItem' as const, id: text, list: 'check' as const, level: 0, inlines: [{ type: 'text' as const, text }] })

test('a checklist is defined, filled in, left and come back to, finished and exported', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '填写', '运维一班')
  const body = { version: 1 as const, preamble: [], sections: [newSection('instructions', '使用说明', [item('绞线无断股'), item('标签清楚')])] }
  const toolId = await openTool(page, { title: '接地线核对清单', fields: { kind: 'checklist' }, body })
  await expect(page.getByText('这个工具还没有填写项')).toBeVisible()

  await page.keyboard.press('e')
  await button(page, /^取自正文/).click()
  await page.getByRole('menuitem', { name: '正文里的 2 个勾选项' }).click()
  await expect(page.getByRole('textbox', { name: '“标签清楚”的名称' })).toBeVisible()
  await button(page, /添加填写项/).click()
  await expect(page.getByRole('textbox', { name: '“第 3 项”的名称' })).toBeFocused()
  await page.keyboard.insertText('地点')
  const kind = page.getByRole('combobox', { name: '“地点”的类型' })
  await kind.click()
  await page.getByTitle('一行文字', { exact: true }).click()
  await button(page, '移动“地点”，按上下键').focus()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('list', { name: '填写项' }).getByRole('textbox').first()).toHaveValue('地点')
  await expect(button(page, '移动“地点”，按上下键')).toBeFocused()
  await expectSaved(page)
  await look(page, 'filled-define')
  await page.keyboard.press('Escape')

  await button(page, /填写一份/).click()
  await expect(page.getByRole('textbox', { name: '标题' })).toHaveValue(/^接地线核对清单 \d{4}-\d\d-\d\d$/)
  await page.getByRole('radiogroup', { name: /绞线无断股/ }).getByText('不合格').click()
  await page.getByRole('textbox', { name: '“绞线无断股”的备注' }).fill('=断股 2 根，已停用')
  await expectSaved(page)
  await button(page, /完成填写/).click()
  await expect(page.getByText('还有 2 项没有填好')).toBeVisible()
  await expect(page.getByRole('textbox', { name: /^地点/ })).toBeFocused()
  await look(page, 'filled-gaps')
  await page.keyboard.insertText('城东变 132 间隔')
  await button(page, '接地线核对清单').click()
  await page.getByRole('region', { name: '填写' }).getByRole('button', { name: /^接地线核对清单/ }).click()
  await expect(page.getByRole('textbox', { name: /^地点/ })).toHaveValue('城东变 132 间隔')
  await page.getByRole('radiogroup', { name: /标签清楚/ }).getByText('合格', { exact: true }).click()
  await expectSaved(page)
  await button(page, /完成填写/).click()
  await expect(page.getByText(/^完成于/)).toBeVisible()
  await look(page, 'filled-done')
  expect(await copiesOf(page, toolId)).toMatchObject([{ state: 'done', tool: { title: '接地线核对清单' } }])

  const word = await readBuilt(await readFile(await exportAs(page, '导出为 Word')))
  expect(show(word).join('\n')).toContain('=断股 2 根，已停用')
  const excel = await partsOf(await exportAs(page, '导出为 Excel'))
  expect(excel.get('xl/sharedStrings.xml')).toContain('=断股 2 根，已停用')
  expect(excel.get('xl/worksheets/sheet1.xml')).not.toContain('<f>')

  await button(page, '接地线核对清单').click()
  await expect(page.getByText('已完成，1 项不合格')).toBeVisible()
  await page.getByRole('tab', { name: '信息' }).click()
  await expect(page.getByText('用过 1 次')).toBeVisible()
  const table = await partsOf(await exported(page, async () => button(page, /全部导出为 Excel/).click()))
  expect(table.get('xl/sharedStrings.xml')).toContain('城东变 132 间隔')
  await look(page, 'filled-list')
  await page.getByRole('checkbox', { name: /^选择“接地线核对清单/ }).check()
  await button(page, /删除所选 1 份/).click()
  await expect(page.getByText('还没有填过')).toBeVisible()
  await button(page, '已删除的 1 份').click()
  await page.getByRole('button', { name: /^恢复“接地线核对清单/ }).click()
  await expect(page.getByText('已完成，1 项不合格')).toBeVisible()
})

test('a calculation says what is wrong with its formula, and calculates once it is mended', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '计算', '运维一班')
  const number = (id: string, title: string, symbol: string, preset: string) => ({ id, title, kind: 'number', symbol, preset, unit: '℃', required: true })
  const toolId = await openTool(page, {
    title: '相对温差', fields: {
      kind: 'calculation', form: [number('a', '热点温度', 'T1', '44.8'), number('b', '正常相温度', 'T2', '32'), number('c', '环境温度', 'T0', '28'), { id: 'when', title: '测温日期', kind: 'date' }],
      formulas: [{ id: 'd', title: '相对温差', symbol: 'δ', unit: '%', digits: 1, expression: '（T1−T2）÷（T1−T3）×100' }],
    },
  })
  const results = page.getByRole('region', { name: '计算结果' })
  await expect(results).toContainText('没有叫“T3”的数')
  await page.keyboard.press('e')
  const formula = page.getByRole('textbox', { name: '“相对温差”的公式', exact: true })
  await expect(formula).toHaveAttribute('aria-invalid', 'true')
  await formula.fill('（T1−T2）÷（T1−T0）×100')
  await expect(page.getByText('按预填的数算得 76.2 %')).toBeVisible()
  await formula.fill('（T1−T2）÷（T1−T0')
  await expect(page.getByText('公式没有写完，或少了运算符')).toBeVisible()
  await look(page, 'filled-formula')
  await formula.fill('（T1−T2）÷（T1−T0）×100')
  await expectSaved(page)
  await button(page, /^完成$/).click()

  await expect(results).toContainText('76.2')
  const hot = page.getByRole('textbox', { name: /^热点温度/ })
  await hot.fill('四十五')
  await expect(page.getByText('这里要填数字')).toBeVisible()
  await hot.fill('２８')
  await expect(results).toContainText('除数为零')
  await hot.fill('45')
  await expect(results).toContainText('76.5')
  const when = page.getByRole('textbox', { name: /^测温日期/ })
  await when.fill('前天')
  await expect(page.getByText('日历里没有这一天，或写法读不懂')).toBeVisible()
  await expect(button(page, /留存这次计算/)).toBeDisabled()
  await look(page, 'filled-calculator')
  await when.fill('2026.3.8')
  await page.keyboard.press('Tab')
  await expect(when).toHaveValue('2026-03-08')
  await button(page, /留存这次计算/).click()
  await expect(page.getByRole('textbox', { name: /^热点温度/ })).toHaveValue('45')
  await button(page, /完成填写/).click()
  await expect(page.getByText(/^完成于/)).toBeVisible()
  const [copy] = await copiesOf(page, toolId)
  expect(copy?.results.d).toBeCloseTo(76.47, 2)
  expect(copy?.values.when).toBe('2026-03-08')
  const excel = await partsOf(await exportAs(page, '导出为 Excel'))
  expect(excel.get('xl/worksheets/sheet1.xml')).toContain('<v>76.47')
})
