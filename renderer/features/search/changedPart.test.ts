import { describe, expect, it } from 'vitest'
import { changedPart } from './changedPart'

const changed = (typed: string, meant: string): string => meant.slice(...changedPart(typed, meant))

describe('what differs of a correction', () => {
  it.each([['接地现', '接地线', '线'], ['现场', '线场', '线'], ['relase', 'release', 'e'], ['重重', '重重重', '重'], ['同', '同', ''], ['', '线', '线'], ['线线', '线', '']])('%s → %s: %s', (typed, meant, part) => {
    expect(changed(typed, meant)).toBe(part)
  })
})
