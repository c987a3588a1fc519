import { expect, it } from 'vitest'
import type { StageChange } from '#shared/model/record'
import { reviewRounds } from './reviewRounds'

const step = (move: string): StageChange => ({ move, from: '', to: '', by: { name: '', unit: '' }, at: '2026-11-30T08:00:00.000Z', judged: 'a'.repeat(64) })

it('counts how often a record was submitted since its last release', () => {
  expect(reviewRounds({})).toBe(0)
  expect(reviewRounds({ stageHistory: ['submit', 'reject', 'submit'].map(step) })).toBe(2)
  expect(reviewRounds({ stageHistory: ['submit', 'pilot', 'release', 'revise', 'submit'].map(step) })).toBe(1)
})
