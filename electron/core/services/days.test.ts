/** Days and partial dates. */
import { expect, it } from 'vitest'
import { daysBetween, daysLater, lastDayOf } from './days'

it('counts a month and a year from their ends, and leaves a day and nothing as they are', () => {
  expect(['2026', '2026-02', '2028-02', '2026-11-24', ''].map(lastDayOf)).toEqual(['2026-12-31', '2026-02-28', '2028-02-29', '2026-11-24', ''])
})

it('counts days over months and years', () => {
  expect([daysLater('2026-12-25', 14), daysLater('2026-03-01', -1)]).toEqual(['2027-01-08', '2026-02-28'])
  expect([daysBetween('2026-02-28', '2026-03-01'), daysBetween('2026-03-01', '2026-02-28'), daysBetween('2026-01-01', '2026-02-31')]).toEqual([1, -1, 61])
})
