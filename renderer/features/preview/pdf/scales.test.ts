import { describe, expect, it } from 'vitest'
import { nextScale, pageAt } from './scales'

describe('zooming', () => {
  it('goes to the next step from wherever it is', () => {
    expect([nextScale(1, 1), nextScale(1, -1), nextScale(1.32, 1), nextScale(1.32, -1)]).toEqual([1.1, 0.9, 1.5, 1.25])
  })

  it('passes a step that is hardly another, and ends', () => {
    expect([nextScale(0.995, 1), nextScale(4, 1), nextScale(0.25, -1)]).toEqual([1.1, 4, 0.25])
  })
})

describe('the page in sight', () => {
  it('is the last that begins above', () => {
    expect([pageAt([16, 1016, 2016], 0), pageAt([16, 1016, 2016], 1016), pageAt([16, 1016, 2016], 9000)]).toEqual([1, 2, 3])
  })
})
