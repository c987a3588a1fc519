import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph, recordContent } from '../../tests/support/records'
import type { FieldDefinition } from './fields'
import { defaultFor, orderTemplates, templateOf, templateParts, usuallyLeftOut } from './template'

const both = (text: string) => ({ 'zh-CN': text, en: text })
const custom: FieldDefinition[] = [
  { key: 'seen', kind: 'date', title: both('发现日期') },
  { key: 'level', kind: 'text', title: both('等级') },
  { key: 'checks', kind: 'rows', title: both('检查'), columns: [{ key: 'what', kind: 'text', title: both('项目') }, { key: 'who', kind: 'text', suggest: 'people', title: both('谁') }] },
]

const source = recordContent({
  type: 'experience', summary: '先验电', field: '变电', tags: ['接地'], confidentiality: 'restricted', authors: ['李明'], date: '2026-03-18',
  fields: { priority: 'red', reviewDate: '2027-03', results: [{ id: 'r1', indicator: '差错', unit: '次', before: '4', after: '0', evidence: ['a'.repeat(64)], note: '半年' }] },
  custom: { seen: '2026-03', level: '一级', checks: [{ id: 'c1', what: '验电', who: '李明' }], later: 1 },
  body: { version: 1, preamble: [paragraph('前言')], sections: [{ id: 's1', key: 'measures', title: '做法', blocks: [paragraph('逐根报号')] }] },
})

describe('a template of a record', () => {
  it('keeps text, words and fields, and leaves out what belongs to one case: measured values, dates, people', () => {
    expect(templateOf(source, custom, new Set(usuallyLeftOut))).toEqual({
      summary: '先验电', field: '变电', tags: ['接地'], confidentiality: 'restricted',
      fields: { priority: 'red', results: [{ id: 'r1', indicator: '差错', unit: '次', before: '', after: '', evidence: [] }] },
      custom: { level: '一级', checks: [{ id: 'c1', what: '验电' }], later: 1 }, body: source.body,
    })
  })

  it('keeps all but evidence where nothing is left out, and of the text only the sections where it is', () => {
    const { fields, custom: kept } = templateOf(source, custom, new Set())
    expect([fields, kept]).toEqual([{ ...source.fields, results: [{ ...source.fields.results?.[0], evidence: [] }] }, source.custom])
    expect(templateOf(source, custom, new Set(['text'])).body).toEqual({ version: 1, preamble: [], sections: [{ id: 's1', key: 'measures', title: '做法', blocks: [] }] })
  })

  it('of a template is that template again, whatever is left out', () => {
    fc.assert(fc.property(fc.subarray([...templateParts]), (parts) => {
      const leftOut = new Set(parts)
      const once = templateOf(source, custom, leftOut)
      expect(templateOf({ ...once, type: 'experience' }, custom, leftOut)).toEqual(once)
    }))
  })
})

describe('templates that are offered', () => {
  const units = [{ name: '公司', children: [{ name: '检修部', children: [{ name: '一班' }] }, { name: '运维部', children: [{ name: '一班' }, { name: '二班' }] }] }]
  const names = ({ fitting, others }: ReturnType<typeof orderTemplates<{ name: string; unit: string }>>) => [fitting, others].map((each) => each.map(({ name }) => name))
  const all = [{ name: '通用', unit: '' }, { name: '公司的', unit: '公司' }, { name: '运维的', unit: '运维部' }, { name: '二班的', unit: '二班' }, { name: '检修的', unit: '检修部' }]

  it('are those of the unit, then of those above it, then of every unit; others behind', () => {
    expect(names(orderTemplates(all, units, '二班'))).toEqual([['二班的', '运维的', '公司的', '通用'], ['检修的']])
  })

  it('of every unit that bears the name fit; where no unit is given, all do', () => {
    expect(names(orderTemplates(all, units, '一班'))).toEqual([['检修的', '公司的', '运维的', '通用'], ['二班的']])
    expect(names(orderTemplates(all, units, ''))).toEqual([['通用', '二班的', '公司的', '检修的', '运维的'], []])
  })

  it('are begun with by the default of the unit, else of the nearest above it, else of every unit', () => {
    const nameFor = (unit: string, without: readonly string[] = []) => defaultFor(all.filter(({ name }) => !without.includes(name)), units, unit)?.name
    expect([nameFor('二班'), nameFor('二班', ['二班的']), nameFor('二班', ['二班的', '运维的', '公司的']), nameFor('别处'), nameFor('')]).toEqual(['二班的', '运维的', '通用', '通用', '通用'])
    expect(nameFor('二班', all.map(({ name }) => name))).toBeUndefined()
  })

  it('are all of them, each once, whatever the tree and the unit', () => {
    const name = fc.constantFrom('', '公司', '检修部', '一班', '别处')
    fc.assert(fc.property(fc.array(fc.record({ name: fc.string(), unit: name })), name, (templates, unit) => {
      const { fitting, others } = orderTemplates(templates, units, unit)
      expect([...fitting, ...others]).toHaveLength(templates.length)
      expect(new Set([...fitting, ...others])).toEqual(new Set(templates))
    }))
  })
})
