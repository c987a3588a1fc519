import { describe, expect, it } from 'vitest'
import { unitForest } from './unitForest'

describe('the units of a list', () => {
  it('stand below the unit that is above them, the fullest first, what is not given last', () => {
    const forest = unitForest([
      { value: '', count: 9 }, { value: '运维一班', count: 2, parent: '变电运维中心' }, { value: '变电运维中心', count: 5 }, { value: '运维二班', count: 3, parent: '变电运维中心' },
    ])
    expect(forest).toEqual([
      { value: '变电运维中心', count: 5, below: [{ value: '运维二班', count: 3, below: [] }, { value: '运维一班', count: 2, below: [] }] },
      { value: '', count: 9, below: [] },
    ])
  })

  it('stand at the top where the one above is not counted', () => {
    expect(unitForest([{ value: '运维一班', count: 0, parent: '没有了' }])).toEqual([{ value: '运维一班', count: 0, below: [] }])
  })
})
