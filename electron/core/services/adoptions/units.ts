/** The units of the library as a tree, by their names: which of them take a product up, and below what each stands. */
import type { LibraryFile, UnitNode } from '#shared/model/library'

export interface PlacedUnit { name: string; parent: string | null; level: number }

export interface UnitTree {
  /** Depth first, as the library has them. Of two units with one name, the first counts. */
  units: readonly PlacedUnit[]
  has: (name: string) => boolean
  parentOf: (name: string) => string | null
  /** A unit and all above it, itself first; alone where the library does not know it. */
  upFrom: (name: string) => string[]
  /** The lowest units that a unit stands for: those below it that have none below, or itself. */
  lowest: (name: string) => string[]
}

export const unitTreeOf = ({ vocabularies }: Pick<LibraryFile, 'vocabularies'>): UnitTree => {
  const places = new Map<string, PlacedUnit>()
  const below = new Map<string, string[]>()
  const add = (nodes: readonly UnitNode[], parent: string | null, level: number): void => {
    for (const { name, children = [] } of nodes) {
      if (!places.has(name)) {
        places.set(name, { name, parent, level })
        if (parent !== null) below.set(parent, [...below.get(parent) ?? [], name])
      }
      add(children, name, level + 1)
    }
  }
  add(vocabularies.units, null, 0)
  const parentOf = (name: string): string | null => places.get(name)?.parent ?? null
  const lowest = (name: string): string[] => {
    const children = below.get(name) ?? []
    return children.length === 0 ? [name] : children.flatMap(lowest)
  }
  return {
    units: [...places.values()], has: (name) => places.has(name), parentOf, lowest,
    upFrom: (name) => {
      const found: string[] = []
      for (let at: string | null = name; at !== null; at = parentOf(at)) found.push(at)
      return found
    },
  }
}

/** The unit that an adoption is of: its team where the library knows it as a unit, else the unit that it names. */
export const adopterOf = (tree: UnitTree, { unit, team }: { unit: string; team: string }): string => (team !== '' && (tree.has(team) || unit === '') ? team : unit)

/**
 * The lowest units that are to take a product up, each with the units whose adoptions count for it: itself, then those above it as far as
 * they are targets or below one.
 */
export const unitsOfTargets = (tree: UnitTree, targets: readonly string[]): Map<string, string[]> => {
  const named = new Set(targets)
  const standFor = (unit: string): string[] => {
    const up = tree.upFrom(unit)
    return up.slice(0, up.findLastIndex((name) => named.has(name)) + 1)
  }
  return new Map(targets.flatMap((target) => tree.lowest(target)).map((unit) => [unit, standFor(unit)]))
}
