import { expect, it } from 'vitest'
import { withFlow, withoutPlaces, withPlace } from './flowRows'

it('a row of the chart is made with the first thing that it says, and goes with the last', () => {
  const moved = withFlow({}, 's1', { x: 10, y: 20 })
  expect(moved.flow).toEqual([{ id: 's1', x: 10, y: 20 }])
  const decided = withFlow(moved, 's1', { decision: '合格？' })
  expect(withoutPlaces(decided).flow).toEqual([{ id: 's1', decision: '合格？' }])
  expect(withFlow(withoutPlaces(decided), 's1', { decision: undefined }).flow).toBeUndefined()
})

it('a node can be carried no farther than a chart reaches', () => {
  expect(withPlace({}, 's1', { x: -30, y: 9000 }, 600).flow).toEqual([{ id: 's1', x: 0, y: 1000 }])
  expect(withPlace({}, 's1', { x: 5000, y: 20.4 }, 600).flow).toEqual([{ id: 's1', x: 1200, y: 20 }])
})
