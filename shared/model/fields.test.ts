import { describe, expect, it } from 'vitest'
import { fieldText, fits, rowsOf, withEachRow, withNewRows, type FieldDefinition } from './fields'

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

it('gives rows that another record begins with ids of their own, and leaves all else as it is', () => {
  const values = { rows: [{ id: 'r1', what: '一' }, { id: 'r2', what: '二' }], words: ['一'], kind: 'form', odd: [1, { id: 'r1' }] }
  const own = withNewRows(values)
  expect(own).toEqual({ ...values, rows: [{ id: expect.stringMatching(/^[0-9a-f]{12}$/), what: '一' }, { id: expect.stringMatching(/^[0-9a-f]{12}$/), what: '二' }] })
  expect(new Set(own.rows.map(({ id }) => id)).size).toBe(2)
})

describe('a table that another program wrote', () => {
  const odd = [{ id: 'r1', what: '一' }, { what: '无编号' }, '一行字', null, { id: 7, what: '数' }]

  it('is read row by row: one that has no id goes by its place, and hides no other', () => {
    expect(rowsOf(odd)).toEqual([{ id: 'r1', what: '一' }, { id: 'row-2', what: '无编号' }, { id: 'row-5', what: '数' }])
    expect([undefined, 'x', {}, 3].map(rowsOf)).toEqual([[], [], [], []])
  })

  it('keeps what is no row, and each row that is not changed', () => {
    expect(withEachRow(odd, (row) => (row.id === 'row-2' ? { ...row, what: '二' } : row))).toEqual([odd[0], { id: 'row-2', what: '二' }, '一行字', null, odd[4]])
    expect(withEachRow('x', (row) => row)).toBe('x')
  })
})
