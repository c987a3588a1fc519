import { describe, expect, it } from 'vitest'
import { fieldText, fits, type FieldDefinition } from './fields'

const title = { 'zh-CN': '字段', en: 'Field' }
const text: FieldDefinition = { key: 'a', kind: 'text', title }
const rows: FieldDefinition = { key: 'b', kind: 'rows', title, columns: [{ key: 'what', kind: 'text', title }] }

describe('a value that is none of its field', () => {
  it('is told from what the field can show', () => {
    expect([fits(text, '一'), fits(text, undefined), fits(text, 3), fits(text, { a: 1 })]).toEqual([true, true, false, false])
    expect([fits(rows, [{ id: 'r1', what: '一' }]), fits(rows, []), fits(rows, 'x'), fits(rows, [1])]).toEqual([true, true, false, false])
    expect([fits({ key: 'c', kind: 'flag', title }, 'yes'), fits({ key: 'd', kind: 'words', title }, ['一', 2])]).toEqual([false, false])
  })

  it('reads as it stands', () => {
    expect(fieldText(text, { 范围: ['35 kV'] }, 'zh-CN')).toBe('{"范围":["35 kV"]}')
    expect(fieldText(rows, '一张表', 'zh-CN')).toBe('一张表')
    expect(fieldText(rows, [{ id: 'r1', what: '一' }], 'zh-CN')).toBe('一')
  })
})
