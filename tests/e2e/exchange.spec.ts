/** What leaves and what comes in: results proven, records linked, a Word file, and a package from one library to another. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { openSample } from './support/openList'
import { readEntries } from './support/readZip'
import { searchWhole, withCore } from './support/coreOf'
import { expectSaved, startEditing } from './support/editing'
import { exportDialog, leaveAs, openExport } from './support/exporting'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const wires = '110 kV 母线转供操作中地线编号错位的发现与纠正'
const shorting = '检修后遗留短接线险些带入送电'
const heating = '220 kV 刀闸发热的三级预警与处置'

const openCase = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('row').filter({ hasText: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

/** An entry of the list that is open; Ant Design's options have no role of their own. */
const option = (page: Page, text: string) => page.locator('.ant-select-item-option:visible').filter({ hasText: text })

const proof = { name: '核对记录 9 月.txt', mimeType: 'text/plain', buffer: Buffer.from('1,186 份操作票，编号不符 1 次', 'utf8') }

test('a case proves its results, is linked, and leaves as a Word file', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await openCase(page, wires)
  await startEditing(page)
  const results = page.getByRole('region', { name: '成效指标' })

  await test.step('write results cell by cell, with the keyboard alone', async () => {
    await page.getByRole('button', { name: /^成效指标/ }).click()
    await screenshot(page, 'exchange-results-empty')
    await results.getByRole('button', { name: '添加指标' }).click()
    for (const text of ['地线编号不符', '次/千票', '4.7', '0.8']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await expect(results.getByRole('textbox', { name: '地线编号不符：变化，或用文字说明' })).toHaveAttribute('placeholder', '−83\u00a0%')
    await page.keyboard.press('Enter')
    for (const text of ['核对中止操作', '次', '0', '5', '均属正确中止']) {
      await page.keyboard.type(text)
      await page.keyboard.press('Tab')
    }
    await results.locator('input[type=file]').first().setInputFiles(proof)
    await expect(results.getByText('附件 1').first()).toBeVisible()
    await results.getByRole('textbox', { name: '核对中止操作：后' }).press('Enter')
    await look(page, 'exchange-results-editing')
  })

  await test.step('delete a row and take it back', async () => {
    await results.getByRole('button', { name: '删除“核对中止操作”' }).click()
    await expect(results.getByRole('textbox', { name: '核对中止操作：指标' })).toHaveCount(0)
    await screenshot(page, 'exchange-results-deleted')
    await results.getByRole('button', { name: '撤销' }).click()
    await expect(results.getByRole('textbox', { name: '核对中止操作：指标' })).toHaveValue('核对中止操作')
    await expectSaved(page)
  })

  await test.step('link a record, and change how the two stand', async () => {
    await page.getByRole('tab', { name: /链接/ }).click()
    const side = page.getByRole('complementary', { name: '条目信息' })
    await side.getByRole('combobox', { name: '查找要链接的条目' }).click()
    await page.keyboard.type('刀闸')
    await option(page, heating).click()
    await expect(side.getByRole('button', { name: heating, exact: true })).toBeVisible()
    await side.getByRole('combobox', { name: `与“${heating}”的关系` }).click()
    await option(page, '引用').click()
    await look(page, 'exchange-links-editing')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expectSaved(page)
  })

  await test.step('read it back', async () => {
    await page.getByRole('button', { name: /^成效指标/ }).click()
    await expect(results.getByRole('row').filter({ hasText: '地线编号不符（次/千票）' })).toContainText('−83\u00a0%')
    await expect(results.getByRole('row').filter({ hasText: '核对中止操作（次）' })).toContainText('均属正确中止')
    await expect(results.getByRole('row')).toHaveCount(3)
    await look(page, 'exchange-results')
    const evidence = results.getByRole('button', { name: `预览附件 1：${proof.name}` })
    await evidence.click()
    const preview = page.getByRole('dialog', { name: proof.name })
    await expect(preview.getByRole('link', { name: '下载' })).toHaveAttribute('href', /^\/attachments\/[0-9a-f]{64}$/)
    await look(page, 'exchange-evidence')
    await page.keyboard.press('Escape')
    await expect(preview).toHaveCount(0)
    await expect(evidence).toBeFocused()
  })

  await test.step('see on the other record who refers to it', async () => {
    await page.getByRole('tab', { name: '信息' }).click()
    await page.getByRole('complementary', { name: '条目信息' }).getByRole('button', { name: heating, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: /刀闸发热/ })).toBeVisible()
    const back = page.getByRole('complementary', { name: '条目信息' }).getByRole('listitem').filter({ hasText: wires })
    await expect(back).toContainText('被引用')
    await back.getByRole('button').click()
    await expect(page.getByRole('heading', { level: 1, name: wires })).toBeVisible()
  })

  await test.step('export it as Word', async () => {
    await page.getByRole('button', { name: '导出' }).click()
    await expect(page.getByRole('menuitem', { name: '打成资料包…' })).toBeVisible()
    await screenshot(page, 'exchange-export-menu')
    await page.getByRole('menuitem', { name: '导出为 Word…' }).click()
    const download = await leaveAs(page, '导出为 Word')
    expect(download.suggestedFilename()).toMatch(/地线编号错位.*\.docx$/)
    const entries = await readEntries(await download.path())
    expect(entries.get('word/document.xml')?.toString('utf8')).toContain('地线编号')
    await look(page, 'exchange-word-done')
    await page.keyboard.press('Escape')
    await expect(exportDialog(page)).toBeHidden()
  })

  await test.step('a proof that was removed is missed', async () => {
    await startEditing(page)
    await page.getByRole('tab', { name: /附件/ }).click()
    await page.getByRole('button', { name: `${proof.name}：更多操作` }).click()
    await page.getByRole('menuitem', { name: '移除…' }).click()
    const asked = page.getByRole('dialog', { name: `移除附件“${proof.name}”？` })
    await expect(asked.getByText('有 1 项成效指标以它为佐证')).toBeVisible()
    await asked.getByRole('button', { name: '移除' }).click()
    await expect(asked).toHaveCount(0)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^成效指标/ }).click()
    await expect(results.getByText('附件已移除')).toBeVisible()
    await look(page, 'exchange-results-gone')
  })
})

