import { describe, expect, it } from 'vitest'
import { moved } from './moved'

describe('an entry that is moved', () => {
  it('stands where it was put, the others in their order', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'c', 'b'])
  })
  it('stays where there is no such place', () => {
    const list = ['a', 'b']
    expect([moved(list, 0, -1), moved(list, 1, 2), moved(list, 5, 0), moved(list, 1, 1)]).toEqual([list, list, list, list])
  })
})
