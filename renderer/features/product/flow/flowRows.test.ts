import { expect, it } from 'vitest'
import { withFlow, withoutPlaces } from './flowRows'

it('a row of the chart is made with the first thing that it says, and goes with the last', () => {
  const moved = withFlow({}, 's1', { x: 10, y: 20 })
  expect(moved.flow).toEqual([{ id: 's1', x: 10, y: 20 }])
  const decided = withFlow(moved, 's1', { decision: '合格？' })
  expect(withoutPlaces(decided).flow).toEqual([{ id: 's1', decision: '合格？' }])
  expect(withFlow(withoutPlaces(decided), 's1', { decision: undefined }).flow).toBeUndefined()
})
