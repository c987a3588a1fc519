import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barLabel, barsOf } from './bars'

describe('bars', () => {
  it('are as high as their figures, the highest as high as there is room', () => {
    const { zero, groups } = barsOf({ categories: ['甲', '乙'], series: [{ name: '前', values: [4, 2] }, { name: '后', values: [1, 3] }] })
    expect(zero).toBe(0)
    expect(groups.map(({ bars }) => bars.map(({ height }) => height))).toEqual([[1, 0.25], [0.5, 0.75]])
  })

  it('stay within their room above and below nothing, whatever the figures', () => {
    fc.assert(fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 8 }), (values) => {
      const { zero, groups } = barsOf({ categories: values.map(String), series: [{ name: '', values }] })
      for (const { height, isBelow } of groups.flatMap(({ bars }) => bars)) {
        expect(height).toBeGreaterThanOrEqual(0)
        expect(height).toBeLessThanOrEqual((isBelow ? zero : 1 - zero) + 1e-9)
      }
    }))
  })

  it('say their figures without the noise of binary fractions', () => {
    expect([0.1 + 0.2, 4.7, 0, 1200].map(barLabel)).toEqual(['0.3', '4.7', '0', '1200'])
  })
})
