import { describe, expect, it } from 'vitest'
import { fields, impactOf, impactValues, occurrenceWeight } from './fields'

describe('what a term counts', () => {
  it('is more in a title than in tags, in a summary, in a body and in a file', () => {
    const weights = ['title', 'tags', 'summary', 'unit', 'body', 'attachment'] as const
    const ofUsualLength = { title: 16, tags: 12, unit: 20, summary: 80, body: 500, attachment: 4000 }
    expect(weights.map((field) => occurrenceWeight(field, ofUsualLength[field]))).toEqual([4, 3, 2, 1.5, 1, 0.5])
  })

  it.each(fields)('is less in a %s the longer that is', (field) => {
    const weights = [1, 10, 100, 1000].map((length) => occurrenceWeight(field, length))
    expect(weights).toEqual([...weights].sort((a, b) => b - a))
    expect(new Set(weights).size).toBe(weights.length)
  })

  it('is a byte above 0 that rises with the weight, ever slower', () => {
    const impacts = [1e-9, 0.01, 0.1, 0.5, 1, 2, 4, 8, 100, 1e9].map(impactOf)
    expect(impacts).toEqual([...impacts].sort((a, b) => a - b))
    expect([impacts.at(0), impacts.at(-1)]).toEqual([1, 255])
    expect(impactOf(2) - impactOf(1)).toBeLessThan(impactOf(1) - impactOf(0))
  })

  it('rises with its impact', () => {
    const values = Array.from(impactValues)
    expect(values).toHaveLength(256)
    expect(values).toEqual([...values].sort((a, b) => a - b))
    expect(values[0]).toBe(0)
  })
})
