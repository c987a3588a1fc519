/** Units × products: which unit has taken up which product, and how many of those below it. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Coverage, CoverageState } from '#shared/contract/statistics'
import { byAdopter, counts, grouped, isTakenUp, stateOf, tellingOf, unitsOfTargets, type Adoption, type AdoptionPicture, type ProductFacts, type UnitTree } from '../adoptions'

interface Cell { done: number; of: number; state: CoverageState | null; ids: Set<string> }

/** The lowest units that are targets, else those that were asked; each with the units whose adoptions count for it. */
const expectedOf = (tree: UnitTree, { targets }: ProductFacts, ofUnits: ReadonlyMap<string, Adoption[]>): Map<string, string[]> =>
  (targets.length > 0 ? unitsOfTargets(tree, targets) : new Map([...ofUnits].flatMap(([unit, own]): [string, string[]][] => (own.some(counts) ? [[unit, [unit]]] : []))))

/** What is to be seen of adoptions: what others count for, and pilots, are not. */
const isSeen = ({ facts, countedBy }: Adoption): boolean => countedBy === null && !facts.pilot

const cellsOf = (tree: UnitTree, product: ProductFacts, adoptions: readonly Adoption[]): { cells: Map<string, Cell>; done: number; of: number } => {
  const ofUnits = byAdopter(adoptions.filter(isSeen))
  const telling = new Map([...ofUnits].map(([unit, own]) => [unit, tellingOf(own)]))
  const expected = expectedOf(tree, product, ofUnits)
  const cells = new Map<string, Cell>()
  const cellOf = (unit: string): Cell => {
    const cell = cells.get(unit) ?? { done: 0, of: 0, state: null, ids: new Set<string>() }
    cells.set(unit, cell)
    return cell
  }
  let done = 0
  for (const [unit, standFor] of expected) {
    const stands = standFor.map((name) => telling.get(name)).find((each) => each !== undefined)
    const isDone = stands !== undefined && isTakenUp(stands)
    if (isDone) done += 1
    for (const name of tree.upFrom(unit)) {
      const cell = cellOf(name)
      cell.of += 1
      cell.done += isDone ? 1 : 0
    }
    if (stands) {
      cellOf(unit).state = stateOf(stands)
      cellOf(unit).ids.add(stands.facts.row.id)
    }
  }
  for (const [unit, own] of ofUnits) {
    const tells = telling.get(unit)
    if (tells) cellOf(unit).state = stateOf(tells)
    for (const name of tree.upFrom(unit)) for (const { facts } of own) cellOf(name).ids.add(facts.row.id)
  }
  return { cells, done, of: expected.size }
}

/** Products that have an edition, or that some unit adopts; units as the tree has them, then those that it does not know, by name. */
export const coverageOf = async ({ adoptions, products, tree }: AdoptionPicture): Promise<Coverage> => {
  const ofProducts = grouped(adoptions, ({ facts }) => facts.productId ?? '')
  const coverage: Coverage = { units: tree.units.map((unit) => ({ ...unit })), products: [], cells: [] }
  const sorted = [...products].sort(([, { row: a }], [, { row: b }]) => (a.number < b.number ? -1 : 1))
  const strangers = new Set<string>()
  for (const [productId, product] of sorted) {
    const own = ofProducts.get(productId) ?? []
    if (product.editions.length === 0 && !own.some(isSeen)) continue
    const { cells, done, of } = cellsOf(tree, product, own)
    const { number, title } = product.row
    coverage.products.push({ id: productId, number, title, edition: product.latest, done, of })
    for (const [unit, { ids, ...cell }] of cells) {
      coverage.cells.push({ unit, productId, ...cell, ids: [...ids] })
      if (!tree.has(unit)) strangers.add(unit)
    }
    await nextTurn()
  }
  return { ...coverage, units: [...coverage.units, ...[...strangers].sort().map((name) => ({ name, parent: null, level: 0 }))] }
}
