import { describe, expect, it } from 'vitest'
import { isEmptyStep, pastedTable, withTable } from './stepRows'

describe('a table that is pasted into steps', () => {
  it('is told from a text by its tabs', () => {
    expect(pastedTable('一行\n又一行')).toBeUndefined()
    expect(pastedTable('验电\t三相逐相\r\n挂地线\t先接接地端\r\n')).toEqual([['验电', '三相逐相'], ['挂地线', '先接接地端']])
  })

  it('keeps breaks and quotes inside a cell', () => {
    expect(pastedTable('"第一行\n第二行"\t"说""好"""\n三\t四')).toEqual([['第一行\n第二行', '说"好"'], ['三', '四']])
  })

  it('fills cells to the right and down, and adds the rows that are missing', () => {
    const rows = withTable([{ id: 'a', action: '旧', control: '留着' }], { rowId: 'a', column: 'standard' }, [['标准一', '5 分钟', '操作人'], ['标准二', '很久']])
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual({ id: 'a', action: '旧', control: '留着', standard: '标准一', minutes: 5, post: '操作人' })
    expect(rows[1]).toMatchObject({ standard: '标准二', minutes: undefined })
  })
})

it('a row of empty cells is an empty step', () => {
  expect(isEmptyStep({ id: 'a', action: '', tools: [], minutes: undefined })).toBe(true)
  expect(isEmptyStep({ id: 'a', minutes: 0 })).toBe(false)
})
