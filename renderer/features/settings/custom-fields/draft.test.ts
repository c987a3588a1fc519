import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CustomField } from '#shared/model/customFields'
import { draftOf, fieldOf, movedTo, newColumn, newDraft } from './draft'

const base = newDraft(['case'])

describe('a field that is written', () => {
  it('is one once it has what its kind needs, and keeps nothing of another kind', () => {
    expect(fieldOf(base)).toBeUndefined()
    expect(fieldOf({ ...base, title: ' 停电时长 ', kind: 'number', unit: '小时', options: ['多余'] })).toEqual({ key: base.key, title: '停电时长', kind: 'number', types: ['case'], unit: '小时' })
    expect(fieldOf({ ...base, title: '电压', kind: 'choice' })).toBeUndefined()
    expect(fieldOf({ ...base, title: '电压', types: [] })).toBeUndefined()
  })

  it('that is a table needs a column with a name, and leaves out those without', () => {
    const column = { ...newColumn(), title: '线路' }
    expect(fieldOf({ ...base, title: '线路', kind: 'rows' })).toBeUndefined()
    expect(fieldOf({ ...base, title: '线路', kind: 'rows', columns: [column, newColumn()] })?.columns).toEqual([{ key: column.key, title: '线路', kind: 'text' }])
    expect(fieldOf({ ...base, title: '线路', kind: 'rows', columns: [{ ...column, kind: 'choice' }] })).toBeUndefined()
  })

  it('is the same again when it is edited and left as it is', () => {
    const field: CustomField = { key: 'lines', title: '线路', kind: 'rows', types: ['case', 'tool'], columns: [{ key: 'a', title: '等级', kind: 'choice', options: ['110 kV'] }, { key: 'b', title: '长度', kind: 'number', unit: 'km' }] }
    expect(fieldOf(draftOf(field))).toEqual(field)
  })
})

describe('the order of fields', () => {
  it('has each of them once, the moved one where the other stood', () => {
    const fields = ['a', 'b', 'c', 'd'].map((key): CustomField => ({ key, title: key, kind: 'text', types: ['case'] }))
    const key = fc.constantFrom('a', 'b', 'c', 'd')
    fc.assert(fc.property(key, key, (moved, place) => {
      const keys = movedTo(fields, moved, place).map((field) => field.key)
      expect(keys.toSorted()).toEqual(['a', 'b', 'c', 'd'])
      expect(keys.indexOf(moved)).toBe(fields.findIndex((field) => field.key === place))
    }))
  })
})
