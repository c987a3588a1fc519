/** The counted units as trees, by the unit that each says is above it. */
import type { FacetValue } from '../facetLabel'

export interface UnitBranch { value: string; count: number; below: UnitBranch[] }

/** A unit whose own is not counted stands at the top; the fullest first, what is not given last. */
export const unitForest = (values: readonly FacetValue[]): UnitBranch[] => {
  const branches = new Map(values.map(({ value, count }): [string, UnitBranch] => [value, { value, count, below: [] }]))
  const top: UnitBranch[] = []
  for (const { value, parent } of values) {
    const branch = branches.get(value)
    const above = parent === undefined ? undefined : branches.get(parent)
    if (branch) (above?.below ?? top).push(branch)
  }
  const order = (found: UnitBranch[]): UnitBranch[] => {
    for (const { below } of found) order(below)
    return found.sort((a, b) => Number(a.value === '') - Number(b.value === '') || b.count - a.count || a.value.localeCompare(b.value, 'zh-CN'))
  }
  return order(top)
}
