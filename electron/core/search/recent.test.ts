import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Recent } from './recent'

it('keeps what was asked for last, and lets the rest go', () => {
  const recent = new Recent<string, number>(10)
  recent.keep('often', 1, 2)
  for (let at = 0; at < 20; at += 1) {
    recent.keep(`other ${at}`, at, 2)
    expect(recent.get('often')).toBe(1)
  }
  expect(recent.get('other 0')).toBeUndefined()
  expect(recent.get('other 19')).toBe(19)
})

it('keeps nothing that is too large to be one of many', () => {
  const recent = new Recent<string, number>(10)
  recent.keep('large', 1, 3)
  expect(recent.get('large')).toBeUndefined()
})

it('never holds more than twice what it may, and nothing but what it was given', () => {
  const step = fc.record({ key: fc.nat(20), size: fc.integer({ min: 1, max: 12 }), isAsked: fc.boolean() })
  fc.assert(fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
    const recent = new Recent<number, { size: number }>(20)
    const given = new Map<number, { size: number }>()
    for (const { key, size, isAsked } of steps) {
      if (isAsked) {
        const found = recent.get(key)
        if (found) expect(found).toBe(given.get(key))
      } else if (!recent.get(key)) {
        given.set(key, { size })
        recent.keep(key, given.get(key) ?? { size }, size)
      }
    }
    const held = [...given].filter(([key]) => recent.get(key) !== undefined)
    expect(held.reduce((sum, [, { size }]) => sum + size, 0)).toBeLessThanOrEqual(40)
  }), { numRuns: 200 })
})
