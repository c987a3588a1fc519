/** What the vocabularies of a library offer while a field is written. */
import type { LibraryFile, UnitNode } from '#shared/model/library'
import type { Vocabulary } from '#shared/model/fields'

/** Every unit of a tree by name, a parent before its own. */
export const unitNames = (units: readonly UnitNode[]): string[] => [...new Set(units.flatMap((unit) => [unit.name, ...unitNames(unit.children ?? [])]))]

export const offeredWords = (vocabularies: LibraryFile['vocabularies'] | undefined, vocabulary: Vocabulary | undefined): string[] => {
  if (!vocabularies || !vocabulary) return []
  return vocabulary === 'units' ? unitNames(vocabularies.units) : vocabularies[vocabulary].map(({ name }) => name)
}
