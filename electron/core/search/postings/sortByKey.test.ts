import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sortByKey } from './sortByKey'

const key = fc.oneof(fc.nat(5), fc.nat(2 ** 31 - 1))

describe('sorting by key', () => {
  it('takes the values along, leaves equals in their order, and what comes behind as it is', () => {
    fc.assert(fc.property(fc.array(key, { maxLength: 60 }), fc.nat(60), (all, most) => {
      const count = Math.min(most, all.length)
      const entries = all.map((each, at) => ({ key: each, value: at }))
      const expected = [...entries.slice(0, count).sort((a, b) => a.key - b.key), ...entries.slice(count)]
      const keys = Uint32Array.from(all)
      const values = Uint32Array.from(all.keys())
      sortByKey(keys, values, count)
      expect(Array.from(keys, (each, at) => ({ key: each, value: values[at] }))).toEqual(expected)
    }))
  })
})
