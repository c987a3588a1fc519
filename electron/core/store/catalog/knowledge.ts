/** What the library says of the values that its records hold: which unit stands above another, and in which order the values of a field come. */
import type { LibraryFile, UnitNode } from '#shared/model/library'
import { listFieldsOf } from '#shared/model/listFields'
import { Confidentiality } from '#shared/model/record'
import { RecordType, stagesOf } from '#shared/model/recordTypes'

export interface LibraryWords { vocabularies: Pick<LibraryFile['vocabularies'], 'units'>; customFields?: LibraryFile['customFields'] }

export interface Knowledge {
  /** The units that a record belongs to: those that it names, and all above them; one empty name where it names none. */
  unitsOf: (unit: string, team: string) => readonly string[]
  /** The unit above one: as the library says; of one that it does not know, that of the first record which named it as its team. */
  parentOf: (name: string) => string | undefined
  /** Where a unit stands among those that the library knows. */
  unitPlace: (name: string) => number | undefined
  /** The values of a field in their order, undefined where they have none of their own. */
  orderOf: (type: RecordType, key: string) => readonly string[] | undefined
}

const nowhere: readonly string[] = ['']

interface Tree { parents: Map<string, string | undefined>; places: Map<string, number> }

/** Of two units with one name, the first counts. */
const treeOf = (units: readonly UnitNode[]): Tree => {
  const tree: Tree = { parents: new Map(), places: new Map() }
  const add = (nodes: readonly UnitNode[], parent: string | undefined): void => {
    for (const { name, children = [] } of nodes) {
      if (!tree.places.has(name)) {
        tree.parents.set(name, parent)
        tree.places.set(name, tree.places.size)
      }
      add(children, name)
    }
  }
  add(units, undefined)
  return tree
}

const flagOrder = ['true', 'false']

const ordersOf = (type: RecordType, words: LibraryWords): [string, readonly string[]][] => [
  ['stage', stagesOf(type)], ['polarity', ['positive', 'negative']], ['confidentiality', Confidentiality.options], ['attachments', flagOrder],
  ...listFieldsOf(type, words).flatMap(({ key, definition }): [string, readonly string[]][] => {
    if (definition.kind === 'flag') return [[key, flagOrder]]
    return definition.kind === 'choice' || definition.kind === 'choices' ? [[key, definition.options.map(({ value }) => value)]] : []
  }),
]

const createKnowledge = (words: LibraryWords): Knowledge => {
  const { parents, places } = treeOf(words.vocabularies.units)
  /** Where teams that the library does not know belong, one step deep, so that none comes to stand above itself. */
  const homes = new Map<string, string>()
  const owners = new Set<string>()
  const orders = new Map(RecordType.options.map((type) => [type, new Map(ordersOf(type, words))]))
  const known = new Map<string, readonly string[]>()

  const parentOf = (name: string): string | undefined => (places.has(name) ? parents.get(name) : homes.get(name))

  const learn = (unit: string, team: string): void => {
    if (team === '' || unit === '' || team === unit || places.has(team) || homes.has(team) || homes.has(unit) || owners.has(team)) return
    homes.set(team, unit)
    owners.add(unit)
  }

  const find = (unit: string, team: string): readonly string[] => {
    learn(unit, team)
    const found = new Set<string>()
    for (const named of [team, unit]) for (let name: string | undefined = named; name !== undefined && name !== '' && !found.has(name); name = parents.get(name)) found.add(name)
    return found.size === 0 ? nowhere : [...found]
  }

  return {
    unitsOf: (unit, team) => {
      const key = `${unit}\u0000${team}`
      const there = known.get(key)
      if (there) return there
      const found = find(unit, team)
      known.set(key, found)
      return found
    },
    parentOf, unitPlace: (name) => places.get(name),
    orderOf: (type, key) => orders.get(type)?.get(key),
  }
}

const saysSame = (a: LibraryWords, b: LibraryWords): boolean =>
  a === b || JSON.stringify([a.vocabularies.units, a.customFields]) === JSON.stringify([b.vocabularies.units, b.customFields])

/** Answers with what is known of the library as it is now; calls `onChanged` before it first answers otherwise than before. */
export const followKnowledge = (library: () => LibraryWords, onChanged: () => void): (() => Knowledge) => {
  let words = library()
  let knowledge = createKnowledge(words)
  return () => {
    const now = library()
    if (now === words) return knowledge
    if (!saysSame(now, words)) {
      knowledge = createKnowledge(now)
      onChanged()
    }
    words = now
    return knowledge
  }
}
