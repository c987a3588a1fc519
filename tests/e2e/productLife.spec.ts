/**
 * The whole life of one product over three libraries: two units have the like practice, it is proposed, compiled, reviewed, piloted and
 * released, taken up in two other libraries, one of which does it differently and one of which can't, reported back and counted once, and
 * released again.
 */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import { newSection, type Body } from '#shared/model/body/body'
import { newBlockId } from '#shared/model/ids'
import { withCore } from './support/coreOf'
import { expectSaved } from './support/editing'
import { makeLibrary } from './support/makeLibrary'
import { openList } from './support/openList'
import { expect, look, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const title = '接地线“号、点、票”三核对作业包'
const practice = '拆除接地线前，操作人在工具柜旁逐根报出空格编号，监护人在悬挂点读出线上编号，号、点、票三者一致后两人会合，再动手拆除。'
const cases = [['运维一班', '接地线编号错位的发现与纠正', ''], ['运维二班', '拆除接地线前两人异地报号', '夜间照明不足时先补光再读号。']] as const

const body = (key: string, heading: string, ...texts: string[]): Body => ({
  version: 1, preamble: [], sections: [newSection(key, heading, texts.filter((text) => text !== '').map((text) => ({ type: 'paragraph', id: newBlockId(), inlines: [{ type: 'text', text }] })))],
})

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name }).first()
const gateOf = (page: Page) => page.getByRole('region', { name: '发布关口' })

const beSomebody = async (page: Page, name: string): Promise<void> => {
  await withCore(page, async (core) => core.app.updateSettings({ profile: { name, unit: '', role: '' } }))
  await expect(button(page, name)).toBeVisible()
}

const save = async (core: CoreClient, id: string, change: (fields: Record<string, unknown>) => Record<string, unknown>): Promise<void> => {
  const { revision, content } = await core.records.get({ id })
  await core.records.save({ id, base: revision.id, changes: { fields: { ...content.fields, ...change(content.fields) } } })
}

const move = async (core: CoreClient, id: string, key: string, reason = ''): Promise<void> => {
  await core.records.move({ id, base: (await core.records.get({ id })).revision.id, move: key, reason })
}

const only = async (core: CoreClient, type: 'product' | 'adoption'): Promise<string> => {
  const { rows } = await core.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 9 })
  return rows[0]?.id ?? ''
}

/** Two published cases of two units. */
const writeCases = async (core: CoreClient): Promise<void> => {
  await core.vocabularies.add({ kind: 'units', names: [...cases.map(([unit]) => unit), '运维三班'] })
  for (const [unit, name, more] of cases) {
    const { id } = await core.records.create({ type: 'case', content: { title: name, unit, authors: ['陈立'], body: body('measures', '主要做法', practice, more) } })
    for (const key of ['submit', 'validate', 'publish']) {
      await core.records.move({ id, base: (await core.records.get({ id })).revision.id, move: key, reason: key === 'validate' ? '样例，免审' : '', override: key === 'validate' })
    }
  }
}

const opensOnly = async (page: Page, file: string): Promise<void> => {
  await page.getByRole('link', { name: '资料包' }).click()
  await page.getByRole('button', { name: '打开资料包…' }).first().click()
  const picker = page.getByRole('dialog', { name: '选择文件' })
  await picker.getByRole('option', { name: file }).click()
  await picker.getByRole('button', { name: /^选择/ }).last().click()
}

const opens = async (page: Page, file: string): Promise<void> => {
  await opensOnly(page, file)
  await page.getByRole('checkbox', { name: /仍然收入/ }).check()
  await page.getByRole('button', { name: /^收入 \d+ 条/ }).click()
  await expect(page.getByRole('heading', { name: /^已收入/ })).toBeVisible()
}

