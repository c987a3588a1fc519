import { expect, it } from 'vitest'
import { movedRow, withStep, type Step } from './history'

it('what is typed into one cell is one step', () => {
  const typed = (place: string): Step => ({ done: 'changed', before: [], place })
  expect(['a title', 'a title', 'a note', 'a title'].reduce<readonly Step[]>((steps, place) => withStep(steps, typed(place)), [])).toHaveLength(3)
  expect(['', ''].reduce<readonly Step[]>((steps, place) => withStep(steps, typed(place)), [])).toHaveLength(2)
})

it('a row moves to a place that there is', () => {
  const rows = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
  expect(movedRow(rows, 'a', 2).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  expect(movedRow(rows, 'c', 0).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
  expect(movedRow(rows, 'a', 3)).toBe(rows)
  expect(movedRow(rows, 'gone', 0)).toBe(rows)
})
