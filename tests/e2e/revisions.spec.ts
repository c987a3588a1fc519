/** Nothing that was written is lost: revisions are compared and brought back, and an edit that can't be saved is offered again after a restart. */
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { newSection } from '#shared/model/body/body'
import type { Block } from '#shared/model/body/blocks'
import type { EditableContent } from '#shared/model/record'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '110 kV 母线转供操作中地线编号错位的发现与纠正'
const line = (id: string, text: string): Block => ({ type: 'paragraph', id, inlines: [{ type: 'text', text }] })
const table = (...rows: string[][]): Block => ({
  type: 'table', id: 'table', rows: rows.map((cells, row) => ({ cells: cells.map((text, cell) => ({ ...row === 0 && { header: 'column' as const }, blocks: [line(`cell${row}${cell}`, text)] })) })),
})
const bodyOf = (...blocks: Block[]): NonNullable<EditableContent['body']> => ({
  version: 1, preamble: [],
  sections: [
    { ...newSection('background', '背景', [line('a', '3 月 18 日，城东变 110 kV 母线转供操作前，班组按调度令装设三组接地线。'), line('b', '装设后由监护人逐根核对编号。')]), id: 's1' },
    { ...newSection('measures', '主要做法', blocks), id: 's2' },
  ],
})
const steps = ['一、操作前两人分别清点接地线，核对编号与操作票一致。', '二、装设时操作人报号，监护人复诵。', '三、拆除后逐根清点，签字归柜。', '四、交接班时再清点一次。', '五、每月由班长抽查。'].map((text, index) => line(`step${index}`, text))
const [one, two, , ...rest] = steps

/** A record of three revisions: each is pinned before the next is saved, which keeps it. */
const makeRevisions = async (page: Page): Promise<void> => withCore(page, async (core) => {
  const first = bodyOf(...steps, table(['指标', '前', '后'], ['编号错位', '3 次', '0 次'], ['清点用时', '14 分', '11 分']))
  const record = await core.records.create({ type: 'case', content: { title, body: first, place: '城东变', tags: ['安全'], authors: ['张工'] } })
  await core.products.pin({ recordId: record.id })
  const second = await core.records.save({ id: record.id, base: record.revision.id, changes: { summary: '装设接地线后逐根核对编号，发现并纠正了一处错位。' } })
  await core.products.pin({ recordId: record.id })
  const third = bodyOf(
    ...[two, one].flatMap((block) => block ?? []), line('step2', '三、拆除后由两人逐根核对编号，签字后归柜。'), ...rest.slice(0, 1),
    line('new', '六、发现编号不符时立即停止操作，报告值班长。'), table(['指标', '前', '后'], ['编号错位', '3 次', '0 次'], ['清点用时', '14 分', '9 分'], ['漏拆', '1 次', '0 次']),
  )
  await core.records.save({ id: record.id, base: second.revisionId, changes: { body: third, tags: ['安全', '双人复核'], place: '城东变 110 kV 设备区' } })
  await core.records.create({ type: 'case', content: { title: '刚刚新建的案例' } })
})

const openRecord = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('link', { name: '案例库' }).click()
  await page.getByRole('grid', { name: '案例库' }).getByRole('row').filter({ hasText: name }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
}

/** A record whose next save begins a revision, and the place of its history: a file there makes that save fail. */
const makePinned = async (page: Page, home: string): Promise<{ id: string; base: string; inTheWay: string }> => {
  const { id, base } = await withCore(page, async (core) => {
    const record = await core.records.create({ type: 'case', content: { title: '原来的标题', summary: '原来的摘要' } })
    await core.products.pin({ recordId: record.id })
    return { id: record.id, base: record.revision.id }
  })
  const file = (await readdir(home, { recursive: true })).find((path) => path.endsWith(`${id}.json`)) ?? ''
  const inTheWay = join(home, dirname(dirname(dirname(file))), 'history', id.slice(-2))
  await mkdir(dirname(inTheWay), { recursive: true })
  await writeFile(inTheWay, 'a file where a folder must be')
  return { id, base, inTheWay }
}

