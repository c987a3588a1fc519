import { describe, expect, it } from 'vitest'
import { fieldLimits, fieldSchema } from '#shared/model/fields'
import { columnsOf, tableField } from './fields'
import { pastedInto } from './pasted'

describe('a table that is pasted', () => {
  it('fills cells to the right and down, and leaves what is there where it says nothing', () => {
    const columns = columnsOf('participants', ['name', 'unit', 'phone', 'isPresent'])
    const { rows, untaken } = pastedInto([{ id: 'a', name: '旧', phone: '1' }], 0, columns, 'name', [['新', '变电', '', '√'], ['李四', '配电', '', '否']])
    expect(rows[0]).toEqual({ id: 'a', name: '新', unit: '变电', phone: '1', isPresent: true })
    expect(rows[1]).toMatchObject({ name: '李四', unit: '配电' })
    expect(rows[1]).not.toHaveProperty('isPresent')
    expect(untaken).toEqual([])
  })

  it('leaves a meeting that can be saved, and tells the cells that are no values of their columns', () => {
    const columns = columnsOf('intentions', ['unit', 'product', 'what', 'who', 'due'])
    const { rows, untaken } = pastedInto([], 0, columns, 'unit', [['运维一班', '一线一码', '全部刻码', '张三', '12月底'], ['', '分段试送'], ['运维二班', '', 'x'.repeat(fieldLimits.text + 1), '', '2026-12-25', '多出的一格']])
    expect(fieldSchema(tableField('intentions')).safeParse(rows).success).toBe(true)
    expect(rows.map(({ id: _id, ...cells }) => cells)).toEqual([{ unit: '运维一班', what: '全部刻码', who: '张三' }, { unit: '运维二班', due: '2026-12-25' }])
    expect(untaken.map(({ row, column, text }) => [row, column?.key, text.slice(0, 5)])).toEqual([[1, 'product', '一线一码'], [1, 'due', '12月底'], [2, 'product', '分段试送'], [3, 'what', 'xxxxx'], [3, undefined, '多出的一格']])
  })

  it('ends where a table can hold no more rows', () => {
    const { rows, untaken } = pastedInto([{ id: 'a' }], 1, columnsOf('participants', ['name']), 'name', Array.from({ length: fieldLimits.rows + 1 }, (_, index) => [`代表${String(index)}`]))
    expect([rows.length, untaken.length]).toEqual([fieldLimits.rows, 2])
  })
})
