/** Presenting in a real browser: the audience's window by keys, pointer and a reload, the presenter's beside it, a rehearsal, and what can go wrong. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { CoreClient } from '#shared/contract/contract'
import type { DocumentSource } from '#shared/contract/documents'
import type { Block } from '#shared/model/body/blocks'
import { newSection } from '#shared/model/body/body'
import { rowsOf } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { buildPng } from '../fixtures/docx/png'
import { withCore } from './support/coreOf'
import { makeLibrary } from './support/makeLibrary'
import { openSample } from './support/openList'
import { line } from './support/products'
import { expect, look, screenshot, skipWithoutBrowser, test } from './support/test'

skipWithoutBrowser()

const meetingTitle = '第四季度管理经验交流会'

const listItem = (text: string, level = 0): Block => ({ type: 'listItem', id: newBlockId(), list: 'number', level, inlines: [{ type: 'text', text }] })
const cell = (text: string, isHead: boolean) => ({ ...isHead && { header: 'column' as const }, blocks: [line(text)] })
const table = (rows: readonly (readonly string[])[]): Block =>
  ({ type: 'table', id: newBlockId(), caption: '拆除前核对步骤', rows: rows.map((row, index) => ({ cells: row.map((text) => cell(text, index === 0)) })) })

const makeCase = async (core: CoreClient, picture: string): Promise<{ recordId: string; revisionId: string; title: string }> => {
  const { sha256, ...rest } = await core.attachments.add({ path: picture })
  const title = '接地线“一线一码”全流程管理'
  const { id, revision } = await core.records.create({
    type: 'case', content: {
      title, unit: '运维一班', date: '2026-03-18', summary: '编号由纸签改为激光刻码，扫码比对后才能进入下一步。', attachments: [{ sha256, ...rest }],
      fields: { results: [
        { id: 'r1', indicator: '编号不符', unit: '次/千票', before: '4.7', after: '0.8', evidence: [] }, { id: 'r2', indicator: '返工', unit: '次/千票', before: '2.1', after: '1.2', evidence: [] },
      ] },
      body: { version: 1, preamble: [], sections: [
        newSection('background', '背景', [line('两条线路同日检修，地线交叉使用。3 月 18 日夜里，操作到第 12 项，柜里只有五根。')]),
        newSection('measures', '主要做法', [
          line('监护人持操作票站在地线悬挂点，操作人在工具柜旁逐根报号。'), listItem('号：激光刻码，扫码读出'), listItem('点：监护人站在悬挂点'), listItem('票：操作票第 12 项'),
          { type: 'image', id: newBlockId(), attachment: sha256, alt: '工具柜', caption: '图 1　工具柜与扫码枪' },
          table([['序号', '步骤', '标准'], ...['核对操作票与模拟图', '工器具与地线清点', '现场验电', '两人分离核对', '终结与回收'].map((text, index) => [String(index + 1), text, '双重名称、编号、拉合方向三项一致，双方签名'])]),
        ]),
      ] },
    },
  })
  return { recordId: id, revisionId: revision.id, title }
}

/** A meeting of three items, the second of a restricted record. */
const makeMeeting = async (core: CoreClient, picture: string): Promise<string> => {
  const first = await makeCase(core, picture)
  const title = '先通后复的失败尝试'
  const second = await core.records.create({ type: 'case', content: { title, confidentiality: 'restricted', body: { version: 1, preamble: [], sections: [newSection('background', '背景', [line('倒闸后半段改由值班负责人复诵。')])] } } })
  const agenda = [
    { id: 'item1', kind: 'talk', time: '9:15', minutes: 35, title: '一线一码', presenter: '陈立', records: [first] },
    { id: 'item2', kind: 'talk', minutes: 30, title: '先通后复', presenter: '李静', records: [{ recordId: second.id, revisionId: second.revision.id, title }] },
    { id: 'item3', kind: 'break', minutes: 15, title: '茶歇' }, { id: 'item4', kind: 'discussion', minutes: 40, title: '分组讨论' },
  ]
  return (await core.records.create({ type: 'meeting', content: { title: meetingTitle, date: '2026-12-01', place: '三楼会议室', fields: { host: '省公司', agenda } } })).id
}

const addressOf = (page: Page, part: 'present' | 'presenter', source: DocumentSource): string => `${new URL(page.url()).origin}/#/${part}?source=${encodeURIComponent(JSON.stringify(source))}`

const told = (page: Page, number: number, total: number) => page.getByRole('status').filter({ hasText: `第 ${String(number)} 张，共 ${String(total)} 张` })
const slideOf = (page: Page) => page.getByRole('main').getByRole('article').first()

