/** Copies of a tool that changed between them, as sheets. */
import { expect, it } from 'vitest'
import { copyFormat, FilledCopy } from '#shared/model/forms/copy'
import { newId } from '#shared/model/ids'
import { copySheets } from './workbook'

const [toolId, at] = [newId(), '2026-11-29T08:00:00.000Z']

const copyOf = (title: string, form: readonly object[], values: FilledCopy['values'], formulas: readonly object[] = [], results: FilledCopy['results'] = {}): FilledCopy => FilledCopy.parse({
  format: copyFormat, id: newId(), toolId, tool: { number: 'YW1-G-2026-0001', title: '清单', revisionId: 'a'.repeat(64) }, title, form, formulas, values, results,
  state: 'open', by: { name: '李静', unit: '运维一班' }, startedAt: at, savedAt: at,
})

const rowsOf = (copies: readonly FilledCopy[]) => copySheets(copies, '汇总', 'zh-CN').map(({ name, head, rows }) => ({
  name, head, rows: rows.map((row) => row.map((cell) => (cell.kind === 'text' ? cell.text : cell.kind === 'number' ? cell.number : cell.date))),
}))

it('has a table once for each set of columns, with the rows of the copies that have them', () => {
  const wires = (columns: string[]) => [{ id: 'wires', title: '接地线', kind: 'rows', columns }]
  const [first, second] = [copyOf('一', wires(['编号', '位置']), { wires: [{ id: 'w1', c1: 'J-07', c2: '132' }] }), copyOf('二', wires(['位置', '编号']), { wires: [{ id: 'w1', c1: '133', c2: 'J-08' }] })]
  expect(rowsOf([first, second, first]).slice(1)).toEqual([
    { name: '接地线', head: ['填写件', '编号', '位置'], rows: [['一', 'J-07', '132'], ['一', 'J-07', '132']] },
    { name: '接地线', head: ['填写件', '位置', '编号'], rows: [['二', '133', 'J-08']] },
  ])
})

it('has a column for each unit and kind that a field or formula had, each value under its own', () => {
  const length = (unit: string) => [{ id: 'length', title: '长度', kind: 'number', unit }]
  const twice = (unit: string) => [{ id: 'twice', title: '两倍', expression: '长度 × 2', unit }]
  const copies = [copyOf('一', length('m'), { length: 1200 }, twice('m'), { twice: 2400 }), copyOf('二', length('km'), { length: 1.2 }, twice('km'), { twice: 2.4 }), copyOf('三', [{ id: 'length', title: '长度', kind: 'text' }], { length: '很长' })]
  const [sheet] = rowsOf(copies)
  expect(sheet?.head.slice(6)).toEqual(['长度（m）', '长度（km）', '长度', '两倍（m）', '两倍（km）'])
  expect(sheet?.rows.map((row) => row.slice(6))).toEqual([[1200, '', '', 2400, ''], ['', 1.2, '', '', 2.4], ['', '', '很长', '', '']])
})
