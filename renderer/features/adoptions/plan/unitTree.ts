/** The units of a library as a tree to choose from: what is planned is planned for the lowest ones, each of the others stands for all below it. */
import type { Word } from '#shared/contract/vocabularies'

export type Unit = Pick<Word, 'key' | 'name' | 'parent'>

/**
 * `key` is a place in the list: the tree makes ids of it in the page, for which names are none. `checkable` is false for a branch of which not
 * all is in sight: to choose it would be to choose what is not seen.
 */
export interface UnitItem { key: string; title: string; children: UnitItem[]; checkable?: false }

/** Those that no unit leads to stand at the top. */
export const unitTree = (units: readonly Unit[]): UnitItem[] => {
  const items = new Map(units.map(({ key, name }, index): [string, UnitItem] => [key, { key: String(index), title: name, children: [] }]))
  const top: UnitItem[] = []
  for (const { key, parent } of units) {
    const item = items.get(key)
    const above = parent === null ? undefined : items.get(parent)
    if (item) (above?.children ?? top).push(item)
  }
  return top
}

/** The lowest units of branches, by their keys. */
export const lowestOf = (items: readonly UnitItem[]): string[] => items.flatMap(({ key, children }) => (children.length > 0 ? lowestOf(children) : [key]))

/** The names of those of the lowest units that are chosen, each once. */
export const namesOf = (items: readonly UnitItem[], chosen: ReadonlySet<string>): string[] => [...new Set(items.flatMap(({ key, title, children }) =>
  (children.length > 0 ? namesOf(children, chosen) : chosen.has(key) ? [title] : [])))]

/** The lowest units that names stand for; a name that is in no tree stands for nothing here. */
export const lowestBelow = (items: readonly UnitItem[], names: readonly string[]): string[] =>
  items.flatMap((item) => (names.includes(item.title) ? lowestOf([item]) : lowestBelow(item.children, names)))

/** Branches in which a name has `text` in it, with all that is above it; a unit that has it keeps all below it. */
export const matching = (items: readonly UnitItem[], text: string): UnitItem[] => {
  const sought = text.trim().toLowerCase()
  if (sought === '') return [...items]
  return items.flatMap((item) => {
    if (item.title.toLowerCase().includes(sought)) return [item]
    const children = matching(item.children, sought)
    return children.length > 0 ? [{ ...item, children, checkable: false as const }] : []
  })
}
