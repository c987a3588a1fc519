/** From sources to a sealed edition: a product is made, excerpts are taken by the keys alone, the gate leads to what is missing, and the seal is pressed. */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { RecordFile } from '#shared/model/record'
import { editorOf, expectSaved, typeChinese } from './support/editing'
import { openSample } from './support/openList'
import { bodyOf, gapsOf, gateOf, sourcesOf } from './support/products'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const sectionGaps = (page: Page) => gateOf(page).getByRole('button', { name: /^去填：缺“/ })

/** Asks for the release past the gate. */
const askAnyway = async (page: Page): Promise<void> => {
  await gateOf(page).getByRole('button', { name: '其他操作' }).click()
  await page.getByRole('menuitem', { name: '仍然发布第一版…' }).click()
  await page.getByRole('textbox', { name: '原因（必填）' }).fill('先发布试行')
}

const title = '倒闸操作“双确认”标准作业包'
const firstSource = '110 kV 母线转供操作中地线编号错位的发现与纠正'
const secondSource = '检修后遗留短接线险些带入送电'

/** The file of a record of the library below a folder, found by its title. */
const recordFile = async (folder: string, recordTitle: string): Promise<string> => {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => /records\W[0-9a-f]{2}\W[^/\\]+\.json$/.test(path)).map((path) => join(folder, path))
  for (const path of paths) if (RecordFile.parse(JSON.parse(await readFile(path, 'utf8'))).content.title === recordTitle) return path
  throw new Error(`no record ${recordTitle} below ${folder}`)
}

