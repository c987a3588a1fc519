import fc from 'fast-check'
import { expect, it } from 'vitest'
import { insertedAt } from './insertedAt'

it('puts an entry where it is wanted, the others in their order', () => {
  fc.assert(fc.property(fc.array(fc.nat()), fc.nat({ max: 20 }), (list, index) => {
    expect(insertedAt(list, index, -1)).toEqual(list.toSpliced(index, 0, -1))
  }))
})
