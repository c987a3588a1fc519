import { expect, it } from 'vitest'
import { moveTowards } from './moveTowards'

it('the move that leads to the pilot is the next one from each stage, and none where it is', () => {
  const from = (stage: string): string | undefined => moveTowards({ type: 'product', stage }, 'pilot')
  expect(['proposed', 'drafting', 'inReview', 'released', 'replicating'].map(from)).toEqual(['compile', 'submit', 'pilot', 'revise', 'revise'])
  expect(from('pilot')).toBeUndefined()
})
