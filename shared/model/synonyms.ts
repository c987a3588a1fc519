/** Words that mean the same to the search, as the vocabularies of a library carry them. */
import { fold } from '../text/fold'
import type { LibraryFile, Term } from './library'

type Vocabularies = LibraryFile['vocabularies']

/**
 * Groups of words that mean the same: each word once, whatever its case, width or script, in one group only. What shares a word is one
 * group, in the place of the first. A group of one word says nothing and is left out.
 */
export const joinGroups = (groups: readonly (readonly string[])[]): string[][] => {
  /** By folded word; joined groups are one and the same map. */
  const groupOf = new Map<string, Map<string, string>>()
  const joined = new Set<Map<string, string>>()
  for (const words of groups) {
    const cleaned = words.map((word) => word.trim()).filter((word) => word !== '')
    const known = [...new Set(cleaned.flatMap((word) => groupOf.get(fold(word)) ?? []))]
    const inOrder = [...joined].filter((group) => known.includes(group))
    const [into = new Map<string, string>(), ...others] = inOrder
    joined.add(into)
    for (const other of others) joined.delete(other)
    for (const word of [...others.flatMap((other) => [...other.values()]), ...cleaned]) {
      const key = fold(word)
      if (!into.has(key)) into.set(key, word)
      groupOf.set(key, into)
    }
  }
  return [...joined].flatMap((group) => (group.size > 1 ? [[...group.values()]] : []))
}

const groupsOf = (terms: readonly Term[] = []): string[][] => terms.map(({ name, synonyms = [] }) => [name, ...synonyms])

/** What the search takes: the groups of a library's own words, then those that terms of its other vocabularies carry. */
export const synonymGroups = ({ vocabularies: { words, tags, fields, people } }: Pick<LibraryFile, 'vocabularies'>): string[][] =>
  joinGroups([words, tags, fields, people].flatMap(groupsOf))

const withoutSynonyms = ({ synonyms: _synonyms, ...term }: Term): Term => term

/**
 * Vocabularies that say exactly these groups. A word of a group need be neither tag nor field, so all of them are kept under `words`, the
 * first of each as its name; the other vocabularies keep their terms without synonyms. Words without synonyms stay.
 */
export const withSynonyms = (vocabularies: Vocabularies, groups: readonly (readonly string[])[]): Vocabularies => {
  const joined = joinGroups(groups)
  const before = new Map(vocabularies.words?.map((term) => [term.name, term]))
  const grouped = joined.map(([name = '', ...synonyms]): Term => ({ ...before.get(name), name, synonyms }))
  const names = new Set(grouped.map(({ name }) => name))
  const alone = (vocabularies.words ?? []).filter(({ name, synonyms = [] }) => synonyms.length === 0 && !names.has(name))
  return {
    ...vocabularies, words: [...grouped, ...alone],
    tags: vocabularies.tags.map(withoutSynonyms), fields: vocabularies.fields.map(withoutSynonyms), people: vocabularies.people.map(withoutSynonyms),
  }
}
