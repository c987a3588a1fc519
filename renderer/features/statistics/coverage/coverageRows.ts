/** The units of the coverage as rows of a tree that can be folded, and how dark a share is drawn. */
import type { Coverage } from '#shared/contract/statistics'

export type CoverageCell = Coverage['cells'][number]
export type CoverageUnit = Coverage['units'][number]

export interface CoverageRow { unit: CoverageUnit; hasBelow: boolean; isOpen: boolean; cells: ReadonlyMap<string, CoverageCell> }

/** Up to which share, in percent, each step but the first reaches; the first is for none. */
export const heatLimits = [25, 40, 60, 80, 100] as const

/** In whole percent; undefined where nobody is to take it up. */
export const shareOf = ({ done, of }: Pick<CoverageCell, 'done' | 'of'>): number | undefined => (of === 0 ? undefined : Math.round(done / of * 100))

/** 1, for none, to 6: the palette's heat colours. */
export const heatStep = (share: number): number => {
  if (share <= 0) return 1
  const step = heatLimits.findIndex((limit) => share <= limit)
  return step === -1 ? heatLimits.length + 1 : step + 2
}

/** With as few units as this, all of the tree is open. */
const openAtOnce = 12

/** Whether the units below one are in sight at first: those below the top, and all of a small tree. */
export const opensAtFirst = ({ level }: CoverageUnit, units: number): boolean => level === 0 || units <= openAtOnce

/** Rows in sight, in the order of the tree; `turned` are the units that were opened or folded by hand. */
export const coverageRows = ({ units, cells }: Coverage, turned: ReadonlySet<string>): CoverageRow[] => {
  const parents = new Set(units.map(({ parent }) => parent))
  const byUnit = groupCells(cells)
  const rows: CoverageRow[] = []
  /** The level below which nothing is in sight. */
  let foldedAt: number | undefined
  for (const unit of units) {
    if (foldedAt !== undefined && unit.level > foldedAt) continue
    foldedAt = undefined
    const hasBelow = parents.has(unit.name)
    const isOpen = hasBelow && opensAtFirst(unit, units.length) !== turned.has(unit.name)
    if (hasBelow && !isOpen) foldedAt = unit.level
    rows.push({ unit, hasBelow, isOpen, cells: byUnit.get(unit.name) ?? new Map<string, CoverageCell>() })
  }
  return rows
}

const groupCells = (cells: readonly CoverageCell[]): ReadonlyMap<string, ReadonlyMap<string, CoverageCell>> => {
  const byUnit = new Map<string, Map<string, CoverageCell>>()
  for (const cell of cells) {
    const ofUnit = byUnit.get(cell.unit) ?? new Map<string, CoverageCell>()
    byUnit.set(cell.unit, ofUnit.set(cell.productId, cell))
  }
  return byUnit
}
