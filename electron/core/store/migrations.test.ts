import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { migrate, type Migration } from './migrations'

const steps: readonly Migration[] = [(json) => ({ ...json, two: true }), (json) => ({ ...json, three: json.two })]

describe('migrating a file', () => {
  it('takes every step from its own format on', () => {
    expect(migrate({ format: 1, kept: '甲' }, steps)).toEqual({ format: 3, kept: '甲', two: true, three: true })
    expect(migrate({ format: 2, two: '自己的' }, steps)).toEqual({ format: 3, two: '自己的', three: '自己的' })
  })

  it('leaves what is as new as the steps, newer, or no file of ours', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.integer({ min: 3, max: 99 }), (any, format) => {
      const unformatted = typeof any === 'object' && any !== null && 'format' in any ? null : any
      expect(migrate(unformatted, steps)).toEqual(unformatted)
      expect(migrate({ format, any }, steps)).toEqual({ format, any })
    }))
  })
})
