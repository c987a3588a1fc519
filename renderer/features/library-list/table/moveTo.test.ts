import { describe, expect, it } from 'vitest'
import { moveTo } from './moveTo'
import { rowAtTop, rowHeight, scrollTopFor } from './rowHeight'

describe('moving through a list by keys', () => {
  it('goes row by row, page by page and to both ends, never beyond', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'] as const
    expect(keys.map((key) => moveTo(key, 5, 100, 20))).toEqual([6, 4, 24, 0, 0, 99])
    expect(keys.map((key) => moveTo(key, 99, 100, 20))).toEqual([99, 98, 99, 80, 0, 99])
  })

  it('leaves other keys alone', () => {
    expect(moveTo('a', 5, 100, 20)).toBeUndefined()
  })
})

describe('scrolling to a row', () => {
  it('does not move when the row is in sight', () => {
    expect(scrollTopFor(10, 300, 600)).toBe(300)
  })

  it('brings a row above to the top and a row below to the bottom', () => {
    expect(scrollTopFor(2, 300, 600)).toBe(2 * rowHeight)
    expect(scrollTopFor(100, 300, 720)).toBe(101 * rowHeight - 720)
    expect(rowAtTop(scrollTopFor(100, 300, 720))).toBe(81)
  })
})
