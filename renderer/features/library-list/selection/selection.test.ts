import { describe, expect, it } from 'vitest'
import { countSelected, everything, isSelected, noSelection, toRecordSelection, withRecords } from './selection'

const filter = { type: 'case' as const }
const allBut = (except: string[]) => ({ filter, except })

describe('selecting records of a list', () => {
  it('names them one by one', () => {
    const some = withRecords(withRecords(noSelection, ['a', 'b'], true), ['a'], false)
    expect(countSelected(some, 100)).toBe(1)
    expect([isSelected(some, 'a'), isSelected(some, 'b')]).toEqual([false, true])
    expect(toRecordSelection(some, allBut)).toEqual({ ids: ['b'] })
  })

  it('names only the exceptions of all of them', () => {
    const most = withRecords(withRecords(everything, ['a', 'b'], false), ['b'], true)
    expect(countSelected(most, 100_000)).toBe(99_999)
    expect([isSelected(most, 'a'), isSelected(most, 'b')]).toEqual([false, true])
    expect(toRecordSelection(most, allBut)).toEqual({ filter, except: ['a'] })
  })
})
