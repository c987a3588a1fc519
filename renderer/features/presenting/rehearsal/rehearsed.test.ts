import { describe, expect, it } from 'vitest'
import { agendaOf } from '#shared/model/meeting/agenda'
import { rehearsedItems, secondsOf } from './rehearsed'

describe('what a rehearsal took', () => {
  it('is told beside what was planned, for the items that came up', () => {
    const agenda = agendaOf({ date: '2026-12-01', fields: { agenda: [{ id: 'a', title: '一线一码', minutes: 35 }, { id: 'b', title: '茶歇' }, { id: 'c', title: '讨论', minutes: 10 }] } })
    const items = rehearsedItems(agenda, { spent: { a: 61_400, b: 200, '': 9000 }, item: null, since: null })
    expect(items).toEqual([
      { id: 'a', title: '一线一码', planned: 2100, rehearsed: 61 }, { id: 'b', title: '茶歇', planned: null, rehearsed: 0 }, { id: 'c', title: '讨论', planned: 600, rehearsed: null },
    ])
    expect(secondsOf(items)).toEqual({ a: 61, b: 0 })
  })
})
