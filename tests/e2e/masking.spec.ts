/** A package is looked through before it is made: names and numbers are found and decided on one by one, and what leaves holds none of them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildPng } from '../fixtures/docx/png'
import { withCore } from './support/coreOf'
import { openList, openSample } from './support/openList'
import { readEntries } from './support/readZip'
import { standBetween } from './support/standBetween'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const phone = '13812345678'
const idNumber = '11010519491231002X'
const title = '王建国班组的接地线双确认做法'

/** Two experiences that name the same man, with what must not leave in their words and in one of their files. */
const prepare = (page: Page, home: string): Promise<void> => withCore(page, async (core) => {
  const list = join(home, '值班名单.txt')
  const picture = join(home, '现场.png')
  await writeFile(list, `王建国 ${phone}`, 'utf8')
  await writeFile(picture, buildPng(320, 200, 7))
  const sheet = join(home, '排班.xlsx')
  await writeFile(sheet, 'PK\x03\x04 排班')
  const attachments = await Promise.all([list, picture, sheet].map(async (path) => core.attachments.add({ path })))
  const summary = `由王建国带领，联系电话 ${phone}，邮箱 wangjg@example.com，作业车粤B·D1234，登记的身份证号 ${idNumber}。`
  await core.records.create({ type: 'experience', content: { title, authors: ['王建国'], contact: phone, summary, attachments } })
  await core.records.create({ type: 'experience', content: { title: '登塔前的互查', authors: ['王建国', '李思源'], summary: '王建国与李思源互查，班前会上念一遍清单。' } })
})

const packAll = async (page: Page): Promise<void> => {
  await openList(page, '经验库')
  await page.getByRole('checkbox', { name: '选择列表里的全部条目' }).check()
  await page.getByRole('button', { name: '打包' }).click()
}

