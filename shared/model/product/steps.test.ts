import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gradeOf, riskLevel, riskLevels, riskScore, type Grade } from './risk'
import { stepsOf } from './steps'

describe('the steps of a product', () => {
  it('say what their rows say, and nothing where a row says nothing or something odd', () => {
    expect(stepsOf({ steps: [{ id: 's1', action: '验电', minutes: 5, likelihood: '2', severity: '5' }, { id: 's2', minutes: 'five', likelihood: '9', tools: 7 }] })).toEqual([
      { id: 's1', action: '验电', standard: '', minutes: 5, post: '', hazard: '', likelihood: 2, severity: 5, control: '', tools: [], sources: [] },
      { id: 's2', action: '', standard: '', minutes: undefined, post: '', hazard: '', likelihood: undefined, severity: undefined, control: '', tools: [], sources: [] },
    ])
  })

  it('are none where the field holds no rows', () => {
    expect([stepsOf({}), stepsOf({ steps: 'text' }), stepsOf({ steps: [1] })]).toEqual([[], [], []])
  })
})

describe('the level of a hazard', () => {
  it('is not known until both factors are rated', () => {
    expect([riskScore(undefined, 3), riskScore(3, undefined), riskScore(3, 4)]).toEqual([undefined, undefined, 12])
    expect([gradeOf('3'), gradeOf(3), gradeOf('6'), gradeOf('')]).toEqual([3, undefined, undefined, undefined])
  })

  it('has its limits at 8, 15 and 20', () => {
    expect([1, 7, 8, 14, 15, 19, 20, 25].map(riskLevel)).toEqual(['low', 'low', 'general', 'general', 'larger', 'larger', 'major', 'major'])
  })

  it('never falls where a factor rises', () => {
    const grade = fc.constantFrom<Grade>(1, 2, 3, 4, 5)
    const place = (one: Grade, other: Grade): number => riskLevels.indexOf(riskLevel(riskScore(one, other) ?? 0))
    fc.assert(fc.property(grade, grade, grade, (one, other, higher) => {
      if (higher >= one) expect(place(higher, other)).toBeGreaterThanOrEqual(place(one, other))
    }))
  })
})
