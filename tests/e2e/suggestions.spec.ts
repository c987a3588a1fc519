/** What was changed of records that came from another library is offered back to it, and it is told whom that is for. */
import { join } from 'node:path'
import { withCore } from './support/coreOf'
import { openSample } from './support/openList'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

test('changes of records that came from another library are offered back to it', async ({ openApp, page, home }) => {
  await openApp()
  await openSample(page)
  const ended = (jobId: string) => withCore(page, async (core) => { await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done') })
  const sample = await withCore(page, async (core) => {
    const current = await core.library.current()
    const { rows } = await core.records.list({ filter: { type: 'experience' }, sort: { by: 'number', descending: false }, offset: 0, limit: 8 })
    const { jobId } = await core.packages.make({ ids: rows.map(({ id }) => id), title: '经验八条', to: join(home, '经验八条.lfpkg') })
    await ended(jobId)
    return { path: current?.path ?? '', id: current?.library.id ?? '', name: current?.library.name ?? '', ids: rows.map(({ id }) => id) }
  })
  await withCore(page, async (core) => {
    await core.library.create({ path: join(home, '城东'), name: '城东班组资料库', unit: '城东供电公司', unitCode: 'CD' })
    const opened = await core.packages.open({ path: join(home, '经验八条.lfpkg') })
    await ended(opened.jobId)
    const taken = await core.packages.take({ jobId: opened.jobId, accept: true })
    await ended(taken.jobId)
    for (const id of sample.ids.slice(0, 7)) {
      const { revision } = await core.records.get({ id })
      await core.records.save({ id, base: revision.id, changes: { summary: '本班组试过，补充两点注意事项。' } })
    }
  })

  const part = page.getByRole('region', { name: '可以反馈的修改' })
  await test.step('see what was changed, and choose of it', async () => {
    await page.getByRole('link', { name: '资料包' }).click()
    await expect(part.getByText('7 条在这里改过')).toBeVisible()
    await expect(part.getByRole('listitem')).toHaveCount(6)
    await look(page, 'suggestions')
    await part.getByRole('button', { name: '再显示 1 条' }).click()
    await part.getByRole('listitem').last().getByRole('checkbox').uncheck()
    await part.getByRole('button', { name: '做成修改建议…' }).click()
  })

  const dialog = page.getByRole('dialog', { name: '做成修改建议' })
  await test.step('make it: it is for the library that they came from', async () => {
    await expect(dialog.getByText(/^6 条/)).toBeVisible()
    await expect(dialog.getByText(`资料库：${sample.name}`)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: '用途' })).toHaveValue(/修改建议/)
    await look(page, 'suggestions-pack')
    const recipient = dialog.getByRole('combobox', { name: /^发给/ })
    const unit = await recipient.inputValue()
    await recipient.fill('南区')
    await expect(dialog.getByText('做成的会是普通资料包')).toBeVisible()
    await look(page, 'suggestions-other-recipient')
    await recipient.fill(unit)
    await expect(dialog.getByText('做成的会是普通资料包')).toBeHidden()
    await page.keyboard.type(' 二')
    await expect(recipient).toHaveValue(`${unit} 二`)
    await recipient.fill(unit)
    await dialog.getByRole('button', { name: '生成资料包' }).click()
    await expect(dialog.getByText('资料包已生成')).toBeVisible()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    await expect(page.getByRole('row').filter({ hasText: '修改建议' }).first()).toBeVisible()
    await withCore(page, async (core) => {
      expect((await core.packages.exchanges())[0]).toMatchObject({ kind: 'suggestion', recipient: { libraryId: sample.id } })
    })
  })

  await test.step('the unit of a library that is known is offered by name', async () => {
    await withCore(page, async (core) => {
      const { jobId } = await core.packages.make({ ids: sample.ids.slice(0, 1), title: '掩码的', to: join(home, '掩码的.lfpkg'), recipient: { unit: '南区', libraryId: null }, masking: { decisions: [], send: [], leaveOut: [] } })
      await ended(jobId)
    })
    await page.getByRole('link', { name: '经验库' }).click()
    await page.getByRole('row').nth(2).click()
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: '打成资料包…' }).click()
    const plain = page.getByRole('dialog', { name: '打成资料包' })
    await plain.getByRole('combobox', { name: /^发给/ }).click()
    await expect(page.locator('.ant-select-item-option:visible').filter({ hasText: sample.name })).toBeVisible()
    await screenshot(page, 'recipients')
    await page.locator('.ant-select-item-option:visible').filter({ hasText: sample.name }).click()
    await expect(plain.getByText(`资料库：${sample.name}`)).toBeVisible()
    await plain.getByRole('combobox', { name: /^发给/ }).fill('南区')
    await expect(plain.getByText('上次发给对方的资料包做过掩码')).toBeVisible()
    await look(page, 'masking-was-masked')
  })
})