const makes = async (page: Page, home: string, file: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: '打成资料包' })
  await dialog.getByRole('button', { name: '生成资料包' }).click()
  await expect(dialog.getByText('资料包已生成')).toBeVisible()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载' }).click()])
  await download.saveAs(join(home, file))
  await dialog.getByRole('button', { name: '关闭' }).last().click()
}

const openProduct = async (page: Page): Promise<void> => {
  await openList(page, '产品')
  await page.getByRole('row').filter({ hasText: title }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

const showAdoptions = async (page: Page): Promise<void> => page.getByRole('complementary', { name: '关口与信息' }).getByText('推广', { exact: true }).first().click()

/** The edition with the adoption of one unit, for that unit. */
const handsTo = async (page: Page, home: string, unit: string, file: string): Promise<void> => {
  await button(page, '打包给单位…').click()
  const dialog = page.getByRole('dialog', { name: '把第一版打包给单位' })
  for (const other of ['运维二班', '运维三班']) await dialog.getByRole('checkbox', { name: other }).setChecked(other === unit)
  await dialog.getByRole('button', { name: '下一步：打包…' }).click()
  await makes(page, home, file)
}

const reports = async (page: Page, home: string, file: string): Promise<void> => {
  await page.getByRole('button', { name: '推广一览' }).click()
  await expect(page.getByText('1 条推广记录还没有回报给变电运维中心。')).toBeVisible()
  await button(page, '打包回报…').click()
  await makes(page, home, file)
  await expect(page.getByText('1 条推广记录还没有回报给变电运维中心。')).toBeHidden()
}

test('a product goes from two cases over three libraries to its second edition', async ({ openApp, page, home }) => {
  await openApp()
  await makeLibrary(page, '变电运维中心资料库', '变电运维中心')
  await beSomebody(page, '王敏')
  const head = await withCore(page, async (core) => {
    await writeCases(core)
    return (await core.library.current())?.path ?? ''
  })

  await test.step('what two units do alike is offered, and proposed as a product', async () => {
    await openList(page, '产品')
    await expect(page.getByText(/这里存放产品/)).toBeVisible()
    await look(page, 'productLife-0-empty')
    await page.getByRole('button', { name: '可提炼' }).click()
    const card = page.getByRole('region', { name: cases[0][1] }).or(page.getByRole('region', { name: cases[1][1] })).first()
    await expect(card).toContainText('2 个单位有相近做法')
    await look(page, 'productLife-1-candidates')
    await card.getByRole('button', { name: '立项…' }).click()
    const dialog = page.getByRole('dialog', { name: '新建产品' })
    await dialog.getByRole('textbox', { name: '名称' }).fill(title)
    await dialog.getByRole('button', { name: '新建产品' }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await button(page, '开始编制').click()
    await expect(page.getByText('已开始编制')).toBeVisible()
  })
  const productId = await withCore(page, async (core) => only(core, 'product'))

  await test.step('it is compiled, reviewed by another and piloted', async () => {
    await withCore(page, async (core) => {
      const { revision, content } = await core.records.get({ id: productId })
      const [source] = await core.products.sources({ id: productId })
      const cited = source ? [{ recordId: source.recordId, revisionId: source.revisionId, title: source.title }] : []
      const sections = content.body.sections.map((section) => ({ ...section, blocks: body('x', 'x', `${section.title}写好了。`).sections.flatMap(({ blocks }) => blocks) }))
      await core.records.save({
        id: productId, base: revision.id, changes: {
          body: { ...content.body, sections },
          fields: {
            ...content.fields, targets: ['运维二班', '运维三班'], policy: 'mandatory', preparedBy: '王敏', reviewedBy: '李静', approvedBy: '陈立',
            steps: [{ id: 's1', action: '拆除前核对', standard: '号、点、票三者一致', minutes: 6, post: '操作人', hazard: '错拆', likelihood: '3', severity: '5', control: '两人异地报号', sources: cited }],
            acceptance: [{ id: 'a1', item: '报号录音齐全', criterion: '每次操作都有', method: '抽查' }],
          },
        },
      })
    })
    await button(page, '提交审核').click()
    await expect(page.getByText('已提交审核')).toBeVisible()
    await beSomebody(page, '李静')
    await button(page, '转入试点').click()
    await expect(page.getByText('已转入试点')).toBeVisible()
    await showAdoptions(page)
    await button(page, '安排试点…').click()
    const dialog = page.getByRole('dialog', { name: '安排试点：第一版' })
    await dialog.getByRole('treeitem', { name: '运维一班', exact: true }).locator('.ant-tree-checkbox').click()
    await dialog.getByRole('button', { name: '安排 1 个试点' }).click()
    await expect(page.getByText('已安排 1 个单位试点')).toBeVisible()
    await withCore(page, async (core) => {
      const id = await only(core, 'adoption')
      await save(core, id, () => ({ verdict: 'act', actualDate: '2026-11-20', feedback: '多用两分钟，值得。' }))
      await move(core, id, 'begin')
      await move(core, id, 'finish')
    })
  })

  await test.step('the first edition is released and handed to two units', async () => {
    await page.getByRole('complementary', { name: '关口与信息' }).getByText(/^关口/).first().click()
    await expect(gateOf(page).getByRole('button', { name: '发布第一版' })).toBeEnabled()
    await look(page, 'productLife-2-gate')
    await gateOf(page).getByRole('button', { name: '发布第一版' }).click()
    await page.getByRole('dialog', { name: '发布第一版' }).getByRole('button', { name: '盖印，发布第一版' }).click()
    await expect(gateOf(page).getByText('第一版已封存')).toBeVisible()
    await showAdoptions(page)
    await button(page, '安排这些单位…').click()
    const dialog = page.getByRole('dialog', { name: '安排推广：第一版' })
    await expect(dialog.getByText('推广方式：强制')).toBeVisible()
    await dialog.getByRole('button', { name: '安排 2 个单位' }).click()
    await expect(page.getByText('已安排 2 个单位推广')).toBeVisible()
    await button(page, '开始推广').click()
    await expect(page.getByText('已开始推广')).toBeVisible()
    await look(page, 'productLife-3-adoptions')
    await handsTo(page, home, '运维二班', '二班.lfpkg')
    await handsTo(page, home, '运维三班', '三班.lfpkg')
  })

  await test.step('the second unit takes it up, does one step differently, and reports', async () => {
    await withCore(page, async (core) => core.library.create({ path: join(home, '二班'), name: '二班资料库', unit: '运维二班', unitCode: 'YW2' }))
    await opens(page, '二班.lfpkg')
    await openProduct(page)
    await showAdoptions(page)
    await page.getByRole('button', { name: /运维二班/ }).first().click()
    await expect(page.getByText('这一版现行有效。')).toBeVisible()
    await page.keyboard.press('e')
    await button(page, /^记差异：/).click()
    await page.getByRole('textbox', { name: /^本单位：/ }).fill('号、点、票三者一致，夜间先补光再读号')
    await page.getByRole('textbox', { name: /^为什么：/ }).fill('夜间照明不足')
    await page.keyboard.press('Escape')
    await expectSaved(page)
    await expect(page.getByText('1 处差异')).toBeVisible()
    await withCore(page, async (core) => save(core, await only(core, 'adoption'), () => ({
      verdict: 'act', actualDate: '2026-11-25', rating: '5', benefits: [{ id: 'b1', what: '少停电', amount: 3.5, unit: '小时', year: 2026, verifiedBy: '李静' }],
    })))
    await expect(page.getByText('适用并行动')).toBeVisible()
    await button(page, '开始').click()
    await button(page, '记为完成').click()
    await expect(page.getByText('已完成').first()).toBeVisible()
    await look(page, 'productLife-4-adoption')
    await openList(page, '产品')
    await reports(page, home, '二班回报.lfpkg')
  })

  await test.step('the third unit finds that it does not apply there, and reports that', async () => {
    await withCore(page, async (core) => core.library.create({ path: join(home, '三班'), name: '三班资料库', unit: '运维三班', unitCode: 'YW3' }))
    await opens(page, '三班.lfpkg')
    await withCore(page, async (core) => {
      const id = await only(core, 'adoption')
      await save(core, id, () => ({ verdict: 'notApplicable', barrier: '本班不挂接地线' }))
      await move(core, id, 'decline', '本班不挂接地线')
    })
    await openList(page, '产品')
    await reports(page, home, '三班回报.lfpkg')
  })

  await test.step('at home each is counted once, however often it comes', async () => {
    await withCore(page, async (core) => core.library.open({ path: head }))
    for (const file of ['二班回报.lfpkg', '三班回报.lfpkg']) await opens(page, file)
    await opensOnly(page, '二班回报.lfpkg')
    await expect(page.getByRole('row').filter({ hasText: '运维二班' }).filter({ hasText: '相同' })).toBeVisible()
    await openProduct(page)
    await showAdoptions(page)
    const counts = page.locator('dl').filter({ hasText: '不适用' })
    await expect(counts).toContainText(/完成\s*1/)
    await expect(counts).toContainText(/不适用\s*1/)
    await openList(page, '产品')
    await page.getByRole('button', { name: '推广统计' }).click()
    await page.getByRole('tab', { name: '效益' }).click()
    await page.getByText('表', { exact: true }).first().click()
    await expect(page.getByText('3.5').first()).toBeVisible()
    await look(page, 'productLife-5-benefits')
    const figures = await withCore(page, async (core) => ({ coverage: await core.statistics.coverage(), benefits: await core.statistics.benefits() }))
    expect(figures.benefits).toMatchObject([{ unit: '运维二班', year: 2026, measure: '小时', verified: 3.5, unverified: 0 }])
    expect(figures.benefits[0]?.ids).toHaveLength(1)
    expect(figures.coverage.products).toMatchObject([{ id: productId, edition: 1, done: 1 }])
  })

  await test.step('the second edition leaves the adopters of the first behind', async () => {
    await openProduct(page)
    await button(page, '其他操作').click()
    await page.getByRole('menuitem', { name: '退回修改' }).or(page.getByRole('button', { name: '退回修改' })).first().click()
    await page.getByRole('dialog').getByRole('textbox').fill('夜间做法写进标准')
    await page.getByRole('dialog').getByRole('button', { name: '退回修改' }).click()
    await expect(page.getByText('已退回修改')).toBeVisible()
    await withCore(page, async (core) => save(core, productId, (fields) => ({
      steps: (Array.isArray(fields.steps) ? fields.steps : []).map((step: object) => ({ ...step, standard: '号、点、票三者一致；夜间先补光再读号' })),
    })))
    await gateOf(page).getByRole('button', { name: '更多' }).or(gateOf(page).getByRole('button', { name: '其他' })).first().click()
    await page.getByRole('menuitem', { name: '仍然发布第二版…' }).click()
    const dialog = page.getByRole('dialog', { name: /第二版/ })
    await dialog.getByRole('textbox').first().fill('夜间先补光再读号')
    await dialog.getByRole('textbox', { name: /原因/ }).fill('二班的做法已经试用一月')
    await dialog.getByRole('button', { name: /发布第二版/ }).click()
    await expect(gateOf(page).getByText('第二版已封存')).toBeVisible()
    await expect(gateOf(page).getByText('已被取代')).toBeVisible()
    await showAdoptions(page)
    await expect(page.getByText('1 个单位还在用前面的版次')).toBeVisible()
    await look(page, 'productLife-6-second')
    await page.getByRole('button', { name: /运维二班/ }).first().click()
    await expect(page.getByText('第二版已经发布，本单位用的还是第一版。')).toBeVisible()
  })
})
