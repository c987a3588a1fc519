/** A short run that takes in what is not refused; `npm run fuzz -- take` is the long one. */
import { expect, it } from 'vitest'
import { fuzzTaking } from './taking/rounds'

it('refuses or takes in what it is given, and leaves the library as it was', async () => {
  const { figures, problems } = await fuzzTaking({ rounds: 100, seed: 7 })
  expect(problems).toEqual([])
  expect(figures.refused).toBeGreaterThan(40)
  expect(figures.taken).toBeGreaterThan(3)
})
