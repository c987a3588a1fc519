/** The fields of a type and of a library in a Word file, and what is read of them again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { customFieldsOf, type CustomField } from '#shared/model/customFields'
import { recordTypes } from '#shared/model/recordTypes'
import { packageFaults } from '../../../../tests/fixtures/docx/checkPackage'
import { readBuilt, show } from '../../../../tests/fixtures/docx/readBuilt'
import { writeContent } from '../../../../tests/fixtures/docx/writtenDocx'
import { paragraph } from '../../../../tests/support/records'
import { readFieldForm } from '../readers/structure/fieldForm'

const types: CustomField['types'] = ['case', 'tool', 'meeting']
const customFields: CustomField[] = [
  { key: 'voltage', title: '电压等级', kind: 'choice', types, options: ['110 kV', '220 kV'] },
  { key: 'outage', title: '停电时长', kind: 'number', types, unit: '小时' },
  { key: 'seen', title: '发现日期', kind: 'date', types },
  { key: 'live', title: '带电作业', kind: 'flag', types },
  { key: 'tools', title: '用具', kind: 'words', types },
  { key: 'kinds', title: '情形', kind: 'choices', types, options: ['雷雨', '夜间'] },
  { key: 'owner', title: '作者', kind: 'text', types },
  { key: 'lines', title: '涉及线路', kind: 'rows', types, columns: [{ key: 'name', title: '线路', kind: 'text' }, { key: 'level', title: '长度', kind: 'number', unit: 'km' }] },
]
const body = { version: 1 as const, preamble: [], sections: [{ id: 's1', key: 'measures', title: '主要做法', blocks: [paragraph('逐根报号。')] }] }
const custom = { voltage: '220 kV', outage: 7.8, seen: '2026-03', live: true, tools: ['验电器', '绝缘手套'], lines: [{ id: 'r1', name: '栖云线', level: 12 }] }

const written = async (content: Parameters<typeof writeContent>[0], language: 'zh-CN' | 'en' = 'zh-CN') => {
  const { bytes } = await writeContent(content, { language, customFields })
  expect(await packageFaults(bytes)).toEqual([])
  return readBuilt(Buffer.from(bytes), { type: content.type === 'tool' ? 'tool' : 'case' })
}

describe('the fields of a record in a Word file', () => {
  it('stand as a form at the head, tables among them as sections at the end; what says nothing is left out', async () => {
    const document = await written({ type: 'case', body, custom, fields: { polarity: 'negative', promotion: '全部变电站\n和开关站' } })
    expect(show(document)).toEqual([
      '[table]', '性质 | 反面', '推广价值 | 全部变电站/和开关站', '电压等级 | 220 kV', '停电时长 | 7.8 小时', '发现日期 | 2026年3月', '带电作业 | 是', '用具 | 验电器　绝缘手套',
      '= measures|主要做法', '逐根报号。', '= none|涉及线路', '[table]', '线路 | 长度', '栖云线 | 12 km',
    ])
  })

  it('are named in the language of the document', async () => {
    expect(show(await written({ type: 'tool', body, fields: { kind: 'checklist', owner: '运检部' } }, 'en')).slice(0, 3)).toEqual(['[table]', 'Kind | Checklist', 'Owner | 运检部'])
  })

  it('of a meeting keep their tables, with dates and ticks as people write them', async () => {
    const document = await written({ type: 'meeting', body, fields: { outcomes: [{ id: 'o1', what: '修订清单', who: '李明', due: '2026-12-01', isDone: true }] } })
    expect(show(document).slice(2)).toEqual(['= none|成果与跟进', '[table]', '事项 | 责任人 | 期限 | 完成', '修订清单 | 李明 | 2026年12月1日 | 是'])
  })

  it('do not stand for what the lines above them say', async () => {
    const document = await written({ type: 'case', title: '接地线核对', authors: ['沈屹舟'], unit: '运维中心', body, custom: { owner: '王强' } })
    expect(document).toMatchObject({ title: '接地线核对', authors: ['沈屹舟'], unit: '运维中心' })
  })
})

/** No file holds a zero that is less than nothing. */
const asInJson = (value: number): number => (value === 0 ? 0 : value)

describe('the form at the head, read again', () => {
  const definitions = customFieldsOf({ customFields }, 'case')

  it('gives each field its value, in either language, and is gone where all of it was read', async () => {
    const text = fc.string({ minLength: 1, maxLength: 20, unit: fc.constantFrom('先', '验', '电', '后', '地', 'A', 'B', ' ', '1') }).map((value) => value.trim()).filter((value) => value !== '')
    const values = fc.record({
      voltage: fc.constantFrom('110 kV', '220 kV'), outage: fc.double({ noNaN: true, noDefaultInfinity: true }).map(asInJson), seen: fc.constantFrom('2025', '2025-07', '2025-07-14'), live: fc.constant(true),
      tools: fc.uniqueArray(fc.constantFrom('验电器', '绝缘手套', '接地线'), { minLength: 1 }), kinds: fc.uniqueArray(fc.constantFrom('雷雨', '夜间'), { minLength: 1 }), owner: text,
    }, { requiredKeys: ['voltage'] })
    await fc.assert(fc.asyncProperty(values, text, fc.constantFrom('zh-CN' as const, 'en' as const), async (given, promotion, language) => {
      const document = await written({ type: 'case', body, custom: given, fields: { polarity: 'positive', promotion } }, language)
      const own = readFieldForm(document.body, recordTypes.case.fields)
      const read = readFieldForm(own.body, definitions)
      expect([own.values, read.values]).toEqual([{ polarity: 'positive', promotion }, given])
      expect(read.body.preamble).toEqual([])
    }), { numRuns: 25 })
  })

  it('keeps the rows that are no field, or whose value the field can not have', async () => {
    const document = await written({ type: 'case', body, custom: { voltage: '35 kV', outage: 3 }, fields: { polarity: 'positive' } })
    const { values, body: left } = readFieldForm(document.body, definitions)
    expect(values).toEqual({ outage: 3 })
    expect(show({ ...document, body: left }).slice(0, 3)).toEqual(['[table]', '性质 | 正面', '电压等级 | 35 kV'])
  })

  it.each<[string, Block]>([
    ['a mark', { type: 'paragraph', id: 'p1', inlines: [{ type: 'text', text: '沈屹舟', marks: ['bold'] }] }],
    ['a picture', { type: 'paragraph', id: 'p1', inlines: [{ type: 'text', text: '沈屹舟' }, { type: 'image', attachment: 'a'.repeat(64), alt: '' }] }],
    ['a footnote', { type: 'paragraph', id: 'p1', inlines: [{ type: 'text', text: '沈屹舟' }, { type: 'footnote', id: 'f1', inlines: [{ type: 'text', text: '已调离' }] }] }],
    ['a list', { type: 'listItem', id: 'p1', list: 'bullet', level: 0, inlines: [{ type: 'text', text: '沈屹舟' }] }],
  ])('keeps a row whose value would lose %s', (_, value) => {
    const row = (...blocks: Block[]) => ({ cells: [{ blocks: [paragraph('作者')] }, { blocks }] })
    const form = (...blocks: Block[]): Body => ({ ...body, preamble: [{ type: 'table', id: 't1', rows: [row(...blocks)] }] })
    const rich = form(value)
    expect(readFieldForm(rich, definitions)).toEqual({ values: {}, body: rich })
    expect(readFieldForm(form(paragraph('沈屹舟')), definitions).values).toEqual({ owner: '沈屹舟' })
  })
})
