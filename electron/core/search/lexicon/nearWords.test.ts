import { describe, expect, it } from 'vitest'
import { nearWords } from './nearWords'

describe('near words', () => {
  it('are those that one slip leads to, whole or as far as they were typed', () => {
    const words = ['protection', 'pictures', 'production', 'sha256', 'caption']
    expect(nearWords('protectoin', words)).toEqual([{ word: 'protection', edits: 1 }])
    expect(nearWords('captoi', words)).toEqual([{ word: 'caption', edits: 1.5 }])
    expect(nearWords('shortng', words)).toEqual([])
  })

  it('are not the word itself, nor what is farther away', () => {
    expect(nearWords('scdaa', ['scada'])).toEqual([{ word: 'scada', edits: 1 }])
    expect(nearWords('scada', ['scada', 'scale'])).toEqual([])
  })
})
