/** The words of a package's sender: those that no vocabulary here has, and what its records say once they are led into words here. */
import type { ForeignWord } from '#shared/contract/packageMerge'
import type { LibraryFile } from '#shared/model/library'
import type { RecordContent } from '#shared/model/record'
import { isSameJson } from '#shared/model/sameJson'
import { toRows, VocabularyKind } from '#shared/model/vocabularies/rows'
import type { WordMap } from '#shared/model/wordMaps'

/** How many records use each word. */
export type WordCounts = Record<VocabularyKind, Map<string, number>>

export const noWordCounts = (): WordCounts => ({ units: new Map(), fields: new Map(), tags: new Map(), people: new Map() })

/** A team is a unit of the tree as well. */
const wordsOf = ({ unit, team, field, tags, authors }: RecordContent): Record<VocabularyKind, readonly string[]> =>
  ({ units: [unit, team], fields: [field], tags, people: authors })

export const countWords = (counts: WordCounts, content: RecordContent): void => {
  const words = wordsOf(content)
  for (const kind of VocabularyKind.options) {
    for (const word of new Set(words[kind])) if (word !== '') counts[kind].set(word, (counts[kind].get(word) ?? 0) + 1)
  }
}

/** Words have the names that things of the language have too. */
const intoOf = (map: WordMap, kind: VocabularyKind, word: string): string | undefined => {
  const words = map[kind] ?? {}
  return Object.hasOwn(words, word) ? words[word] : undefined
}

/** Those that most records use first; `remembered` is what they became before. */
export const foreignWords = ({ vocabularies }: LibraryFile, counts: WordCounts, remembered: WordMap): ForeignWord[] =>
  VocabularyKind.options.flatMap((kind) => {
    const known = new Set(toRows(vocabularies, kind).map(({ own }) => own.name))
    const foreign = [...counts[kind]].filter(([word]) => !known.has(word)).sort(([, a], [, b]) => b - a)
    return foreign.map(([word, count]) => ({ kind, word, count, into: intoOf(remembered, kind, word) ?? null }))
  })

/** The words that a content does not use itself: where they are led into others, it has been led already. */
export const wordsUnusedBy = (content: RecordContent, map: WordMap): WordMap => {
  const used = wordsOf(content)
  return Object.fromEntries(VocabularyKind.options.map((kind) => [kind, Object.fromEntries(Object.entries(map[kind] ?? {}).filter(([word]) => !used[kind].includes(word)))]))
}

/** What a record of the sender's says here: the very same where none of its words is led into another. */
export const withWordsLed = (content: RecordContent, map: WordMap): RecordContent => {
  const one = (kind: VocabularyKind, word: string): string => intoOf(map, kind, word) ?? word
  const all = (kind: VocabularyKind, words: string[]): string[] => (words.some((word) => one(kind, word) !== word) ? [...new Set(words.map((word) => one(kind, word)))] : words)
  const [unit, team] = [one('units', content.unit), one('units', content.team)]
  const led: RecordContent = {
    ...content, unit, field: one('fields', content.field), tags: all('tags', content.tags), authors: all('people', content.authors),
    // A team that became one with its unit is no team of it any more.
    team: unit === team && content.unit !== content.team ? '' : team,
  }
  return isSameJson(led, content) ? content : led
}
