/** Forms: what is missing in a copy, what formulas make of it, what is taken from a tool's text, and how it reads as blocks. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, TableBlock } from '../body/blocks'
import { newSection, type Body } from '../body/body'
import { normaliseBody } from '../body/normalise'
import { fieldSchema } from '../fields'
import { fieldOf } from '../recordTypes'
import { formBlocks } from './formBlocks'
import { FormField, formKinds, formOf, formRows, formulasOf, hasRows, keptForm, keptFormulas, remarkKey } from './form'
import { checksFromColumn, checksFromText, fieldsFromHead, rowsFromHead, tablesIn } from './fromText'
import { resultsOf, resultText } from './results'
import { failsIn, gapsIn, presetValues, progressOf } from './validity'

const field = (id: string, more: Partial<FormField> = {}): FormField => FormField.parse({ id, title: id, ...more })

describe('a copy', () => {
  const form = [
    field('h', { kind: 'heading' }), field('t', { required: true }), field('n', { kind: 'number', min: 1, max: 9 }), field('c', { kind: 'choice', options: ['甲', '乙'] }),
    field('k', { kind: 'check', required: true }), field('r', { kind: 'rows', columns: ['部位', '读数'], required: true }), field('f', { kind: 'flag', required: true }),
  ]

  it('lacks what is required, and says what is no value of its field', () => {
    expect(gapsIn(form, {})).toEqual(['t', 'k', 'r', 'f'].map((fieldId) => ({ fieldId, fault: 'missing' })))
    const values = { t: '好', n: 12, c: '丙', k: 'fail', r: [{ id: '1', c1: 'A 相' }], f: false }
    expect(gapsIn(form, values)).toEqual([
      { fieldId: 'n', fault: 'above' }, { fieldId: 'c', fault: 'wrong' }, { fieldId: 'k', fault: 'remark' }, { fieldId: 'f', fault: 'missing' },
    ])
    expect(gapsIn(form, { ...values, n: 0.5, c: '乙', [remarkKey({ id: 'k' })]: '断股', f: true })).toEqual([{ fieldId: 'n', fault: 'below' }])
    expect(failsIn(form, values)).toBe(1)
    expect(progressOf(form, values)).toEqual({ filled: 6, total: 6 })
  })

  it('begins with presets that are values of their fields', () => {
    expect(presetValues([field('n', { kind: 'number', preset: '1.6' }), field('x', { kind: 'number', preset: '约' }), field('c', { kind: 'choice', options: ['甲'], preset: '甲' }), field('d', { kind: 'date', preset: '明天' })]))
      .toEqual({ n: 1.6, c: '甲' })
  })

  it('is calculated by symbols and titles, options that are numbers among them', () => {
    const inputs = [field('a', { kind: 'number', title: '测温时 电流', symbol: 'I1' }), field('b', { kind: 'choice', title: '截面', options: ['25', '35'] })]
    const formulas = formulasOf({ formulas: [{ id: 'x', title: '密度', expression: 'I1 ÷ 截面', digits: 2 }, { id: 'y', title: '倍', expression: '密度 × 2' }] })
    const results = resultsOf({ form: inputs, formulas }, { a: 410, b: '25' })
    expect(results.get('x')).toEqual({ value: 16.4 })
    expect(results.get('y')).toEqual({ value: 32.8 })
    expect(resultText({ digits: 2 }, 16.4, 'zh-CN')).toBe('16.40')
    expect(resultText({}, 0.1 + 0.2, 'zh-CN')).toBe('0.3')
    expect([resultText({}, true, 'zh-CN'), resultText({}, false, 'en')]).toEqual(['是', 'No'])
    expect(resultsOf({ form: inputs, formulas }, {}).get('y')).toEqual({ problem: { kind: 'notGiven', name: 'I1' } })
  })
})

describe('a form in a tool', () => {
  it('is read from its rows, without what is no field', () => {
    expect(formOf({ form: [{ id: 'a' }, { id: 'b', kind: 'hologram' }, { title: '没有号' }] })).toEqual([{ id: 'row-3', title: '没有号', kind: 'text' }])
    const form = [{ id: 'a' }, { id: 'b', kind: 'hologram', title: '乙' }, { id: 'c', title: '丙' }]
    expect(formRows({ form })).toEqual([{ id: 'a', title: '', kind: 'text' }, { id: 'c', title: '丙', kind: 'text' }])
    expect(formOf({ form })).toEqual([{ id: 'c', title: '丙', kind: 'text' }])
  })

  it('keeps what this version can not read in its place, whatever is changed around it', () => {
    const row = (id: string, kind = 'text') => ({ id, title: id, kind })
    const before = [row('x', 'hologram'), row('a'), row('b'), row('y', 'hologram'), row('c')]
    const known = formRows({ form: before })
    const ids = (next: FormField[]) => keptForm({ form: before }, next)?.map(({ title }) => title).join('')
    expect(ids(known)).toBe('xabyc')
    expect(ids(known.map((field) => (field.id === 'b' ? { ...field, title: 'B' } : field)))).toBe('xaByc')
    expect(ids(known.filter(({ id }) => id !== 'b'))).toBe('xayc')
    expect(ids([...known, FormField.parse(row('d'))])).toBe('xabycd')
    expect(ids([])).toBe('xy')
    expect(keptForm({ form: before }, known)).toEqual(before)
    const twice = [row('a'), row('a', 'hologram'), row('y', 'hologram'), row('a')]
    expect(keptForm({ form: twice }, formRows({ form: twice }))).toHaveLength(4)
    expect(keptForm({ form: [row('a')] }, [])).toBeUndefined()
    const formulas = [{ id: 'f', title: '和', expression: 'a+b' }, { id: 'g', title: '图', expression: { blocks: [] } }]
    expect(keptFormulas({ formulas }, [{ id: 'f', title: '差', expression: 'a-b' }])).toEqual([{ id: 'f', title: '差', expression: 'a-b' }, formulas[1]])
  })

  it('is changed only where it is a list of rows', () => {
    expect([undefined, [], [{ id: 'a', kind: 'hologram' }]].map(hasRows)).toEqual([true, true, true])
    expect(['温度、电流', { rows: [] }, [{ title: '没有号' }]].map(hasRows)).toEqual([false, false, false])
  })

  it('fits the field of the type whatever it says, so that it can be saved', () => {
    const definition = fieldOf('tool', 'form')
    const any = fc.record({ id: fc.string({ minLength: 1, maxLength: 12 }), title: fc.string(), kind: fc.constantFrom(...formKinds) }, { requiredKeys: ['id', 'title', 'kind'] })
    fc.assert(fc.property(fc.array(any, { maxLength: 20 }), (rows) => {
      expect(definition && fieldSchema(definition).safeParse(rows).success).toBe(true)
      expect(formRows({ form: rows })).toHaveLength(rows.length)
    }))
  })
})

const paragraph = (text: string): Block => ({ type: 'paragraph', id: text || 'leer', inlines: [{ type: 'text', text }] })
const tableOf = (rows: string[][]): TableBlock => ({ type: 'table', id: 't', rows: rows.map((row, index) => ({ cells: row.map((text) => ({ ...index === 0 && { header: 'column' as const }, blocks: [paragraph(text)] })) })) })
const bodyOf = (...blocks: Block[]): Body => ({ version: 1, preamble: [], sections: [newSection(null, '填写', blocks)] })

describe('fields out of the text', () => {
  const table = tableOf([['序', '检查内容', '要求', '日期'], ['1', '绞线无断股', '无', ''], ['2', '标签清楚', '能读', '']])

  it('are the head of a table, its rows, or its first column', () => {
    expect(tablesIn(bodyOf(table)).map(({ label }) => label)).toEqual(['序、检查内容、要求、日期'])
    expect(fieldsFromHead(table).map(({ title, kind }) => [title, kind])).toEqual([['检查内容', 'text'], ['要求', 'text'], ['日期', 'date']])
    expect(rowsFromHead(table, '记录')).toMatchObject([{ title: '记录', kind: 'rows', columns: ['检查内容', '要求', '日期'] }])
    expect(checksFromColumn(table).map(({ title, kind }) => [title, kind])).toEqual([['绞线无断股', 'check'], ['标签清楚', 'check']])
  })

  it('are the items to tick below their headings', () => {
    const item = (text: string): Block => ({ type: 'listItem', id: text, list: 'check', level: 0, inlines: [{ type: 'text', text }] })
    const heading: Block = { type: 'heading', id: 'h', level: 1, inlines: [{ type: 'text', text: '装设前' }] }
    expect(checksFromText(bodyOf(heading, item('外观完好'), item('编号一致'))).map(({ title, kind }) => [title, kind])).toEqual([['装设前', 'heading'], ['外观完好', 'check'], ['编号一致', 'check']])
  })
})

describe('fields out of a long text', () => {
  it('have names that can be saved', () => {
    const long = '长'.repeat(3000)
    const table = { ...tableOf([[long, '日期'], [`${long}一`, '']]), caption: long }
    const [found] = tablesIn(bodyOf(table))
    const item: Block = { type: 'listItem', id: 'i', list: 'check', level: 0, inlines: [{ type: 'text', text: long }] }
    const fields = [...fieldsFromHead(table), ...checksFromColumn(table), ...rowsFromHead(table, found?.label ?? ''), ...checksFromText(bodyOf(item))]
    const definition = fieldOf('tool', 'form')
    expect(definition && fieldSchema(definition).safeParse(fields).success).toBe(true)
    expect(fields).toHaveLength(5)
  })
})

describe('a form as blocks', () => {
  it('is a body that can be saved, whatever the fields and values', () => {
    const fields = fc.array(fc.record({ id: fc.string({ minLength: 1, maxLength: 6 }), title: fc.string(), kind: fc.constantFrom(...formKinds), options: fc.array(fc.string()), columns: fc.array(fc.string(), { maxLength: 3 }) }), { maxLength: 12 })
    fc.assert(fc.property(fields, fc.dictionary(fc.string({ minLength: 1, maxLength: 6 }), fc.jsonValue()), fc.boolean(), (raw, values, isEmpty) => {
      const form = raw.map((each) => FormField.parse(each))
      const body = { version: 1 as const, preamble: formBlocks(form, [], 'zh-CN', isEmpty ? undefined : { values, results: {} }), sections: [] }
      expect(normaliseBody(body).preamble).toHaveLength(body.preamble.length)
    }))
  })
})
