/** Records like one, beside its links: near-duplicates are marked, all of them open, and the list follows what is saved and deleted. */
import type { Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import type { EditableContent } from '#shared/model/record'
import { searchWhole, withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'
import { standBetween } from './support/standBetween'

skipWithoutBrowser()

const own = '拆除接地线漏拆一根的未遂事件'
const copy = '城东变接地线漏拆未遂事件分析及两人分离核对做法的推广情况'
const near = '接地线编号管理细则的执行检查'
const far = '采集终端批量离线的处理'

const texts = [
  '3 月 18 日，城东变 110 kV 母线由检修转运行，操作人按操作票拆除三组接地线，实际只拆了两组。',
  '监护人清点接地线时发现少了一根，立即停止操作，到现场逐一核对，在母联间隔找到漏拆的一组。',
  '原因是操作票上写的编号与接地线上的纸签对不上，操作人凭印象认定，监护人没有到悬挂点核对。',
  '此后拆除前由两人分离核对：监护人站在悬挂点报号，操作人在工具柜旁逐根比对，号、点、票三者一致方可动手。',
]
const bodyOf = (...paragraphs: string[]): NonNullable<EditableContent['body']> => ({
  version: 1, preamble: [],
  sections: [{ ...newSection('background', '背景', paragraphs.map((text, index) => ({ type: 'paragraph' as const, id: `block${index}`, inlines: [{ type: 'text' as const, text }] }))), id: 's1' }],
})
const nearText = '检查了二十个班组的接地线编号，纸签脱落的有七处。核对接地线编号时由两人分离核对，监护人报号，操作人比对。'
const farText = '台区采集终端批量离线，先看信号，再查参数，最后更换通信模块。'

interface Made { own: string; copy: string; far: string }

const fill = async (page: Page): Promise<Made> => withCore(page, async (core) => {
  const create = async (title: string, paragraphs: string[], unit: string, type: 'case' | 'experience' | 'tool' = 'case') =>
    (await core.records.create({ type, content: { title, unit, body: bodyOf(...paragraphs) } })).id
  const made = {
    own: await create(own, texts, '变电运维中心'),
    copy: await create(copy, [...texts, '此做法已在全部变电站推广。'], '变电运维中心'),
    far: await create(far, [farText], '营销服务中心', 'experience'),
  }
  await create(near, [nearText], '安全监察部', 'tool')
  await searchWhole(core, '接地线')
  return made
})

const change = async (page: Page, id: string, changes: EditableContent): Promise<void> => withCore(page, async (core) => {
  const { revision } = await core.records.get({ id })
  await core.records.save({ id, base: revision.id, changes })
})

const openRecord = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await page.getByRole('tab', { name: /^链接/ }).click()
}

const similarOf = (page: Page) => page.getByRole('region', { name: '相似条目' })
const itemsOf = (page: Page) => similarOf(page).getByRole('listitem')

test.beforeEach(async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '班组资料库', '运维一班')
})

test('records like one are listed with what they are, near-duplicates marked and first', async ({ page }) => {
  await fill(page)
  await openRecord(page, own)
  await expect(itemsOf(page)).toHaveCount(2)
  const duplicate = itemsOf(page).first()
  await expect(duplicate).toContainText(copy)
  await expect(duplicate).toContainText(/几乎相同 [78]\d%/)
  await expect(duplicate).toContainText('变电运维中心')
  await expect(duplicate).toContainText('草稿')
  await expect(duplicate.getByRole('img', { name: '案例' })).toBeVisible()
  await expect(duplicate.getByRole('button')).toHaveAccessibleDescription(/CS-\d{4}-\d{4}.*变电运维中心.*草稿.*几乎相同 [78]\d%/)
  await expect(similarOf(page)).toContainText('有 1 条与本条目的文字几乎相同')
  await expect(itemsOf(page).nth(1)).toContainText(near)
  await expect(itemsOf(page).nth(1)).not.toContainText('几乎相同')
  await look(page, 'similar')
})

test('one opens by keyboard, and from anywhere on its row', async ({ page }) => {
  await fill(page)
  await openRecord(page, own)
  await expect(itemsOf(page)).toHaveCount(2)
  const panel = page.getByRole('tabpanel', { name: /^链接/ })
  await page.getByRole('tab', { name: /^链接/ }).focus()
  await page.keyboard.press('Tab')
  if (await panel.evaluate((element) => element === document.activeElement)) await page.keyboard.press('Tab')
  await expect(itemsOf(page).first().getByRole('button')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(itemsOf(page).nth(1).getByRole('button')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: copy })).toBeVisible()

  await page.getByRole('tab', { name: /^链接/ }).click()
  const row = itemsOf(page).filter({ hasText: own })
  const { height = 0 } = await row.boundingBox() ?? {}
  await row.click({ position: { x: 200, y: height - 8 } })
  await expect(page.getByRole('heading', { level: 1, name: own })).toBeVisible()
})

test('the list follows what is saved and deleted, and says where there is none', async ({ page }) => {
  const made = await fill(page)
  await openRecord(page, own)
  await expect(itemsOf(page)).toHaveCount(2)
  await withCore(page, async (core) => core.records.remove({ selection: { ids: [made.copy] } }))
  await expect(itemsOf(page)).toHaveText([new RegExp(near)])
  await change(page, made.own, { body: bodyOf(farText) })
  await expect(itemsOf(page)).toHaveText([new RegExp(far)])
  await change(page, made.far, { title: '带电作业', body: bodyOf('绝缘斗臂车每日出车前检查支腿垫板。') })
  await expect(similarOf(page)).toContainText('没有与本条目相似的条目。')
  await expect(itemsOf(page)).toHaveCount(0)
  await look(page, 'similar-none')
})

test('it says that the index is not whole, and why nothing could be asked, and asks again', async ({ page }) => {
  await fill(page)
  const between = await standBetween(page)
  await page.reload()
  between.asking = (message) => (message.includes('/search/similar') ? message.replace('"limit":8', '"limit":800') : message)
  await openRecord(page, own)
  const failed = similarOf(page).getByRole('alert')
  await expect(failed).toContainText('没有查到相似条目')
  await look(page, 'similar-failed')
  between.asking = (message) => message
  between.answer = (message) => (message.includes('"resemblance"') ? message.replace('"complete":true', '"complete":false') : message)
  await failed.getByRole('button', { name: '再试' }).click()
  await expect(failed).toHaveCount(0)
  await expect(similarOf(page).getByRole('status')).toHaveText('正在建立索引，相似条目还不全')
  await expect(itemsOf(page)).toHaveCount(2)
  await look(page, 'similar-building')
  between.answer = (message) => message
  await expect(similarOf(page).getByRole('status')).toHaveCount(0)
  await expect(itemsOf(page)).toHaveCount(2)
})