/** Nothing that a slide shows reaches beyond it. */
const expectWithin = async (page: Page, what: string): Promise<void> => {
  const beyond = await slideOf(page).evaluate((sheet) => {
    const edge = sheet.getBoundingClientRect()
    return [...sheet.querySelectorAll('h2, p, td, th, img, figcaption')].filter((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1
    }).map((element) => element.outerHTML.slice(0, 80))
  })
  expect(beyond, what).toEqual([])
}

test('a meeting is presented, with the presenter\'s own view beside it', async ({ openApp, page, context, home }) => {
  const picture = join(home, '工具柜.png')
  await writeFile(picture, buildPng(1600, 900, 3))
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')
  const { id, slides } = await withCore(page, async (core) => {
    const meeting = await makeMeeting(core, picture)
    return { id: meeting, slides: (await core.documents.deck({ source: { kind: 'meeting', id: meeting, part: 'handbook' } })).deck.slides }
  })
  const total = slides.length
  const numberOf = (layout: string): number => slides.findIndex((slide) => slide.layout === layout) + 1
  const firstOf = (item: string): number => slides.findIndex(({ itemId }) => itemId === item) + 1
  const address = addressOf(page, 'present', { kind: 'meeting', id, part: 'handbook' })

  await test.step('it waits with its cover and says who may see it', async () => {
    await page.goto(address)
    await expect(page.getByText('按任意键开始').last()).toBeVisible()
    await expect(page.getByText(/含 1 条受控条目/)).toBeVisible()
    await expect(slideOf(page).getByRole('heading', { name: meetingTitle })).toBeVisible()
    await look(page, 'presenting-1-waiting')
  })

  await test.step('any key begins, and every slide stays within its edges', async () => {
    await page.setViewportSize({ width: 1920, height: 1080 })
    await page.keyboard.press('x')
    for (let number = 1; number <= total; number += 1) {
      await expect(told(page, number, total)).toBeAttached()
      await expectWithin(page, `slide ${String(number)}`)
      await screenshot(page, `presenting-2-slide-${String(number)}`)
      await page.keyboard.press(['ArrowRight', ' ', 'PageDown', 'n', 'Enter', 'ArrowDown'][number % 6] ?? 'n')
    }
    await expect(page.getByText('放映结束').last()).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Backspace')
    await expect(told(page, total, total)).toBeAttached()
  })

  await test.step('pictures, tables and charts are there', async () => {
    const showAt = async (number: number): Promise<void> => {
      await page.keyboard.type(String(number))
      await expect(page.getByText(`跳到第 ${String(number)} 张`)).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(told(page, number, total)).toBeAttached()
    }
    await showAt(slides.findIndex((slide) => 'picture' in slide) + 1)
    await expect.poll(() => slideOf(page).getByRole('img', { name: '工具柜' }).evaluate((image) => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1600)
    await showAt(slides.findIndex((slide) => slide.layout === 'table' && slide.itemId === 'item1') + 1)
    await expect(slideOf(page).getByRole('table', { name: '拆除前核对步骤' }).getByRole('columnheader', { name: '步骤' })).toBeVisible()
    await showAt(numberOf('chart'))
    await expect(slideOf(page).getByRole('img', { name: /编号不符：.*4\.7 次\/千票.*0\.8 次\/千票/ })).toBeVisible()
    await look(page, 'presenting-3-chart')
    await showAt(firstOf('item2') + 1)
    await expect(page.getByTitle('这张幻灯片来自受控条目')).toBeVisible()
  })

  await test.step('black, white, first, last, the time and all slides at once', async () => {
    await page.keyboard.press('b')
    await expect(page.getByRole('img', { name: '黑屏' })).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('img', { name: '黑屏' })).toBeHidden()
    await expect(told(page, firstOf('item2') + 1, total)).toBeAttached()
    await page.keyboard.press(',')
    await expect(page.getByRole('img', { name: '白屏' })).toBeVisible()
    await page.keyboard.press('w')
    await page.keyboard.press('End')
    await expect(told(page, total, total)).toBeAttached()
    await page.keyboard.press('Home')
    await expect(told(page, 1, total)).toBeAttached()
    await page.keyboard.press('t')
    await expect(page.getByRole('timer')).toBeVisible()
    await page.keyboard.press('t')
    await expect(page.getByRole('timer')).toBeHidden()
    await page.keyboard.press('Tab')
    const overview = page.getByRole('dialog', { name: '全部幻灯片' })
    await expect(overview.getByRole('button', { name: /^第 1 张/ })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(overview.getByRole('button', { name: /^第 3 张/ })).toBeFocused()
    await look(page, 'presenting-4-overview')
    await page.keyboard.press('Enter')
    await expect(told(page, 3, total)).toBeAttached()
    await expect(overview).toBeHidden()
    await page.keyboard.press('?')
    await expect(page.getByRole('region', { name: '按键说明' })).toBeVisible()
    await look(page, 'presenting-5-keys')
    await page.keyboard.press('?')
  })

  await test.step('a click goes on, one on the left third goes back, and a reload stays', async () => {
    await page.mouse.click(900, 300)
    await expect(told(page, 4, total)).toBeAttached()
    await page.mouse.click(200, 300)
    await expect(told(page, 3, total)).toBeAttached()
    await page.reload()
    await expect(told(page, 3, total)).toBeAttached()
  })

  const opening = context.waitForEvent('page')
  await page.keyboard.press('s')
  const presenter = await opening
  await presenter.setViewportSize({ width: 1440, height: 900 })

  await test.step('the presenter\'s view is where the audience is, and leads', async () => {
    await expect(presenter.getByText('放映窗口已连上')).toBeVisible()
    await expect(told(presenter, 3, total)).toBeAttached()
    const item = firstOf('item1') + 1
    await presenter.keyboard.type(String(item))
    await presenter.keyboard.press('Enter')
    await expect(told(page, item, total)).toBeAttached()
    await expect(presenter.getByText('本节剩余')).toBeVisible()
    await expect(presenter.getByRole('timer')).toHaveText(/^3[45]:\d\d$/)
    await expect(presenter.getByText(/本节 35 分/)).toBeVisible()
    await expect(presenter.getByRole('navigation', { name: '议程' }).getByRole('listitem').filter({ hasText: '一线一码' })).toHaveAttribute('aria-current', 'true')
    await screenshot(presenter, 'presenting-6-presenter')
    await look(presenter, 'presenting-6-presenter')
    await presenter.getByRole('button', { name: '黑屏 B' }).click()
    await expect(page.getByRole('img', { name: '黑屏' })).toBeVisible()
    await presenter.keyboard.press('b')
    await expect(page.getByRole('img', { name: '黑屏' })).toBeHidden()
    await page.keyboard.press('ArrowRight')
    await expect(told(presenter, item + 1, total)).toBeAttached()
    await presenter.getByRole('button', { name: '暂停计时' }).click()
    await expect(presenter.getByText('已暂停')).toBeVisible()
    await presenter.getByRole('button', { name: '继续计时' }).click()
    await presenter.getByRole('navigation', { name: '议程' }).getByRole('button', { name: /分组讨论/ }).click()
    await expect(told(page, firstOf('item4'), total)).toBeAttached()
    await presenter.getByRole('button', { name: '备注放大' }).click()
    await expect(presenter.getByText(/这一张没有备注|40 分/).first()).toBeVisible()
  })

  await test.step('the audience\'s window goes, which is said, and comes back where the presenter is', async () => {
    await page.goto('about:blank')
    await expect(presenter.getByText('放映窗口断开了')).toBeVisible()
    await presenter.keyboard.press('Home')
    await expect(told(presenter, 1, total)).toBeAttached()
    await look(presenter, 'presenting-7-alone')
    await page.goto(address)
    await expect(told(page, 1, total)).toBeAttached()
    await expect(presenter.getByText('放映窗口已连上')).toBeVisible()
  })

  await test.step('the windows take one another\'s part', async () => {
    await presenter.getByRole('button', { name: '交换屏幕' }).click()
    await expect(page.getByText('放映窗口已连上')).toBeVisible()
    await expect(told(presenter, 1, total)).toBeAttached()
    await page.keyboard.press('ArrowRight')
    await expect(told(presenter, 2, total)).toBeAttached()
    await presenter.close()
    await expect(page.getByText('放映窗口断开了')).toBeVisible()
  })
})

test('a rehearsal measures each item, and what cannot be presented says so', async ({ openApp, page, home }) => {
  const picture = join(home, '工具柜.png')
  await writeFile(picture, buildPng(800, 450, 3))
  await openApp()
  await makeLibrary(page, '省公司资料库', '省公司')
  const { id, total } = await withCore(page, async (core) => {
    const meeting = await makeMeeting(core, picture)
    return { id: meeting, total: (await core.documents.deck({ source: { kind: 'meeting', id: meeting, part: 'handbook' } })).deck.slides.length }
  })
  const source: DocumentSource = { kind: 'meeting', id, part: 'handbook' }

  await test.step('each item is measured, and shown beside what was planned', async () => {
    await page.goto(addressOf(page, 'present', source))
    await page.getByRole('button', { name: '排练计时' }).click()
    await expect(page.getByRole('timer')).toContainText('排练')
    await screenshot(page, 'presenting-8-rehearsing')
    for (let number = 1; number <= total; number += 1) await page.keyboard.press('ArrowRight')
    const times = page.getByRole('region', { name: '排练用时' })
    await expect(times.getByRole('row', { name: /一线一码 35:00 00:0\d/ })).toBeVisible()
    await look(page, 'presenting-9-rehearsed')
    await page.getByRole('button', { name: '从头再放' }).click()
    const question = page.getByRole('dialog', { name: '排练用时还没有记到会议里' })
    await expect(question).toBeVisible()
    await screenshot(page, 'presenting-12-not-kept')
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await times.getByRole('button', { name: '记到会议里' }).click()
    await expect(times.getByText('已记到会议里。')).toBeVisible()
    const { content } = await withCore(page, (core) => core.records.get({ id }))
    expect(rowsOf(content.fields.agenda).every(({ rehearsed }) => typeof rehearsed === 'number')).toBe(true)
  })

  await test.step('and it leads back to the meeting', async () => {
    await page.getByRole('button', { name: '从头再放' }).click()
    await expect(page.getByText('按任意键开始').last()).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('main')).toContainText(meetingTitle)
  })

  await test.step('a record alone has its slides where a meeting has its agenda', async () => {
    const record = await withCore(page, async (core) => core.records.create({ type: 'case', content: { title: '班前会三问', body: { version: 1, preamble: [], sections: [newSection('background', '背景', [line('每天三问。')])] } } }))
    await page.goto(addressOf(page, 'presenter', { kind: 'record', id: record.id }))
    await expect(page.getByText('没有放映窗口，只用这块屏')).toBeVisible()
    await page.getByRole('button', { name: '开始' }).click()
    const list = page.getByRole('navigation', { name: '幻灯片' })
    await expect(list.getByRole('listitem').first()).toHaveAttribute('aria-current', 'true')
    await list.getByRole('button', { name: /背景/ }).click()
    await expect(list.getByRole('listitem').filter({ hasText: '背景' })).toHaveAttribute('aria-current', 'true')
    await expect(page.getByText('已用时间')).toBeVisible()
    await look(page, 'presenting-11-record')
  })

  await test.step('what is not here can\'t be presented', async () => {
    await page.goto(addressOf(page, 'present', { kind: 'record', id: '01900000-0000-7000-8000-000000000000' }))
    await expect(page.getByRole('alert').filter({ hasText: '幻灯片没有做好' })).toBeVisible()
    await look(page, 'presenting-10-missing')
  })
})