/** The page is gone with its window: it does not try again once the app is back. */
const restart = async (page: Page, openApp: () => Promise<void>): Promise<void> => {
  await page.evaluate(() => { localStorage.clear() })
  await page.goto('about:blank')
  await openApp()
}

const revisionsOf = (page: Page) => page.getByRole('region', { name: '修订', exact: true }).getByRole('listitem')

test('revisions are compared, brought back, and that is taken back', async ({ openApp, page }) => {
  await openApp()
  await makeLibrary(page, '修订资料库', '城东供电公司')
  await makeRevisions(page)

  await test.step('a record that was never changed says what will be here', async () => {
    await openRecord(page, '刚刚新建的案例')
    await page.getByRole('tab', { name: '修订' }).click()
    await expect(page.getByText(/目前只有这一个修订/)).toBeVisible()
    await look(page, 'revisions-1-only')
  })

  await test.step('the revisions of a record are listed, the current one marked', async () => {
    await openRecord(page, title)
    await page.getByRole('tab', { name: '修订' }).click()
    await expect(revisionsOf(page)).toHaveCount(3)
    await expect(revisionsOf(page).first()).toContainText('当前')
    await look(page, 'revisions-2-list')
  })

  const drawer = page.getByRole('dialog', { name: `比较修订：${title}` })

  await test.step('one opens beside the current one, and the keys lead from change to change', async () => {
    await revisionsOf(page).last().getByRole('button').click()
    await expect(drawer.locator('ins').filter({ hasText: '双人复核' })).toBeVisible()
    await expect(drawer.getByText('移来')).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await expect(drawer.getByRole('status').filter({ hasText: /^第 1 \/ \d+ 处$/ })).toBeVisible()
    await look(page, 'revisions-3-compare')
    await page.keyboard.press('ArrowUp')
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowDown')
    await look(page, 'revisions-4-text')
  })

  await test.step('restoring says what it does, and then that it was done', async () => {
    await drawer.getByRole('button', { name: '恢复到这个修订' }).click()
    await expect(page.getByText(/会成为一个新的修订/)).toBeVisible()
    await look(page, 'revisions-5-ask')
    await page.getByRole('tooltip').getByRole('button', { name: '恢复到这个修订' }).click()
    await expect(drawer.getByText('已恢复', { exact: true })).toBeVisible()
    await expect(drawer.getByText('两边的内容完全相同。')).toBeVisible()
    await look(page, 'revisions-6-restored')
    await drawer.getByRole('button', { name: '撤销恢复' }).click()
    await expect(drawer.locator('ins').filter({ hasText: '双人复核' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(revisionsOf(page)).toHaveCount(5)
    await expect(revisionsOf(page).first()).toContainText(/恢复自/)
    await expect(page.getByText('六、发现编号不符时立即停止操作')).toBeVisible()
  })

  await test.step('two that are ticked are compared with one another', async () => {
    await revisionsOf(page).nth(4).getByRole('checkbox').check()
    await revisionsOf(page).nth(3).getByRole('checkbox').check()
    await page.getByRole('button', { name: '比较勾选的两个修订' }).click()
    await expect(drawer.getByText('装设接地线后逐根核对编号，发现并纠正了一处错位。')).toBeVisible()
    await expect(drawer.getByRole('status').filter({ hasText: '1 处不同' })).toBeVisible()
    await page.keyboard.press('Escape')
  })
})

test('a masked copy is told apart, and is not brought back', async ({ home, openApp, page }) => {
  await openApp()
  await makeLibrary(page, '修订资料库', '城东供电公司')
  await withCore(page, async (core) => {
    const { id } = await core.records.create({ type: 'case', content: { title, authors: ['张三丰'], summary: '联系电话13812345678' } })
    const { jobId } = await core.packages.make({ ids: [id], title: '接地线', to: join(home, '接地线.lfpkg'), recipient: { unit: '城西供电公司', libraryId: null }, masking: {} })
    await expect.poll(async () => (await core.jobs.get({ id: jobId })).state).toBe('done')
  })
  await openRecord(page, title)
  await page.getByRole('tab', { name: '修订' }).click()
  await expect(revisionsOf(page).last()).toContainText('掩码副本，发给城西供电公司')
  await look(page, 'revisions-7-masked')
  await revisionsOf(page).last().getByRole('button').click()
  const drawer = page.getByRole('dialog', { name: `比较修订：${title}` })
  await expect(drawer.getByText('138****5678')).toBeVisible()
  await expect(drawer.getByRole('button', { name: '恢复到这个修订' })).toBeHidden()
  await look(page, 'revisions-8-masked-compare')
})

test('an edit that could not be saved is told, kept and offered again', async ({ home, openApp, page }) => {
  await openApp()
  await makeLibrary(page, '写不进的资料库', '城东供电公司')
  const { inTheWay } = await makePinned(page, home)
  const written = '改过的标题'

  await test.step('what the library does not take is told where it was written', async () => {
    await openRecord(page, '原来的标题')
    await page.keyboard.press('e')
    await page.getByRole('textbox', { name: '标题' }).fill(written)
    await expect(page.getByText('刚才的修改没有保存')).toBeVisible()
    await expect(page.getByText(/关闭窗口也不会丢/)).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: '未能保存' })).toBeVisible()
    await look(page, 'failed-save-1')
  })

  await test.step('after a restart the app leads to it', async () => {
    await restart(page, openApp)
    await expect(page.getByText(/有 1 处上次没能保存的修改/)).toBeVisible()
    await look(page, 'failed-save-2-banner')
    await page.getByRole('button', { name: written }).click()
    await expect(page.getByText(/没有保存的修改。/)).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: '原来的标题' })).toBeVisible()
    await look(page, 'failed-save-3-offer')
    await page.getByRole('button', { name: '对照' }).click()
    await expect(page.getByRole('dialog', { name: /对照没有保存的修改/ }).locator('ins').filter({ hasText: '改过' })).toBeVisible()
    await look(page, 'failed-save-4-compare')
    await page.keyboard.press('Escape')
  })

  await test.step('recovered, it is saved as soon as that works', async () => {
    await page.getByRole('button', { name: '恢复修改' }).click()
    await expect(page.getByRole('heading', { level: 1, name: written })).toBeVisible()
    await expect(page.getByText('刚才的修改没有保存')).toBeVisible()
    await rm(inTheWay)
    await page.getByRole('button', { name: '再试' }).click()
    await expectSaved(page)
    await expect(page.getByText('刚才的修改没有保存')).toBeHidden()
    await openApp()
    await openRecord(page, written)
    await expect(page.getByText(/没有保存的修改/)).toBeHidden()
  })
})

