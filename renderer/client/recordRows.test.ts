import { describe, expect, it } from 'vitest'
import { inPortions } from './recordRows'

describe('asking for many records', () => {
  it('asks for each once, in portions that a call takes, and answers with all in order', async () => {
    const ids = Array.from({ length: 1201 }, (_, index) => String(index))
    const sizes: number[] = []
    const answers = await inPortions(ids, (portion) => { sizes.push(portion.length); return Promise.resolve(portion) })
    expect(sizes).toEqual([500, 500, 201])
    expect(answers).toEqual(ids)
  })
})
