import { describe, expect, it } from 'vitest'
import { standStill } from './standStill'

const page = (...ids: string[]) => ({ rows: ids.map((id) => ({ id, title: `现在的${id}` })) })
const rows = (...read: (ReturnType<typeof page> | undefined)[]) => ({ read, total: 2, groups: null })

describe('rows that are read again', () => {
  it('stand still where only what they say changed, or a page came that was not read yet', () => {
    expect(standStill({ ...rows(), read: [{ rows: [{ id: '甲' }, { id: '乙' }] }] }, rows(page('甲', '乙')))).toBe(true)
    expect(standStill(rows(page('甲', '乙'), undefined), rows(page('甲', '乙'), page('丙')))).toBe(true)
  })

  it('move where another record stands in a place, or there are more or fewer of them', () => {
    expect(standStill(rows(page('甲', '乙')), rows(page('乙', '甲')))).toBe(false)
    expect(standStill(rows(page('甲', '乙')), rows(page('甲')))).toBe(false)
    expect(standStill(rows(page('甲')), { ...rows(page('甲')), total: 3 })).toBe(false)
    expect(standStill({ ...rows(page('甲')), groups: [{ value: '一班', total: 2 }] }, { ...rows(page('甲')), groups: [{ value: '一班', total: 1 }] })).toBe(false)
  })
})
