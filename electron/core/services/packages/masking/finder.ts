/** Finds in what leaves what the library knows of: its people and words, and whom the records themselves name. */
import { createFinder } from '#shared/model/masking/find'
import { maskingMemory } from '#shared/model/masking/memory'
import type { LibraryFile } from '#shared/model/library'
import type { Session } from '../../session'
import type { Selection } from '../selection'
import type { Finder } from './lookThrough'

const peopleOf = ({ vocabularies }: LibraryFile): string[] => vocabularies.people.flatMap(({ name, synonyms = [] }) => [name, ...synonyms])

/** What came masked names people by masks: to mask those would only hide what they stand for from whoever can tell. */
const isMask = (name: string): boolean => /^(?:.{0,2}某人?(?:〔\d+〕|\d*)|〔.*〕)$/u.test(name.trim())

export const finderFor = ({ folder }: Session, { people }: Pick<Selection, 'people'>): Finder => {
  const library = folder.library.current()
  return createFinder({ people: [...new Set([...peopleOf(library), ...people])].filter((name) => !isMask(name)), words: maskingMemory(library).words })
}
