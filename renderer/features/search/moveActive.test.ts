import { describe, expect, it } from 'vitest'
import { currentActive, moveActive, type Active, type Lists } from './moveActive'

const words: Lists = { completions: 2, hits: 3, isValue: false }
const value: Lists = { ...words, isValue: true }
const press = (keys: readonly string[], lists: Lists): Active | undefined => keys.reduce<Active | undefined>((active, key) => moveActive(key, active, lists) ?? active, undefined)

describe('the keys of the search', () => {
  it('begin at the first result', () => {
    expect(currentActive(undefined, words)).toEqual({ list: 'hits', index: 0 })
    expect(press(['ArrowDown'], words)).toEqual({ list: 'hits', index: 1 })
  })

  it('reach completions of words above the results', () => {
    expect(press(['ArrowUp'], words)).toEqual({ list: 'completions', index: 1 })
    expect(press(['ArrowUp', 'ArrowUp', 'ArrowUp'], words)).toEqual({ list: 'hits', index: 2 })
  })

  it('reach a field’s values first while one is typed', () => {
    expect(press(['ArrowDown'], value)).toEqual({ list: 'completions', index: 0 })
    expect(press(['ArrowDown', 'ArrowDown', 'ArrowDown'], value)).toEqual({ list: 'hits', index: 0 })
    expect(press(['ArrowUp'], value)).toEqual({ list: 'completions', index: 1 })
  })

  it('go round', () => {
    expect(press(['ArrowDown', 'ArrowDown', 'ArrowDown'], words)).toEqual({ list: 'completions', index: 0 })
    expect(press(['ArrowUp'], { ...words, completions: 0 })).toEqual({ list: 'hits', index: 2 })
  })

  it('go by pages within the results', () => {
    const many = { ...words, hits: 30 }
    expect(press(['PageDown', 'PageDown'], many)).toEqual({ list: 'hits', index: 16 })
    expect(press(['PageDown', 'PageUp', 'PageUp'], many)).toEqual({ list: 'hits', index: 0 })
  })

  it('walk through completions alone where nothing is found', () => {
    const none = { ...words, hits: 0 }
    expect(currentActive(undefined, none)).toBeUndefined()
    expect(press(['ArrowDown'], none)).toEqual({ list: 'completions', index: 0 })
    expect(press(['ArrowUp'], none)).toEqual({ list: 'completions', index: 1 })
  })

  it('stay in what there still is when it becomes less', () => {
    expect(currentActive({ list: 'hits', index: 9 }, words)).toEqual({ list: 'hits', index: 2 })
    expect(currentActive({ list: 'completions', index: 5 }, words)).toEqual({ list: 'hits', index: 0 })
  })

  it('have nowhere to go where nothing is, and leave other keys alone', () => {
    expect(moveActive('ArrowDown', undefined, { completions: 0, hits: 0, isValue: false })).toBeUndefined()
    expect(moveActive('Home', undefined, words)).toBeUndefined()
  })
})