test('what a package would tell of people is found, decided on, and masked', async ({ openApp, page }) => {
  const home = test.info().outputPath()
  const between = await standBetween(page)
  await openApp()
  await openSample(page)
  await prepare(page, home)
  const dialog = page.getByRole('dialog', { name: '打成资料包' })
  await packAll(page)
  const review = page.getByRole('dialog', { name: '检查姓名和号码' })
  const list = review.getByRole('listbox', { name: '找到的内容' })
  const option = (text: string) => list.getByRole('option').filter({ hasText: text })

  await test.step('turn masking on: what would go in is looked through', async () => {
    await expect(dialog.getByRole('row').filter({ hasText: title })).toBeVisible()
    await look(page, 'masking-off')
    await dialog.getByRole('switch', { name: '先掩码姓名和号码' }).click()
    await expect(dialog.getByText(/^找到 \d+ 项/)).toBeVisible()
    await expect(dialog.getByRole('button', { name: '生成资料包' })).toBeEnabled()
    await expect(dialog.getByText('1 个附件检查不了或清理不了，不装入')).toBeVisible()
    await dialog.getByRole('button', { name: '逐项查看…' }).scrollIntoViewIfNeeded()
    await look(page, 'masking-summary')
  })

  await test.step('decide by the keyboard, in place', async () => {
    await dialog.getByRole('button', { name: '逐项查看…' }).click()
    await expect(list).toBeFocused()
    await option('王建国').click()
    await expect(review.getByRole('region', { name: '“王建国”的各处' })).toContainText('登塔前的互查')
    const places = review.getByRole('region', { name: '“王建国”的各处' }).getByRole('listitem')
    await expect(places.filter({ hasText: '附件《值班名单.txt》里' })).toContainText('不装入')
    await expect(places.filter({ hasText: '附件《值班名单.txt》里' }).locator('del')).toHaveCount(0)
    await look(page, 'masking-review')
    const action = review.getByRole('radiogroup', { name: '怎样处理“王建国”' })
    await page.keyboard.press('3')
    await expect(action.getByRole('radio', { name: /^换成角色/ })).toBeChecked()
    await page.keyboard.press('Tab')
    await expect(action.getByRole('radio', { name: /^掩码/ })).toBeChecked()
    await list.focus()
    await page.keyboard.press('3')
    await page.locator('.ant-select-item-option:visible').filter({ hasText: '监护人' }).click()
    await expect(option('王建国')).toContainText('监护人')
    await list.focus()
    await page.keyboard.press('3')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('工作')
    await screenshot(page, 'masking-role')
    await page.keyboard.press('Enter')
    await expect(option('王建国')).toContainText('工作负责人')
    await expect(list).toBeFocused()
    await review.getByRole('radiogroup', { name: '按种类筛选' }).getByText(/^电话/).click()
    await option(phone).click()
    await expect(review.getByRole('region', { name: `“${phone}”的各处` })).toContainText('摘要')
    await look(page, 'masking-kind')
    await review.getByRole('radiogroup', { name: '按种类筛选' }).getByText(/^全部/).click()
    await review.getByRole('textbox', { name: '查找文字或条目标题' }).fill('李思源')
    await option('李思源').click()
    await page.keyboard.press('2')
    await expect(option('李思源')).toContainText('保留')
    await review.getByRole('textbox', { name: '查找文字或条目标题' }).fill('')
  })

  await test.step('decide for one record alone', async () => {
    await option('王建国').click()
    await review.getByRole('button', { name: '在《登塔前的互查》里单独选择' }).click()
    await review.getByRole('radiogroup', { name: '在《登塔前的互查》里怎样处理“王建国”' }).getByText('掩码').click()
    await expect(review.getByText(/掩码 \d+ 项　换成角色 1 项/)).toBeVisible()
    await look(page, 'masking-exception')
  })

  await test.step('see which files stay, and which nobody can look into', async () => {
    await review.getByRole('tab', { name: /^附件/ }).click()
    await expect(review.getByRole('listitem').filter({ hasText: '值班名单.txt' })).toContainText('不装入')
    await expect(review.getByRole('region', { name: '检查不了的文件' }).getByRole('checkbox', { name: '仍然装入“排班.xlsx”' })).not.toBeChecked()
    await look(page, 'masking-files')
    const send = review.getByRole('checkbox', { name: '仍然装入“值班名单.txt”' })
    await send.check()
    await expect(review.getByText('1 个附件里有这些内容，仍会原样装入。')).toBeVisible()
    await look(page, 'masking-files-sent')
    await send.uncheck()
    await review.getByRole('checkbox', { name: '不装入“现场.png”' }).check()
    await review.getByRole('button', { name: '预览“现场.png”' }).click()
    await expect(page.getByRole('dialog').filter({ has: page.getByRole('link', { name: '下载' }) })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(review).toBeVisible()
  })

  await test.step('add words of our own, and what is found of them', async () => {
    await review.getByRole('tab', { name: '词表和记住的选择' }).click()
    await review.getByRole('textbox', { name: '词表' }).fill('班前会\n一')
    await expect(review.getByRole('alert')).toContainText('少于 2 个字')
    await expect(review.getByRole('button', { name: '保存词表，重新检查' })).toBeDisabled()
    await look(page, 'masking-words')
    await review.getByRole('textbox', { name: '词表' }).fill('班前会')
    await review.getByRole('button', { name: '保存词表，重新检查' }).click()
    await review.getByRole('tab', { name: /^找到的内容/ }).click()
    await expect(option('班前会')).toBeVisible()
    await expect(option('王建国')).toContainText('工作负责人')
    await review.getByRole('button', { name: '看完了' }).click()
    await expect(dialog.getByText('换成角色 1 项')).toBeVisible()
  })

  await test.step('closing the dialog loses nothing of it', async () => {
    await dialog.getByRole('link', { name: title }).or(dialog.getByRole('button', { name: title })).first().click()
    await expect(dialog).toBeHidden()
    await packAll(page)
    await expect(dialog.getByRole('switch', { name: '先掩码姓名和号码' })).toBeChecked()
    await expect(dialog.getByText('换成角色 1 项')).toBeVisible()
  })

  await test.step('what changes is looked through again', async () => {
    await dialog.getByRole('combobox', { name: '附件大小' }).click()
    await page.locator('.ant-select-item-option:visible').filter({ hasText: '5 MB' }).click()
    await expect(dialog.getByText('换成角色 1 项')).toBeVisible()
    await expect(dialog.getByRole('button', { name: '生成资料包' })).toBeEnabled()
  })

  await test.step('a package that was not made after all leaves the form as it was', async () => {
    await dialog.getByRole('textbox', { name: '用途' }).fill('供冬季培训使用')
    between.answer = (message) => message.replaceAll('"state":"done"', '"state":"cancelled"')
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    await expect(dialog.getByText('已停止，没有生成资料包。')).toBeVisible()
    await look(page, 'masking-not-made')
    await dialog.getByRole('button', { name: '返回修改' }).click()
    between.answer = (message) => message
    await expect(dialog.getByRole('textbox', { name: '用途' })).toHaveValue('供冬季培训使用')
    await expect(dialog.getByText('换成角色 1 项')).toBeVisible()
  })

  await test.step('make it: no name and no number is in it', async () => {
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    await expect(dialog.getByText('资料包已生成')).toBeVisible()
    await expect(dialog.getByText(/^掩码 \d+ 条/)).toBeVisible()
    await look(page, 'masking-made')
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
    const entries = await readEntries(await download.path())
    const words = [...entries.values()].map((bytes) => bytes.toString('utf8')).join('\n')
    expect([phone, idNumber, 'wangjg@example.com', '王建国', '班前会', '值班名单.txt', '排班.xlsx', '李思源'].filter((word) => words.includes(word))).toEqual(['李思源'])
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('the ledger says so', async () => {
    await page.getByRole('link', { name: '资料包' }).click()
    const row = page.getByRole('row').filter({ hasText: '发出' }).first()
    await expect(row).toContainText('掩码')
    await row.getByRole('button', { name: /里的条目$/ }).click()
    await look(page, 'masking-ledger')
  })

  await test.step('what was chosen is remembered, until it is forgotten', async () => {
    await packAll(page)
    await dialog.getByRole('switch', { name: '先掩码姓名和号码' }).click()
    await dialog.getByRole('button', { name: '逐项查看…' }).click()
    await expect(option('李思源')).toContainText('上次的选择')
    await expect(option('王建国')).toContainText('工作负责人')
    await option('李思源').click()
    await look(page, 'masking-remembered')
    await review.getByRole('button', { name: '忘记', exact: true }).click()
    await expect(option('李思源')).not.toContainText('上次的选择')
    await expect(option('李思源')).toContainText('李某')
    await review.getByRole('tab', { name: '词表和记住的选择' }).click()
    const memory = review.getByRole('region', { name: '记住的选择' })
    await expect(memory.getByRole('listitem').filter({ hasText: '王建国' })).toContainText('工作负责人')
    await expect(memory.getByRole('listitem').filter({ hasText: '李思源' })).toHaveCount(0)
    await screenshot(page, 'masking-memory')
  })
})
