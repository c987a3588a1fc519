/** The room that margins leave. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { DocumentPreset } from './preset'
import { leastRoom, textRoom, withRoom } from './textRoom'

const pages: fc.Arbitrary<DocumentPreset['page']> = fc.record({
  paper: fc.constantFrom('A4', 'A5'), ...{ top: fc.integer({ min: 0, max: 80 }), bottom: fc.integer({ min: 0, max: 80 }), left: fc.integer({ min: 0, max: 80 }), right: fc.integer({ min: 0, max: 80 }) },
})

it('is always enough for text, and margins grow nowhere', () => {
  fc.assert(fc.property(pages, (page) => {
    const roomy = withRoom(page)
    const { width, height } = textRoom(roomy)
    expect(Math.min(width, height)).toBeGreaterThan(leastRoom - 0.001)
    for (const side of ['top', 'bottom', 'left', 'right'] as const) expect(roomy[side] <= page[side] && roomy[side] >= 0).toBe(true)
    expect(withRoom(roomy).left).toBeCloseTo(roomy.left)
  }))
})
