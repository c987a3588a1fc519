/** Documents of every source through the contract, as they will look, on the sample library. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentPreview, DocumentSource } from '#shared/contract/documents'
import { toFailure, type Failure } from '#shared/contract/errors'
import { newSection } from '#shared/model/body/body'
import { newId } from '#shared/model/ids'
import type { RecordType } from '#shared/model/recordTypes'
import type { RecordFile } from '#shared/model/record'
import { failureText } from '#shared/text/messages/failureText'
import { meetingOf } from '../../../../../tests/support/meetings'
import { paragraph } from '../../../../../tests/support/records'
import { createTestHome, type TestCore, type TestHome } from '../../../../../tests/support/testCore'
import { readSheets } from '../../../documents/readers/xlsx/readSheets'

let home: TestHome
let client: TestCore['client']
let product: RecordFile
let cases: RecordFile[]
let seal: string

const listed = async (type: RecordType): Promise<RecordFile[]> => {
  const { rows } = await client.records.list({ filter: { type }, sort: { by: 'number', descending: false }, offset: 0, limit: 50 })
  return Promise.all(rows.map(async ({ id }) => client.records.get({ id })))
}

beforeAll(async () => {
  home = await createTestHome()
  ;({ client } = await home.open())
  await client.library.createSample({ path: join(home.home, '示例') })
  cases = await listed('case')
  const [first] = await listed('product')
  if (!first) throw new Error('the sample has no product')
  product = first
  seal = (await client.products.editions({ id: product.id }))[0]?.seal ?? ''
})
afterAll(async () => home.remove())

/** Its parts as lines: what kind, whether on a new page, and the text in it. */
const linesOf = ({ html }: Pick<DocumentPreview, 'html'>): string[] => html.split('\n').map((part) => {
  const [, kind = '', breaks] = /data-part="(\w+)"( data-break)?/.exec(part) ?? []
  return `${kind}${breaks === undefined ? '' : ' ⏎'} ${part.replaceAll(/(?:<\/p>)?<\/t[dh]>/g, ' | ').replaceAll(/<br>|<\/(?:p|h\d|tr|caption)>/g, ' / ').replaceAll(/<[^>]*>/g, '').replaceAll(/(?: \/ )+/g, ' / ').trim()}`
})
const headingsOf = ({ html }: Pick<DocumentPreview, 'html'>): string[] => [...html.matchAll(/<h\d id="[^"]*" data-level="(\d)"[^>]*>(.*?)<\/h\d>/g)].map(([, level = '', text = '']) => `${level} ${text.replaceAll(/<[^>]*>/g, '')}`)

const failureOf = async (call: Promise<unknown>): Promise<Failure | undefined> => toFailure(await call.then(() => undefined, (error: unknown) => error))

const preview = async (source: DocumentSource, look: Parameters<typeof client.documents.preview>[0]['look'] = {}): Promise<DocumentPreview> => {
  const shown = await client.documents.preview({ source, look })
  const folder = process.env.LIANGFANG_PAGES
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true })
    await writeFile(join(folder, `${shown.suggestedName.slice(-24).replaceAll(/[\s/]/g, '_')}-${shown.preset.id}-${shown.preset.page.paper}.html`), `<!doctype html><meta charset="utf-8"><style>${shown.css}\n@page { size: ${shown.page.width}mm ${shown.page.height}mm; margin: ${shown.preset.page.top}mm ${shown.preset.page.right}mm ${shown.preset.page.bottom}mm ${shown.preset.page.left}mm } body{margin:0} section[data-break]{break-before:page} tr,figure{break-inside:avoid}</style><div class="document" lang="zh-CN">${shown.html}</div>`)
  }
  return shown
}