test('a package carries a product and its source to another library, and nothing else gets in', async ({ openApp, page, home }) => {
  await openApp()
  await openSample(page)
  const product = await withCore(page, async (core) => {
    const { groups } = await searchWhole(core, '地线编号错位')
    const source = groups.flatMap(({ hits }) => hits).find(({ row }) => row.title === wires)
    if (!source) throw new Error('the sample has no such case')
    const { id, content } = await core.products.create({ title: '倒闸操作“双确认”标准作业包', sources: [source.row.id] })
    return { id, content, source: source.row.id }
  })
  const file = join(home, '双确认.lfpkg')

  await test.step('see what would go in, and why', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/record/${product.id}`)
    await expect(page.getByRole('heading', { level: 1, name: product.content.title })).toBeVisible()
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    const dialog = page.getByRole('dialog', { name: '打成资料包' })
    await expect(dialog.getByRole('row').filter({ hasText: wires })).toContainText('来源：用于')
    await expect(dialog.getByRole('textbox', { name: '名称' })).toHaveValue(product.content.title)
    await look(page, 'exchange-plan')
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    await expect(dialog.getByText('资料包已生成')).toBeVisible()
    await look(page, 'exchange-made')
    const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
    expect(download.suggestedFilename()).toMatch(/\.lfpkg$/)
    await download.saveAs(file)
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  })

  await test.step('find it in the ledger', async () => {
    await page.getByRole('link', { name: '资料包' }).click()
    const row = page.getByRole('row').filter({ hasText: '发出' }).first()
    await expect(row).toContainText(product.content.title)
    await row.getByRole('button', { name: /里的条目$/ }).click()
    await expect(page.getByRole('list', { name: '条目' }).getByRole('button', { name: wires })).toBeVisible()
    await look(page, 'exchange-ledger')
  })

  await test.step('a restricted record stays', async () => {
    await openCase(page, shorting)
    await withCore(page, async (core) => {
      const { groups } = await searchWhole(core, '遗留短接线')
      const row = groups.flatMap(({ hits }) => hits).find((hit) => hit.row.title === shorting)?.row
      if (!row) throw new Error('the sample has no such case')
      const { revision } = await core.records.get({ id: row.id })
      await core.records.save({ id: row.id, base: revision.id, changes: { confidentiality: 'restricted' } })
    })
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    const dialog = page.getByRole('dialog', { name: '打成资料包' })
    await expect(dialog.getByRole('alert')).toContainText(['有 1 条受控条目', '必须签名，并且加密'])
    await expect(dialog.getByRole('button', { name: '生成资料包' })).toBeDisabled()
    await look(page, 'exchange-plan-restricted')
    await dialog.getByRole('button', { name: '取消' }).click()
    await openExport(page, '导出为 Word…')
    await expect(exportDialog(page).getByRole('alert')).toContainText(shorting)
    await look(page, 'exchange-word-restricted')
    await exportDialog(page).getByRole('checkbox', { name: '我有权带出，仍要导出' }).check()
    expect((await leaveAs(page, '导出为 Word')).suggestedFilename()).toMatch(/\.docx$/)
    await page.keyboard.press('Escape')
    await expect(exportDialog(page)).toBeHidden()
  })

  await test.step('make another library', async () => {
    await page.getByRole('button', { name: /云汀供电/ }).click()
    await page.getByRole('menuitem', { name: '切换资料库…' }).click()
    await makeLibrary(page, '城东班组资料库', '城东供电公司')
    await page.getByRole('link', { name: '资料包' }).click()
    await expect(page.getByRole('heading', { name: '这里记着发出和收到的资料包' })).toBeVisible()
    await look(page, 'exchange-empty')
  })

  const open = async (name: string): Promise<void> => {
    await page.getByRole('link', { name: '资料包' }).click()
    await page.getByRole('button', { name: '打开资料包…' }).click()
    const picker = page.getByRole('dialog', { name: '选择文件' })
    await picker.getByRole('option', { name }).click()
    await picker.getByRole('button', { name: /^选择/ }).last().click()
  }

  await test.step('a package with one byte changed is refused, and nothing changes', async () => {
    const bytes = await readFile(file)
    const at = bytes.length >> 1
    bytes[at] = (bytes[at] ?? 0) ^ 1
    await writeFile(join(home, '改动过.lfpkg'), bytes)
    await open('改动过.lfpkg')
    await expect(page.getByRole('alert').filter({ hasText: '没有打开资料包，资料库没有改动' })).toBeVisible()
    await look(page, 'exchange-damaged')
    expect(await withCore(page, async (core) => (await core.packages.exchanges()).length)).toBe(0)
  })

  await test.step('look into the whole one', async () => {
    await open('双确认.lfpkg')
    await expect(page.getByRole('heading', { level: 1, name: product.content.title })).toBeVisible()
    await expect(page.getByText('内容完整')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: wires })).toContainText('新增')
    await look(page, 'exchange-preview')
  })

  await test.step('take it in', async () => {
    await page.getByRole('checkbox', { name: /仍然收入/ }).check()
    await page.getByRole('button', { name: '收入 2 条' }).click()
    await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
    await expect(page.getByRole('status').filter({ hasText: '新增 2 条' })).toBeVisible()
    await look(page, 'exchange-taken')
    await page.getByRole('button', { name: wires }).click()
    await expect(page.getByRole('heading', { level: 1, name: wires })).toBeVisible()
    await expect.poll(() => page.locator('img[src*="/attachments/"]').evaluateAll((pictures) =>
      pictures.some((picture) => picture instanceof HTMLImageElement && picture.naturalWidth > 0))).toBe(true)
    const side = page.getByRole('complementary', { name: '条目信息' })
    await expect(side).toContainText('出自“云汀供电·班组资料库”')
    await expect(side.getByRole('definition').filter({ hasText: product.content.title })).toBeVisible()
    await side.getByRole('definition').last().scrollIntoViewIfNeeded()
    await look(page, 'exchange-origin')
  })

  await test.step('the same package brings nothing more', async () => {
    await open('双确认.lfpkg')
    await expect(page.getByRole('button', { name: '收入 0 条' })).toBeDisabled()
    await expect(page.getByText('包里的内容本库都有了')).toBeVisible()
    await screenshot(page, 'exchange-same')
  })

  await test.step('a record that went on elsewhere goes on here too, and can be taken back', async () => {
    const revised = join(home, '十二月补充.lfpkg')
    await withCore(page, async (core) => {
      const here = (await core.library.current())?.path ?? ''
      const sample = (await core.app.settings()).recent.find(({ name }) => name.startsWith('云汀'))?.path ?? ''
      await core.library.open({ path: sample })
      const { revision } = await core.records.get({ id: product.source })
      await core.records.save({ id: product.source, base: revision.id, changes: { summary: '十二月改写的摘要' } })
      const { jobId } = await core.packages.make({ ids: [product.source], title: '十二月补充', to: revised })
      await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
      await core.library.open({ path: here })
    })
    await expect(page.getByRole('button', { name: /城东班组资料库/ })).toBeVisible()
    await open('十二月补充.lfpkg')
    await expect(page.getByRole('row').filter({ hasText: wires })).toContainText('较新')
    await look(page, 'exchange-differs')
    await page.getByRole('checkbox', { name: '没有签名，我已向对方核实，仍然收入' }).check()
    await page.getByRole('button', { name: '收入 1 条' }).click()
    await expect(page.getByRole('status').filter({ hasText: '更新 1 条' })).toBeVisible()
    await page.getByRole('button', { name: '撤销这次收入' }).click()
    await expect(page.getByText('已撤销，1 条恢复原样')).toBeVisible()
    await page.getByRole('button', { name: wires }).click()
    await expect(page.getByText('城东变 132 间隔恢复送电前拆除接地线时').first()).toBeVisible()
    await expect(page.getByText('十二月改写的摘要')).toHaveCount(0)
  })

  await test.step('a package that is dropped on the window is opened too', async () => {
    await page.getByRole('link', { name: '案例库' }).click()
    const transfer = await page.evaluateHandle((data) => {
      const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
      const items = new DataTransfer()
      items.items.add(new File([bytes], '拖入.lfpkg'))
      return items
    }, (await readFile(file)).toString('base64'))
    await page.dispatchEvent('main', 'drop', { dataTransfer: transfer })
    await expect(page.getByRole('heading', { level: 1, name: product.content.title })).toBeVisible()
  })
})
