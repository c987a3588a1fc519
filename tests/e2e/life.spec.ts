/** A case from its first word to its publication, by keyboard alone: what is missing leads there, a comment waits to be settled, another reviews. */
import type { Locator, Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import { requiredSectionsOf } from '#shared/model/recordTypes'
import { withCore } from './support/coreOf'
import { editorOf, expectSaved, typeChinese } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const beSomebody = async (page: Page, name: string): Promise<void> => {
  await withCore(page, async (core) => core.app.updateSettings({ profile: { name, unit: '', role: '' } }))
  await expect(page.getByRole('button', { name })).toBeVisible()
}

/** Goes on by Tab until the place has the focus: whoever has no mouse gets there too. */
const tabTo = async (page: Page, place: Locator): Promise<void> => {
  await expect(place).toBeVisible()
  for (let presses = 0; presses < 150; presses += 1) {
    if (await place.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('not reached by Tab')
}

const press = async (page: Page, place: Locator): Promise<void> => {
  await tabTo(page, place)
  await page.keyboard.press('Enter')
}

interface Box { x: number; y: number; width: number; height: number }

const boxOf = async (place: Locator): Promise<Box> => {
  const box = await place.boundingBox()
  if (!box) throw new Error('not on the screen')
  return box
}

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name })

/** Fills what takes long to type: all required sections but one, and a proven result. */
const fillAllBut = async (core: CoreClient, id: string, left: string): Promise<void> => {
  const { revision, content } = await core.records.get({ id })
  const sections = content.body.sections.map((section, index) => (requiredSectionsOf('case').includes(section.key ?? '') && section.key !== left
    ? { ...section, blocks: [{ type: 'paragraph' as const, id: `p${index}`, inlines: [{ type: 'text' as const, text: `${section.title}写好了，三者一致方可动手。` }] }] }
    : section))
  await core.records.save({
    id, base: revision.id,
    changes: { body: { ...content.body, sections }, fields: { results: [{ id: 'r1', indicator: '错挂', unit: '起', before: '2', after: '0', evidence: ['a'.repeat(64)] }] } },
  })
}

test('a case is written, submitted, commented, validated by another and published', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '关口', '运维一班')
  await beSomebody(page, '陈立')

  await press(page, button(page, '新建案例').first())
  await expect(page.getByRole('textbox', { name: '标题' })).toBeFocused()
  await page.keyboard.type('地线编号错位')
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: '关口' })).toContainText('核实前还缺 2 项')
  await expect(button(page, /7 个必填栏目没写/)).toBeVisible()
  await look(page, 'life-draft')
  // As at 125 % of a small screen: the gate lies under nothing.
  await page.setViewportSize({ width: 1024, height: 640 })
  for (const name of ['其他操作', '提交审核']) expect(overlap(await boxOf(page.getByRole('group', { name: '关口' })), await boxOf(button(page, name)))).toBe(false)
  expect(await page.getByRole('group', { name: '关口' }).evaluate((gate) => gate.scrollWidth <= gate.clientWidth)).toBe(true)
  await screenshot(page, 'life-small')
  await page.setViewportSize({ width: 1440, height: 900 })

  const id = /record\/([0-9a-f-]+)/.exec(page.url())?.[1] ?? ''
  await withCore(page, async (core) => fillAllBut(core, id, 'results'))
  await press(page, button(page, '去填：“成效”还没写'))
  await expect(editorOf(page)).toBeFocused()
  await typeChinese(page, 'cuogua', '错挂从两起降到零')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('group', { name: '关口' })).toContainText('可以核实')
  await press(page, button(page, '提交审核'))
  await expect(page.getByText('已提交审核')).toBeVisible()
  await expect(page.getByRole('group', { name: '关口' })).toContainText('审核人须不是作者')
  await expect(button(page, '通过核实')).toBeDisabled()

  await beSomebody(page, '李静')
  await expect(page.getByRole('group', { name: '关口' })).toContainText('可以核实')
  await page.setViewportSize({ width: 1024, height: 640 })
  await screenshot(page, 'life-small-review')
  await page.setViewportSize({ width: 1440, height: 900 })
  await button(page, '其他操作').click()
  await expect(page.getByRole('menuitem', { name: '撤回并写明原因' })).toBeVisible()
  await button(page, '其他操作').click()
  await expect(page.getByRole('menuitem', { name: '撤回并写明原因' })).toBeHidden()
  await page.keyboard.press('e')
  await expect(editorOf(page)).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let characters = 0; characters < 2; characters += 1) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Control+Alt+m')
  const comment = page.getByRole('textbox', { name: '对所选文字的批注' })
  await expect(comment).toBeFocused()
  await page.keyboard.insertText('由谁来核对？')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('region', { name: '批注' })).toContainText('由谁来核对？')
  await expect(page.getByRole('region', { name: '批注' }).getByText('背景', { exact: true })).toBeVisible()
  await expect(page.getByRole('group', { name: '关口' })).toContainText('1 条批注没有处理')
  await look(page, 'life-commented')
  await press(page, button(page, '完成'))

  await press(page, button(page, '退回并写明原因'))
  const dialog = page.getByRole('dialog', { name: '退回并写明原因' })
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await look(page, 'life-reason')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await press(page, button(page, '标为已处理'))
  await expect(page.getByRole('group', { name: '关口' })).toContainText('可以核实')
  await press(page, button(page, '通过核实'))
  await expect(page.getByText('已通过核实')).toBeVisible()
  await press(page, button(page, '发布'))
  await expect(page.getByRole('listitem').filter({ hasText: '已发布' }).and(page.locator('[aria-current=step]'))).toBeVisible()
  await page.getByRole('tab', { name: '信息' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: '历程' }).getByRole('listitem')).toHaveText([/^发布李静/, /^通过核实李静/, /^提交审核陈立/])
  await look(page, 'life-published')
})