describe('one record', () => {
  it('has its sections numbered as its preset says, and a cover and contents where that has them', async () => {
    const record = cases.find(({ content }) => content.title.includes('短接线')) ?? cases[0]
    if (!record) throw new Error('the sample has no case')
    const source = { kind: 'record' as const, id: record.id }
    const formal = await preview(source)
    expect(formal.preset.id).toBe('official')
    expect(linesOf(formal)[0]).toMatch(new RegExp(`^head ${record.content.title.slice(0, 4)}`))
    expect(headingsOf(formal).filter((line) => line.startsWith('1')).slice(0, 2)).toEqual(['1 一、背景', '1 二、问题与驱动事件'])
    const standard = await preview(source, { presetId: 'workInstruction' })
    expect(linesOf(standard).slice(0, 3).map((line) => line.split(' ').slice(0, 2).join(' ').replace(/ [^⏎].*/, ''))).toEqual(['cover', 'contents ⏎', 'head ⏎'])
    expect(headingsOf(standard)[0]).toBe('1 1 背景')
    expect(standard.html).toContain('<p class="entry l1" data-target="h1"><span class="entry-text">1 背景</span>')
    const plain = await preview(source, { presetId: 'plain', paper: 'A5' })
    expect([headingsOf(plain)[0], plain.page, plain.hasPageNumbers]).toEqual(['1 背景', { width: 148, height: 210 }, true])
  })

  it('of every type says what its fields say', async () => {
    const said: [RecordType, string][] = [['experience', '一句话结论'], ['tool', '类别'], ['adoption', '结论'], ['product', '职责分工']]
    for (const [type, expected] of said) {
      const [record] = await listed(type)
      if (!record) throw new Error(`the sample has no ${type}`)
      expect((await preview({ kind: 'record', id: record.id })).html, type).toContain(expected)
    }
  })

  it('that is new keeps its empty headings and says that nothing stands there', async () => {
    const { id } = await client.records.create({ type: 'case', content: { title: '新案例', body: { version: 1, preamble: [], sections: [newSection('background', '背景'), newSection('problem', '问题', [paragraph('有。')])] } } })
    const shown = await preview({ kind: 'record', id })
    expect(linesOf(shown).slice(1)).toEqual(['section 一、背景 / （无） /', 'section 二、问题 / 有。 /'])
    expect(shown.warnings).toEqual([{ code: 'section_empty', count: 1, detail: '背景' }])
  })

  it('is not found where it is not, nor a preset that is none', async () => {
    expect(await failureOf(preview({ kind: 'record', id: newId() }))).toMatchObject({ code: 'not_found' })
    expect(await failureOf(preview({ kind: 'record', id: product.id }, { presetId: 'gone' }))).toMatchObject({ code: 'not_found', data: { kind: 'preset', id: 'gone' } })
  })
})

describe('a compilation', () => {
  it('has a cover, contents, and each record on a new page; what is empty or gone is left out and told', async () => {
    const empty = await client.records.create({ type: 'case', content: { title: '半篇', body: { version: 1, preamble: [], sections: [newSection('background', '背景'), newSection('causes', '原因分析', [paragraph('漏看。')])] } } })
    const [first] = cases
    if (!first) throw new Error('no case')
    const gone = newId()
    const shown = await preview({ kind: 'records', selection: { ids: [first.id, gone, empty.id] }, title: '安全案例汇编' })
    const lines = linesOf(shown)
    expect(lines.slice(0, 2).map((line) => line.split(' / ')[0])).toEqual(['cover 安全案例汇编', expect.stringMatching(/^contents ⏎ 目录/)])
    expect(headingsOf(shown).filter((line) => line.startsWith('1'))).toEqual([`1 一、${first.content.title}`, '1 二、半篇'])
    expect(lines.filter((line) => line.startsWith('head')).every((line) => line.startsWith('head ⏎'))).toBe(true)
    expect(lines.slice(-1)).toEqual(['section （一）原因分析 / 漏看。 /'])
    expect(shown.warnings).toEqual(expect.arrayContaining([{ code: 'record_missing', count: 1, detail: gone }, { code: 'section_empty', count: 1, detail: '背景' }]))
    expect(shown.mark).toBe('内部')
  })

  it('is not found where none of its records is', async () => {
    expect(await failureOf(preview({ kind: 'records', selection: { ids: [newId()] }, title: '空' }))).toMatchObject({ code: 'not_found' })
  })
})

