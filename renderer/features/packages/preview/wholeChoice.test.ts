import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MergeDecision } from '#shared/contract/packageMerge'
import { chooseWhole, earlierMerge, startOver, touchedAmong, type WholeChoices } from './wholeChoice'

const mine = (id: string) => ({ id, at: '', by: { name: '', unit: '' } })
const record = { id: 'a', mine: mine('1') }
const written: MergeDecision = { choice: 'hand', picks: { title: 'theirs' }, content: { summary: '一起写的' } }
const of = (decision: MergeDecision, head = '1'): WholeChoices => ({ decisions: { a: decision }, seen: { a: head }, setAside: {} })
const whole = fc.constantFrom('take', 'keep', 'copy', 'merge')

describe('a choice for a whole record', () => {
  it('of merging leaves what was picked and written as it is', () => {
    expect(chooseWhole(of(written), [record], 'merge').decisions).toEqual({ a: written })
  })

  it('brings back what was picked and written whenever it is merging again, whatever was chosen between', () => {
    fc.assert(fc.property(fc.array(whole), (choices) => {
      const after = choices.reduce((draft, choice) => chooseWhole(draft, [record], choice), of(written))
      expect(chooseWhole(after, [record], 'merge').decisions).toEqual({ a: written })
    }))
  })

  it('begins merging anew where nothing was merged, or where that was given up', () => {
    expect(chooseWhole(of({ choice: 'keep' }), [record], 'merge').decisions).toEqual({ a: { choice: 'merge', picks: {} } })
    const after = chooseWhole(startOver(of(written), record), [record], 'take')
    expect(chooseWhole(after, [record], 'merge').decisions).toEqual({ a: { choice: 'merge', picks: {} } })
  })

  it('does not bring back by itself what was merged of another revision, and goes on offering it', () => {
    fc.assert(fc.property(fc.array(whole), (choices) => {
      const after = choices.reduce((draft, choice) => chooseWhole(draft, [record], choice), of(written, '0'))
      expect(choices.length > 0 && after.decisions.a?.choice === 'hand').toBe(false)
      expect(earlierMerge(record, after)).toEqual(written)
    }))
  })

  it('is counted before it sets something aside', () => {
    expect(touchedAmong([{ id: 'a' }, { id: 'b' }, { id: 'c' }], { a: written, b: { choice: 'merge', picks: {} }, c: { choice: 'merge', picks: { title: 'mine' } } })).toBe(2)
  })
})
