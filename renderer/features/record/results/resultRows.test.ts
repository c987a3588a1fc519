import { describe, expect, it } from 'vitest'
import { keptResults, newResult, withEvidence, withNote, withRowAt } from './resultRows'

const time = { ...newResult(), indicator: '单次拆挂平均用时', unit: '分', before: '11.5', after: '9.8' }

describe('rows of measured results', () => {
  it('are kept if they say anything, be it only an evidence', () => {
    const proven = { ...newResult(), evidence: ['a'.repeat(64)] }
    expect(keptResults([newResult(), time, { ...newResult(), indicator: '  ' }, proven])).toEqual([time, proven])
  })

  it('carry what a later version wrote into them', () => {
    expect(keptResults([{ ...time, source: '台账' }])).toEqual([{ ...time, source: '台账' }])
    expect(withNote({ ...time, source: '台账' }, '按月统计')).toEqual({ ...time, source: '台账', note: '按月统计' })
  })

  it('have no key for a note that was emptied', () => {
    expect(Object.keys(withNote({ ...time, note: '按月统计' }, ''))).not.toContain('note')
  })

  it('keep what was written while the files of one were on their way', () => {
    const proof = 'b'.repeat(64)
    const written = { ...time, after: '9.5' }
    const other = { ...newResult(), indicator: '错漏' }
    expect(withEvidence([written, other], time, [proof])).toEqual([{ ...written, evidence: [proof] }, other])
  })

  it('come to say something by their evidence alone, but do not come back once deleted', () => {
    const [proof, empty] = ['b'.repeat(64), newResult()]
    expect(withEvidence([time], empty, [proof])).toEqual([time, { ...empty, evidence: [proof] }])
    expect(withEvidence([], time, [proof])).toEqual([])
  })

  it('go back to where they were taken from', () => {
    expect(withRowAt([time, newResult()], 1, { ...time, id: 'back' }).map(({ id }) => id).indexOf('back')).toBe(1)
  })
})
