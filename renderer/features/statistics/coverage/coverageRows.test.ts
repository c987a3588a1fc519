import { describe, expect, it } from 'vitest'
import type { Coverage } from '#shared/contract/statistics'
import { coverageRows, heatStep, opensAtFirst, shareOf } from './coverageRows'

const product = '01900000-0000-7000-8000-000000000001'

const unit = (name: string, parent: string | null, level: number) => ({ name, parent, level })

const coverage: Coverage = {
  units: [unit('省公司', null, 0), unit('变电中心', '省公司', 1), unit('运维一班', '变电中心', 2), unit('运维二班', '变电中心', 2), unit('配电中心', '省公司', 1)],
  products: [{ id: product, number: 'PD-1', title: '双确认', edition: 1, done: 1, of: 2 }],
  cells: [{ unit: '变电中心', productId: product, done: 1, of: 2, state: null, ids: [] }],
}

const namesOf = (turned: readonly string[]): string[] => coverageRows(coverage, new Set(turned)).map((row) => row.unit.name)

describe('rows of the coverage', () => {
  it('show all of a small tree, in its order', () => {
    expect(namesOf([])).toEqual(['省公司', '变电中心', '运维一班', '运维二班', '配电中心'])
  })

  it('leave out what is below a folded unit, and nothing else', () => {
    expect(namesOf(['变电中心'])).toEqual(['省公司', '变电中心', '配电中心'])
    expect(namesOf(['省公司'])).toEqual(['省公司'])
  })

  it('show of a large tree the top and what is right below it', () => {
    expect(opensAtFirst(unit('省公司', null, 0), 200)).toBe(true)
    expect(opensAtFirst(unit('变电中心', '省公司', 1), 200)).toBe(false)
  })

  it('have their cells by product', () => {
    expect(coverageRows(coverage, new Set())[1]?.cells.get(product)?.of).toBe(2)
  })

  it('are drawn darker the more is done', () => {
    expect([0, 1, 25, 26, 40, 60, 80, 81, 100].map(heatStep)).toEqual([1, 2, 2, 3, 3, 4, 5, 6, 6])
    expect(shareOf({ done: 1, of: 3 })).toBe(33)
    expect(shareOf({ done: 0, of: 0 })).toBeUndefined()
  })
})
