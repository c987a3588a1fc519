/** The agenda of a meeting, timed. */
import { describe, expect, it } from 'vitest'
import { agendaOf, minutesOf, timeText } from './agenda'

const agenda = (rows: readonly object[]) => agendaOf({ date: '2026-12-04', fields: { agenda: rows.map((row, index) => ({ id: `r${index}`, ...row })) } })

describe('the agenda', () => {
  it('reads times as people write them', () => {
    expect(['9:00', '09：05', '9点半', '14点20分', '0900', '930', '9:00-9:30', '24:00', '上午9:15', '待定', ''].map(minutesOf)).toEqual([540, 545, 570, 860, 540, 570, 540, 1440, 555, null, null])
    expect([540, 605, 1440].map(timeText)).toEqual(['09:00', '10:05', '00:00'])
  })

  it('lets an item follow the one before, unless it says a time or begins a day', () => {
    const items = agenda([{ time: '9:00', minutes: 15 }, { minutes: 35, questions: 10 }, { time: '9:40', minutes: 10 }, { day: '2026-12-05', minutes: 20 }, { time: '8:30', minutes: 20 }])
    expect(items.map(({ begins, ends }) => [begins, ends])).toEqual([[540, 555], [555, 590], [580, 590], [null, null], [510, 530]])
    expect(items.map(({ overlaps }) => overlaps)).toEqual([false, false, true, false, false])
    expect(items.map(({ day }) => day)).toEqual(['2026-12-04', '2026-12-04', '2026-12-04', '2026-12-05', '2026-12-05'])
  })

  it('takes what rows say that were written before there were kinds, and nothing that no row can say', () => {
    expect(agenda([{ time: '上午', title: ' 开场 ', presenter: '王工', minutes: -4, questions: 9, kind: 'x', records: [{ recordId: 'no' }] }])[0])
      .toMatchObject({ kind: 'talk', title: '开场', presenter: '王工', begins: null, minutes: 0, questions: 0, records: [], rehearsed: null })
  })

  it('tells what was passed over in a rehearsal from what was never rehearsed', () => {
    expect(agenda([{ rehearsed: 0 }, {}]).map(({ rehearsed }) => rehearsed)).toEqual([0, null])
  })
})
