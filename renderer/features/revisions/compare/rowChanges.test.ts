import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowChanges } from './rowChanges'

const row = (id: string, action: string) => ({ id, action })

describe('a table that differs', () => {
  it('is told row by row: what changed, came and went', () => {
    const changes = rowChanges({ key: 'fields.steps', before: [row('a', '验电'), row('b', '挂地线'), row('c', '终结')], after: [row('a', '验电'), row('n', '唱票'), row('b', '挂接地线')] })
    expect(changes?.map(({ id, number, wasNumber }) => [id, wasNumber, number])).toEqual([['n', 0, 2], ['b', 2, 3], ['c', 3, 0]])
  })

  it('says which rows stand elsewhere', () => {
    const changes = rowChanges({ key: 'fields.steps', before: [row('a', '一'), row('b', '二')], after: [row('b', '二'), row('a', '一')] })
    expect(changes?.map(({ id, number, wasNumber }) => [id, wasNumber, number])).toEqual([['b', 2, 1], ['a', 1, 2]])
  })

  it('is no table where a value is something else', () => {
    expect(rowChanges({ key: 'fields.aim', before: '旧', after: '新' })).toBeUndefined()
  })

  it('names at least one row of any two tables that differ', () => {
    const table = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), action: fc.constantFrom('一', '二') }), { selector: ({ id }) => id, maxLength: 4 })
    fc.assert(fc.property(table, table, (before, after) => {
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      const changes = rowChanges({ key: 'fields.steps', before, after })
      expect((changes?.length ?? 0) > 0).toBe(!isSame)
    }))
  })
})