describe('an edition of a product', () => {
  it('is a whole work package with its tools', async () => {
    const shown = await preview({ kind: 'edition', id: product.id, seal, part: 'workPackage' })
    expect(shown.preset.id).toBe('workInstruction')
    expect(headingsOf(shown).filter((line) => line.startsWith('1'))).toEqual([
      '1 变更记录', '1 1 目的', '1 2 范围', '1 3 引用文件', '1 4 术语', '1 5 职责', '1 6 前置条件', '1 7 流程', '1 8 流程图', '1 9 作业步骤', '1 10 验收清单', '1 11 目标指标', '1 12 培训计划', '1 13 执行情况评估',
      '1 附录', '1 附录 A　接地线“一线一码”核对清单',
    ])
    const lines = linesOf(shown)
    expect(lines[0]).toContain('版本 | 第一版')
    expect(lines[0]).toContain('批准 | 简素 | 2026年10月12日')
    expect(lines[1]).toContain('第一版 | 2026年10月12日')
    expect(shown.html).toMatch(/<section data-part="section" data-keep="next">.*作业流程见下图.*\n.*<figure class="flow"><svg/)
    expect(lines.find((line) => /^section.*附录 \//.test(line))).toMatch(/^section 附录/)
    expect(lines.find((line) => line.startsWith('section') && line.includes('9 作业步骤'))).toContain('危险点：带出的线没有号，收工说不清（一般风险） / 控制：无号的线一律不带入现场')
    expect(lines.some((line) => line.includes('□已执行'))).toBe(true)
    expect(shown.header).toContain('第一版')
  })

  it('that is not released says so', async () => {
    const shown = await preview({ kind: 'edition', id: product.id, seal: null, part: 'workPackage' })
    expect([shown.header, linesOf(shown)[0]]).toEqual([expect.stringContaining('草稿，未发布'), expect.stringContaining('草稿，未发布')])
  })

  it('fits a pocket as a checklist, and a wall as a poster', async () => {
    const check = await preview({ kind: 'edition', id: product.id, seal, part: 'checklist' }, { paper: 'A5' })
    expect(check.page).toEqual({ width: 148, height: 210 })
    expect([check.hasPageNumbers, check.preset.pageNumbers]).toEqual([true, 'ofTotal'])
    expect(check.html.match(/□合格/g)).toHaveLength(11)
    await preview({ kind: 'edition', id: product.id, seal, part: 'checklist' })
    const poster = await preview({ kind: 'edition', id: product.id, seal, part: 'poster' })
    expect(linesOf(poster).map((line) => line.split(' ')[0])).toEqual(['banner', 'banner', 'blank', 'banner'])
    expect(poster.preset.sizes.table).toBeGreaterThanOrEqual(10)
  })
})

describe('a meeting', () => {
  it('has a handbook with its agenda, people, the material of each item and the sheets', async () => {
    const [first] = cases
    if (!first) throw new Error('no case')
    const other = { recordId: newId(), revisionId: 'a'.repeat(64), title: '别处的经验' }
    const meeting = await meetingOf(client, [first, product], { others: [other] })
    const shown = await preview({ kind: 'meeting', id: meeting.id, part: 'handbook' })
    expect(headingsOf(shown).filter((line) => line.startsWith('1'))).toEqual([
      '1 一、会议通知', '1 二、参会须知', '1 三、会议议程', '1 四、代表名单及分组', `1 五、${first.content.title}`, `1 六、${product.content.title}`, '1 七、签到表', '1 八、评价表', '1 九、会后推广任务清单',
    ])
    const lines = linesOf(shown)
    expect(lines.find((line) => line.startsWith('section') && line.includes('三、会议议程'))).toMatch(/2026年12月1日（星期二） .*09:10–09:40 \| 交流 1/s)
    expect(lines.find((line) => line.startsWith('section') && line.includes('四、代表名单'))).toContain('第一组')
    expect(lines.find((line) => line.startsWith('head') && line.includes(`六、${product.content.title}`))).toContain('第一版')
    expect(lines.at(-1)).toContain(`采用《${product.content.title}》`)
    expect(shown.warnings).toEqual(expect.arrayContaining([{ code: 'record_missing', count: 1, detail: '别处的经验' }, { code: 'section_empty', count: expect.any(Number), detail: expect.stringContaining('总结') }]))
    const sheet = await preview({ kind: 'meeting', id: meeting.id, part: 'signIn' })
    expect(linesOf(sheet)[1]).toContain('1 | 沈屹舟 | 运维一班')
    expect([sheet.hasPageNumbers, sheet.preset.pageNumbers]).toEqual([true, 'ofTotal'])
  })

  it('asks on paper what its Excel form asks', async () => {
    const [first] = cases
    if (!first) throw new Error('no case')
    const { id } = await meetingOf(client, [first, product])
    const path = join(home.home, 'feedback.xlsx')
    await client.meetings.sheet({ id, sheet: 'feedback', to: path })
    const asked = (await readSheets(path))[0]?.rows.slice(1).map(([question]) => question)
    expect(asked).toContain('交流 2')
    for (const part of ['feedbackForm', 'handbook'] as const) {
      const lines = linesOf(await preview({ kind: 'meeting', id, part }))
      const table = lines.find((line) => line.startsWith('blank') && line.includes('5 分'))?.split(' / ').slice(1).map((row) => row.split(' | ')[0]?.trim()).filter((question) => question !== '')
      expect([...table ?? [], '意见与建议'], part).toEqual(asked)
    }
  })

  it('is none where the record is another, and neither is an edition', async () => {
    const told = async (source: DocumentSource): Promise<string | undefined> => { const failure = await failureOf(preview(source)); return failure && failureText(failure, 'zh-CN').why }
    expect(await told({ kind: 'meeting', id: product.id, part: 'handbook' })).toContain('这个条目不是会议')
    expect(await told({ kind: 'edition', id: cases[0]?.id ?? '', seal: null, part: 'poster' })).toContain('这个条目不是产品')
  })
})