test('edits that several could not save are offered one after another', async ({ home, openApp, page }) => {
  await openApp()
  await makeLibrary(page, '写不进的资料库', '城东供电公司')
  const { id, base, inTheWay } = await makePinned(page, home)
  await withCore(page, async (core) => {
    for (const changes of [{ summary: '上次写的摘要' }, { title: '这次改的标题' }]) {
      await expect(core.records.save({ id, base, changes })).rejects.toMatchObject({ code: 'store_write_failed' })
    }
  })

  await test.step('after a restart each is listed', async () => {
    await restart(page, openApp)
    await expect(page.getByText(/有 2 处上次没能保存的修改/)).toBeVisible()
    await expect(page.getByRole('button', { name: '原来的标题', exact: true })).toBeVisible()
    await look(page, 'several-1-banner')
  })

  await test.step('the record offers the latest, then the one before', async () => {
    await page.getByRole('button', { name: '这次改的标题' }).click()
    await expect(page.getByText(/此后还有 1 处更早的没有保存的修改/)).toBeVisible()
    await look(page, 'several-2-offer')
    await rm(inTheWay)
    await page.getByRole('button', { name: '恢复修改' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '这次改的标题' })).toBeVisible()
    await expectSaved(page)
    await page.getByRole('button', { name: '对照' }).click()
    await expect(page.getByRole('dialog', { name: /对照没有保存的修改/ }).locator('ins').filter({ hasText: '上次写' })).toBeVisible()
    await page.keyboard.press('Escape')
    await look(page, 'several-3-next')
  })

  await test.step('one whose file can not be removed stays on offer, and says why', async () => {
    const offer = page.getByText(/没有保存的修改/)
    const kept = (await readdir(home, { recursive: true })).find((path) => path.includes('recovery') && path.endsWith('.json')) ?? ''
    await rm(join(home, kept))
    await mkdir(join(home, kept))
    await page.getByRole('button', { name: '丢弃' }).click()
    await expect(page.getByText('没有丢弃修改')).toBeVisible()
    await expect(offer).toBeVisible()
    await look(page, 'several-4-not-discarded')
    await rmdir(join(home, kept))
    await page.getByRole('button', { name: '丢弃' }).click()
    await expect(offer).toBeHidden()
    await openApp()
    await openRecord(page, '这次改的标题')
    await expect(page.getByText(/没有保存的修改|没能保存/)).toBeHidden()
  })
})

