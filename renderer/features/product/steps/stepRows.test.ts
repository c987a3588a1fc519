import { describe, expect, it } from 'vitest'
import { pastedTable } from '#renderer/ui/pastedTable'
import { isEmptyStep, minutesIn, withEmptyRows, withSteps, withTable } from './stepRows'

describe('a table that is pasted into steps', () => {
  it('is told from a text by its tabs', () => {
    expect(pastedTable('一行字')).toBeUndefined()
    expect(pastedTable('验电\t三相逐相\r\n挂地线\t先接接地端\r\n')).toEqual([['验电', '三相逐相'], ['挂地线', '先接接地端']])
  })

  it('keeps breaks and quotes inside a cell', () => {
    expect(pastedTable('"第一行\n第二行"\t"说""好"""\n三\t四')).toEqual([['第一行\n第二行', '说"好"'], ['三', '四']])
  })

  it('fills cells to the right and down, and adds the rows that are missing', () => {
    const { rows } = withTable([{ id: 'a', action: '旧', control: '留着' }], { rowId: 'a', column: 'standard' }, [['标准一', '5 分钟', '操作人'], ['标准二', '很久']])
    expect(rows).toHaveLength(2)
    expect(rows[0]).toEqual({ id: 'a', action: '旧', control: '留着', standard: '标准一', minutes: 5, post: '操作人' })
    expect(rows[1]).toMatchObject({ standard: '标准二' })
    expect(rows[1]).not.toHaveProperty('minutes')
  })
})

it('a row of empty cells is an empty step', () => {
  expect(isEmptyStep({ id: 'a', action: '', tools: [], minutes: undefined })).toBe(true)
  expect(isEmptyStep({ id: 'a', minutes: 0 })).toBe(false)
})

describe('what is pasted into steps', () => {
  const rows = [{ id: 'a', action: '旧', standard: '旧标准', minutes: 3 }]

  it('leaves what is there where a cell is empty or its time can not be read, and says which time that is', () => {
    const pasted = withTable(rows, { rowId: 'a', column: 'action' }, [['新', '', '很久'], ['又', '标准', '约 10 分']])
    expect(pasted.rows[0]).toEqual({ id: 'a', action: '新', standard: '旧标准', minutes: 3 })
    expect(pasted.rows[1]).toMatchObject({ action: '又', standard: '标准', minutes: 10 })
    expect(pasted.times).toEqual([{ rowId: 'a', unread: '很久' }, { rowId: pasted.rows[1]?.id, unread: undefined }])
  })

  it('has times as people write them', () => {
    expect(['5', '5 分钟', '约 10 分', '1 小时', '0.5小时左右', '２０', '很久', '5 到 10'].map(minutesIn)).toEqual([5, 5, 10, 60, 30, 20, undefined, undefined])
  })

  it('goes down the column where it is lines without tabs, and into the cell where it is one line', () => {
    expect(pastedTable('验电\n挂地线\n')).toEqual([['验电'], ['挂地线']])
    expect(pastedTable('验电\n')).toBeUndefined()
  })
})

describe('what the chart says of a step', () => {
  const steps = [{ id: 'a', action: '验电' }, { id: 'b', action: '挂地线' }]
  const fields = { steps, flow: [{ id: 'a', decision: '合格？', otherwise: 'b', x: 10, y: 20 }] }

  it('stays while the step is empty, to be written anew', () => {
    const emptied = withSteps(fields, steps, [{ id: 'a', action: undefined }, { id: 'b', action: '挂地线' }])
    expect(emptied.steps).toEqual([{ id: 'b', action: '挂地线' }])
    expect(emptied.flow).toEqual(fields.flow)
  })

  it('goes with the step, and comes back with it', () => {
    const removed = withSteps(fields, steps, steps.slice(1))
    expect(removed.flow).toBeUndefined()
    expect(withSteps(removed, steps.slice(1), steps, fields.flow[0])).toEqual(fields)
  })
})

it('an empty row stays behind the one that it was put behind when the others come from elsewhere', () => {
  const shown = [{ id: 'a', action: '一' }, { id: 'new' }, { id: 'b', action: '二' }]
  expect(withEmptyRows([{ id: 'b', action: '二' }, { id: 'a', action: '一改' }], shown).map(({ id }) => id)).toEqual(['b', 'a', 'new'])
})