test('what stands together on slides of the sample library is as large as it was fitted, in its own room', async ({ openApp, page }) => {
  await openApp()
  await openSample(page)
  await page.setViewportSize({ width: 1920, height: 1080 })
  const shown = await withCore(page, async (core) => {
    const rows = await Promise.all((['case', 'product'] as const).map(async (type) => (await core.records.list({ filter: { type, facets: {} }, sort: { by: 'number', descending: true }, offset: 0, limit: 30 })).rows))
    const decks = await Promise.all(rows.flat().map(async ({ id }) => ({ id, slides: (await core.documents.deck({ source: { kind: 'record', id } })).deck.slides })))
    const wanted = (layout: string) => decks.find(({ slides }) => slides.some((slide) => slide.layout === layout))
    return [wanted('textWidePicture'), ...decks.filter(({ slides }) => slides.filter(({ layout }) => layout === 'textTable').length > 1).slice(0, 2)].flatMap((deck) => deck ?? [])
  })
  expect(shown.length).toBeGreaterThan(1)
  for (const [deck, { id, slides }] of shown.entries()) {
    await page.goto(addressOf(page, 'present', { kind: 'record', id }))
    await expect(page.getByText('按任意键开始').last()).toBeVisible()
    await page.keyboard.press('x')
    for (const [index, slide] of slides.entries()) {
      await expect(told(page, index + 1, slides.length)).toBeAttached()
      await expectWithin(page, `${slide.title} ${String(index + 1)}`)
      await screenshot(page, `presenting-13-sample-${String(deck)}-${String(index + 1)}`)
      const { made, over } = await slideOf(page).evaluate((sheet) => {
        const boxes = [...sheet.querySelectorAll('p, table, h2, img')].map((element) => element.getBoundingClientRect())
        // Text keeps some room above and below its letters.
        const meet = (one: DOMRect, other: DOMRect) => Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 3
        return {
          made: [...sheet.querySelectorAll<HTMLElement>('[style*="--fit"]')].map((element) => Number(element.style.getPropertyValue('--fit'))).filter((fit) => fit < 0.95),
          over: boxes.filter((box, at) => boxes.slice(at + 1).some((other) => meet(box, other))).length,
        }
      })
      expect({ made, over }, `${slide.layout} ${slide.title}`).toEqual({ made: [], over: 0 })
      await page.keyboard.press('ArrowRight')
    }
  }
})
