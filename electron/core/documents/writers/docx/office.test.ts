/** What LibreOffice makes of the files: pages, faces, tables and contents, and that nothing stands outside its page. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compilationPlan, contentsPart, coverPart, flowOf, planOf, posterPlan, sectionPart, tableOf, text, workPackagePlan } from '../../../../../tests/fixtures/docx/samplePlans'
import { beyondPages, converted, office, pdfPages, type PdfPage } from '../../../../../tests/support/office'
import { standardPresets } from '#shared/model/document/standardPresets.data'
import type { DocumentPlan } from '../../plan/plan'
import { writeDocx } from './writeDocx'

const { official, workInstruction, plain } = standardPresets
const pocket = { ...workInstruction, page: { ...workInstruction.page, paper: 'A5' as const, top: 15, bottom: 15, left: 15, right: 15 } }
const longTitle = '一个题目很长'.repeat(34)

const longCover: DocumentPlan = planOf([coverPart({
  title: '变电站接地线挂拆标准化作业指导书',
  values: ['适用范围', '编制依据', '推广单位', '关联成果', '适用条件'].map((label) => ({ label, value: '适用于云亭供电公司所辖 110 kV 及以上变电站的接地线、短接线挂拆及其核对、登记与归柜，其他电压等级参照执行。' })),
}), sectionPart('范围', [text('正文')])], { preset: official })

const plans: Readonly<Record<string, DocumentPlan>> = {
  official: compilationPlan(official, 4), workInstruction: compilationPlan(workInstruction, 4), plain: compilationPlan(plain, 4),
  package: workPackagePlan(workInstruction), pocket: workPackagePlan(pocket), poster: posterPlan(plain),
  long: planOf([coverPart({ title: longTitle }), { kind: 'head', id: 'h', level: 0, newPage: false, title: longTitle, data: [], summary: '', form: null }, sectionPart('流程', []), { kind: 'flow', chart: flowOf(24), caption: '图1 流程' }]),
  cover: longCover, pocketCover: { ...longCover, preset: pocket },
  facts: planOf([{ kind: 'head', id: 'h', level: 0, newPage: false, title: '核对清单', data: ['单位：变电运维中心　　班组：运维一班　　密级：内部', '编号：YT-CS-2026-0137'], summary: '', form: null }], { preset: { ...official, page: { ...official.page, paper: 'A5' } } }),
  filled: planOf([contentsPart, ...Array.from({ length: 3 }, (_, index) => sectionPart('字'.repeat(26 + index), [text('正文')]))], { preset: official }),
  tables: planOf([
    sectionPart('高表', [tableOf([['序号标', '内容'], ...Array.from({ length: 200 }, (_, row) => [String(row), '核对编号'])])]),
    sectionPart('宽表', [tableOf(Array.from({ length: 3 }, (_, row) => Array.from({ length: 60 }, (_each, column) => `${row}${column}`)))]), sectionPart('稀有', [text('𠮷野家😀𠀀')]),
  ]),
}

let folder = ''
const pages = new Map<string, PdfPage[]>()
const textOf = ({ texts }: PdfPage): string => texts.map((each) => each.text).join('').replace(/\s/g, '')
const pagesOf = (name: string): string[] => (pages.get(name) ?? []).map(textOf)

describe.skipIf(office === undefined)('LibreOffice', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liangfang-office-'))
    const paths: string[] = []
    for (const [name, plan] of Object.entries(plans)) {
      paths.push(join(folder, `${name}.docx`))
      await writeFile(join(folder, `${name}.docx`), (await writeDocx(plan)).bytes)
    }
    for (const [index, path] of (await converted(paths, 'pdf', folder)).entries()) pages.set(Object.keys(plans)[index] ?? '', await pdfPages(path))
  })
  afterAll(async () => { await rm(folder, { recursive: true, force: true }) })

  it('shows all text within the pages', () => {
    for (const [name, each] of pages) expect([name, beyondPages(each)]).toEqual([name, []])
  })

  it('has about as many pages as there is text for', () => {
    const counts = Object.fromEntries([...pages].map(([name, { length }]) => [name, length]))
    expect(counts.official).toBeGreaterThan(12)
    expect(counts.official).toBeLessThan(26)
    expect(counts.plain).toBeLessThan(counts.official ?? 0)
    expect(counts.package).toBeGreaterThanOrEqual(5)
    expect(counts.package).toBeLessThan(9)
  })

  it('has all of a cover on one page, however long its values', () => {
    for (const name of ['cover', 'pocketCover']) {
      const [first = '', second = ''] = pagesOf(name)
      expect([name, first.includes('顾长风'), first.split('2026年11月1日').length, second]).toEqual([name, true, 3, expect.stringContaining('正文')])
    }
  })

  it('breaks a line of facts between them alone', () => {
    const lines = new Map<number, string>()
    for (const { text: each, y } of pages.get('facts')?.[0]?.texts ?? []) lines.set(Math.round(y), `${lines.get(Math.round(y)) ?? ''}${each}`)
    const whole = [...lines.values()].map((line) => line.replace(/\s/g, ''))
    for (const fact of ['单位：变电运维中心', '班组：运维一班', '密级：内部']) expect(whole.some((line) => line.includes(fact))).toBe(true)
  })

  it('has no page number alone in a line of the contents', () => {
    const lines = new Map<number, string>()
    for (const { text: each, y } of pages.get('filled')?.[0]?.texts ?? []) lines.set(Math.round(y), `${lines.get(Math.round(y)) ?? ''}${each}`)
    const numbered = [...lines.values()].filter((line) => /\.{2,}\s*\d+$/.test(line))
    expect(numbered).toHaveLength(3)
    for (const line of numbered) expect(line).toContain('字')
  })

  it('begins with the cover, whose date stands in the lower half, and contents whose page numbers are right', () => {
    const [cover] = pages.get('package') ?? []
    const date = cover?.texts.filter((each) => each.text.includes('2026')).reduce((low, each) => (each.y < low.y ? each : low))
    expect(date?.y).toBeLessThan((cover?.height ?? 0) / 3)
    const [, contents = '', ...rest] = pagesOf('official')
    expect(contents).toContain('目录')
    // After the contents, each chapter stands on the page that they name.
    const body = rest.slice(rest.findIndex((page) => page.includes('—1—')))
    for (const [, title = '', number = ''] of [contents, ...rest.slice(0, 2)].join('').matchAll(/[一二三四]、([^.]{6,12})[^.]*?\.{4,}(\d+)/g)) expect([title, body[Number(number) - 1]?.includes(title)]).toEqual([title, true])
  })

  it('repeats the head of a long table on each of its pages', () => {
    const own = pagesOf('tables').filter((page) => page.includes('核对编号'))
    expect(own.length).toBeGreaterThan(3)
    for (const page of own) expect(page).toContain('序号标')
  })

  it('draws every step of a flow chart, on as many pages as it needs', () => {
    const all = pagesOf('long').join('')
    for (const index of [1, 12, 24]) expect(all).toContain(`${index}`)
    expect(all).toContain('三相均无电压')
    expect(all).toContain('结束')
  })

  it('lays the poster on its side', () => {
    for (const { width, height } of pages.get('poster') ?? []) expect(width).toBeGreaterThan(height)
  })
})
