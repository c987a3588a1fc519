import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wellFormed } from './wellFormed'

it('replaces halves of characters and nothing else', () => {
  const unit = fc.oneof(fc.constantFrom(0xd83d, 0xde00, 0xdbff, 0xdc00), fc.nat({ max: 0xffff }))
  fc.assert(fc.property(fc.array(unit), (units) => {
    const text = String.fromCharCode(...units)
    expect(wellFormed(text)).toBe(text.toWellFormed())
  }))
})
