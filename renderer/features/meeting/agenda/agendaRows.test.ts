import { describe, expect, it } from 'vitest'
import { agendaOf } from '#shared/model/meeting/agenda'
import { agendaFrom, draggedMinutes, movedItem, totalMinutes, withMovedRecord } from './agendaRows'

it('an agenda begins with one that fits its day, each item after the one before', () => {
  const items = agendaOf({ date: '2026-12-04', fields: { agenda: agendaFrom('half', (key) => key) } })
  expect([items.length, totalMinutes(items), items[0]?.begins, items.at(-1)?.ends]).toEqual([7, 170, 540, 710])
  expect(agendaOf({ date: '', fields: { agenda: agendaFrom('whole', (key) => key) } }).some(({ overlaps }) => overlaps)).toBe(false)
})

it('a drag makes an item longer in steps of five minutes, or exactly, and never less than one step', () => {
  expect([draggedMinutes(20, 34, false), draggedMinutes(20, 34, true), draggedMinutes(20, -500, false), draggedMinutes(20, 1e9, false)]).toEqual([30, 30, 5, 1440])
})

describe('a record of an item', () => {
  const citation = { recordId: '0190a1b2-0000-7000-8000-000000000001', revisionId: 'a'.repeat(64), title: '地线' }
  it('goes to another, once', () => {
    const moved = withMovedRecord([{ id: 'a', records: [citation] }, { id: 'b' }], citation.recordId, 'a', 'b')
    expect(moved).toEqual([{ id: 'a', records: undefined }, { id: 'b', records: [citation] }])
    expect(withMovedRecord([{ id: 'a', records: [citation] }, { id: 'b', records: [citation] }], citation.recordId, 'a', 'b')[1]).toEqual({ id: 'b', records: [citation] })
  })
  it('stays where there is no other item', () => {
    const rows = [{ id: 'a', records: [citation] }]
    expect(withMovedRecord(rows, citation.recordId, 'a', 'zz')).toBe(rows)
  })
})

describe('an item that is moved', () => {
  const rows = [{ id: 'a', time: '09:00', minutes: 30 }, { id: 'b', minutes: 15 }, { id: 'c', day: '2026-12-05', time: '08:30', minutes: 20 }, { id: 'd', minutes: 20 }]
  const move = (id: string, to: number): unknown[] => {
    const daysOf = (agenda: object) => agendaOf({ date: '2026-12-04', fields: { agenda } })
    return daysOf(movedItem(rows, daysOf(rows).map(({ day }) => day), id, to)).map((item) => [item.id, item.day.slice(-2), item.begins])
  }
  it('leaves the time and the day of the first place to that place', () => {
    expect(move('a', 1)).toEqual([['b', '04', 540], ['a', '04', 555], ['c', '05', 510], ['d', '05', 530]])
    expect(move('b', 0)).toEqual([['b', '04', 540], ['a', '04', 555], ['c', '05', 510], ['d', '05', 530]])
    expect(move('d', 2)).toEqual([['a', '04', 540], ['b', '04', 570], ['d', '05', 510], ['c', '05', 530]])
  })
  it('comes into the day of the item whose place it takes', () => {
    expect(move('a', 3)).toEqual([['b', '04', 540], ['c', '05', 510], ['d', '05', 530], ['a', '05', 550]])
    expect(move('c', 0)).toEqual([['c', '04', 540], ['a', '04', 560], ['b', '04', 590], ['d', '05', 510]])
  })
  it('stays where there is no such place', () => { expect(movedItem(rows, [], 'a', 9)).toBe(rows) })
})