test('a product that could not be created is told, kept and offered again', async ({ home, openApp, page }) => {
  await openApp()
  await makeLibrary(page, '拔掉的资料库', '城东供电公司')
  await withCore(page, async (core) => core.records.create({ type: 'case', content: { title: '作来源的案例' } }))
  const found = (await readdir(home, { recursive: true })).find((path) => path.endsWith('library.json') && !path.includes('history')) ?? ''
  const library = join(home, dirname(found))
  const name = '倒闸操作“双确认”标准作业包'
  const banner = page.getByText(/有 1 个条目没能新建/)

  await test.step('what was filled in stays, and is kept', async () => {
    await page.getByRole('link', { name: '产品' }).click()
    await page.getByRole('button', { name: '新建产品' }).first().click()
    await page.getByRole('textbox', { name: '名称' }).fill(name)
    await page.getByRole('dialog').getByText('作来源的案例').click()
    await rename(library, `${library}.away`)
    await writeFile(library, 'a drive that is gone')
    await page.getByRole('dialog').getByRole('button', { name: '新建产品' }).click()
    await expect(page.getByText('没有新建产品')).toBeVisible()
    await expect(page.getByText(/名称和来源另存了一份/)).toBeVisible()
    await look(page, 'creation-1-failed')
    await page.getByRole('dialog').getByRole('button', { name: /取\s*消/ }).click()
    await expect(banner).toBeVisible()
  })

  await test.step('after a restart it is offered', async () => {
    await rm(library)
    await rename(`${library}.away`, library)
    await restart(page, openApp)
    await expect(banner).toBeVisible()
    await look(page, 'creation-2-banner')
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole('dialog', { name: '没能新建的产品' })).toContainText(name)
    await look(page, 'creation-3-dialog')
  })

  await test.step('created, it has its name and its source, and is offered no more', async () => {
    await page.getByRole('dialog').getByRole('button', { name: /新\s*建/ }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('complementary', { name: '来源', exact: true }).getByRole('tab', { name: '案例 作来源的案例' })).toBeVisible()
    await expect(banner).toBeHidden()
    await look(page, 'creation-4-created')
  })

  await test.step('discarded, it is gone', async () => {
    await rename(library, `${library}.away`)
    await writeFile(library, 'a drive that is gone')
    await withCore(page, async (core) => expect(core.products.create({ title: '不要的', sources: [] })).rejects.toBeDefined())
    await rm(library)
    await rename(`${library}.away`, library)
    await page.getByRole('button', { name: '不要的' }).click()
    await page.getByRole('dialog').getByRole('button', { name: /丢\s*弃/ }).click()
    await expect(banner).toBeHidden()
  })
})