test('a product is distilled from two sources and released', async ({ home, openApp, page }) => {
  await openApp()
  await openSample(page)

  await page.getByRole('link', { name: '产品' }).click()
  await test.step('a new product takes its sources from a search, by keyboard', async () => {
    await page.getByRole('button', { name: '新建产品' }).click()
    const dialog = page.getByRole('dialog', { name: '新建产品' })
    await expect(dialog.getByRole('textbox', { name: '名称' })).toBeFocused()
    await page.keyboard.type(title)
    await page.keyboard.press('Tab')
    await page.keyboard.type('编号错位')
    const results = dialog.getByRole('listbox', { name: '可以作来源的条目' })
    const chosen = dialog.getByRole('list', { name: '已选的来源' }).getByRole('listitem')
    await expect(results.getByRole('option').first()).toContainText(firstSource)
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveCount(1)
    await dialog.getByRole('combobox', { name: '查找来源' }).fill('短接线')
    await expect(results.getByRole('option').first()).toContainText(secondSource)
    await page.keyboard.press('Enter')
    await expect(chosen).toHaveCount(2)
    await look(page, 'product-2-new')
    await dialog.getByRole('button', { name: '新建产品' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  })

  await test.step('it can not be released, and says exactly what is missing', async () => {
    await expect(sourcesOf(page).getByRole('tab')).toHaveCount(2)
    await expect(sourcesOf(page).getByRole('heading', { name: firstSource })).toBeVisible()
    for (const section of ['目的', '范围', '职责', '流程', '检查与评价']) await expect(gateOf(page).getByText(`缺“${section}”`)).toBeVisible()
    // The steps, twice, the checklist, the pilot, three who sign, and the stage come beside them.
    await expect(gapsOf(page)).toHaveCount(13)
    await expect(gateOf(page).getByRole('button', { name: '发布第一版' })).toBeDisabled()
    await look(page, 'product-3-new-page')
  })

  await test.step('a block of the first source is taken by the keys alone', async () => {
    await sourcesOf(page).getByRole('button', { name: /背景/ }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('q')
    await expect(page.getByText('已摘入“目的”')).toBeVisible()
    const quote = bodyOf(page).getByRole('blockquote')
    await expect(quote).toHaveCount(1)
    await expect(quote).toBeInViewport()
    await expect(quote).toContainText(firstSource)
    await expect(sectionGaps(page)).toHaveCount(4)
    await look(page, 'product-4-excerpt')
  })

  await test.step('so is one of the second, into the section that was chosen', async () => {
    await page.getByRole('navigation', { name: '产品栏目' }).getByRole('button', { name: /范围/ }).press('Enter')
    await sourcesOf(page).getByRole('tab').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(sourcesOf(page).getByRole('heading', { name: secondSource })).toBeVisible()
    await sourcesOf(page).getByRole('button', { name: /背景/ }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByText('已摘入“范围”')).toBeVisible()
    await expect(bodyOf(page).getByRole('blockquote')).toHaveCount(2)
    await expect(sourcesOf(page).getByText('已引 1 处')).toBeVisible()
    await expect(sectionGaps(page)).toHaveCount(3)
  })

  await test.step('a passage of a line is taken by the pointer, at the caret', async () => {
    await page.getByRole('button', { name: '去填：缺“职责”' }).click()
    await expect(editorOf(page)).toBeFocused()
    await typeChinese(page, 'caozuoren', '操作人报号，监护人核对。')
    await expectSaved(page)
    await expect(sectionGaps(page)).toHaveCount(2)
    const block = sourcesOf(page).locator('p[id^=block-]').last()
    await block.scrollIntoViewIfNeeded()
    await block.evaluate((element) => {
      const text = element.firstChild
      if (text) document.getSelection()?.setBaseAndExtent(text, 2, text, 14)
    })
    await sourcesOf(page).getByRole('button', { name: /摘为引文/ }).click()
    await expect(page.getByText('已摘入“职责”')).toBeVisible()
    await expect(editorOf(page).locator('blockquote')).toHaveCount(3)
    await expect(editorOf(page).locator('blockquote').last()).toContainText(secondSource)
  })

  await test.step('a section that was taken away is missed, and made again where it belongs', async () => {
    const headings = editorOf(page).getByRole('heading', { level: 2 })
    await headings.filter({ hasText: '检查与评价' }).click()
    await page.keyboard.press('End')
    // Its five characters, then the heading itself.
    for (let key = 0; key < 6; key += 1) await page.keyboard.press('Backspace')
    await expect(headings).toHaveCount(7)
    await expectSaved(page)
    await page.getByRole('button', { name: '去填：缺“检查与评价”' }).click()
    await expect(headings).toHaveText(['目的', '范围', '引用文件', '术语', '职责', '流程', '检查与评价', '附录'])
    // Asked for once more, it is the one that was made.
    await page.getByRole('button', { name: '去填：缺“检查与评价”' }).click()
    await expectSaved(page)
    await expect(headings).toHaveCount(8)
  })

  await test.step('each gap leads to its place, outlined until it is filled', async () => {
    await page.getByRole('button', { name: '去填：缺“检查与评价”' }).click()
    await look(page, 'product-5-gap')
    await expect(editorOf(page)).toBeFocused()
    await typeChinese(page, 'zhuge', '逐根核对编号，签字后归柜。')
    await expect(page.getByRole('button', { name: '去填：缺“检查与评价”' })).toHaveCount(0)
    await page.getByRole('button', { name: '去填：缺“流程”' }).click()
    await expect(page.getByRole('textbox', { name: '步骤 1：动作' })).toBeFocused()
    await typeChinese(page, 'zhuge', '逐根核对编号')
    await expect(sectionGaps(page)).toHaveCount(0)
    await gateOf(page).getByRole('button', { name: '去填：还没有验收项' }).click()
    await expect(page.getByRole('button', { name: '为“验收清单”添加一行' })).toBeFocused()
    await look(page, 'product-6-ready')
  })

  await test.step('what the core refuses meanwhile is said in the same list', async () => {
    const file = await recordFile(home, firstSource)
    const content = await readFile(file, 'utf8')
    await askAnyway(page)
    await rm(file)
    await page.getByRole('button', { name: '写明原因，仍然发布第一版' }).click()
    await expect(gateOf(page).getByText(/没有发布：关口又有缺项/)).toBeVisible()
    await expect(gateOf(page).getByRole('button', { name: '其他操作' })).toHaveCount(0)
    await gateOf(page).getByRole('button', { name: `去看：引文的来源“${firstSource}”不在本库` }).click()
    await expect(editorOf(page).locator('blockquote').first()).toBeInViewport()
    await sourcesOf(page).getByRole('tab').first().click()
    await expect(sourcesOf(page).getByText(/这条来源不在本库/)).toBeVisible()
    await look(page, 'product-6-refused')
    await writeFile(file, content)
    await page.getByRole('navigation', { name: '产品栏目' }).getByRole('button', { name: '附录' }).click()
    await expect(editorOf(page)).toBeFocused()
    await typeChinese(page, 'wu', '无。')
    await expect(gateOf(page).getByRole('button', { name: /^去看/ })).toHaveCount(0)
  })

  await test.step('the seal is pressed, and the edition is listed and opens as it was sealed', async () => {
    await askAnyway(page)
    const dialog = page.getByRole('dialog', { name: '发布第一版' })
    await expect(dialog.getByText('3 处引文')).toBeVisible()
    await look(page, 'product-7-release')
    await dialog.getByRole('button', { name: '写明原因，仍然发布第一版' }).click()
    await expect(gateOf(page).getByRole('img', { name: '第一版的印', exact: true })).toBeVisible()
    await expect(gateOf(page).getByRole('button', { name: '发布第二版' })).toBeDisabled()
    await expect(gateOf(page).getByText('自第一版以来没有改动')).toBeVisible()
    await look(page, 'product-8-released')
    await page.getByRole('region', { name: '版次' }).getByRole('button', { name: /第一版/ }).click()
    const edition = page.getByRole('dialog', { name: /第一版/ })
    await expect(edition.getByText(/^[0-9a-f]{64}$/)).toBeVisible()
    await expect(edition.getByText('操作人报号，监护人核对。')).toBeVisible()
    await look(page, 'product-9-edition')
    await page.keyboard.press('Escape')
  })

  await test.step('a quote leads back to its source, which says when it was changed after that', async () => {
    await bodyOf(page).getByRole('button', { name: `回到原文：${firstSource}` }).click()
    await expect(page.getByRole('heading', { level: 1, name: firstSource })).toBeVisible()
    await page.keyboard.press('e')
    await editorOf(page).locator(':scope > p').first().click()
    await page.keyboard.press('End')
    await typeChinese(page, 'buchong', '（2026 年 11 月补充）')
    await expectSaved(page)
    await page.getByRole('link', { name: '产品' }).click()
    const row = page.getByRole('grid', { name: '产品' }).getByRole('row').filter({ hasText: title })
    await expect(row).toContainText('第一版')
    await look(page, 'product-10-list')
    await row.click()
    await expect(sourcesOf(page).getByText(/来源已修订/)).toBeVisible()
    await expect(bodyOf(page).getByRole('blockquote')).toHaveCount(3)
    await look(page, 'product-11-changed')
  })
})
