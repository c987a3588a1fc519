/** An index in this thread: documents put and removed, searches answered. */
import { fold } from '#shared/text/fold'
import { similarTo } from '../answer/similar'
import { titlesLike } from '../answer/titles'
import { matchesIn, search, searchIds, type Searchable } from '../answer/search'
import type { SearchIndex } from '../results'
import { Documents } from './documents'
import { helpersOf } from './knownSounds'

export interface HeldIndex extends SearchIndex {
  documents: Documents
  /** Groups of words that mean the same. */
  setSynonyms: (groups: readonly (readonly string[])[]) => void
}

const foldGroups = (groups: readonly (readonly string[])[]): string[][] =>
  groups.map((group) => group.map((word) => fold(word).trim()).filter((word) => word !== ''))

/** `groups` of words that mean the same. */
export const createSearchIndex = (groups: readonly (readonly string[])[] = []): HeldIndex => {
  const documents = new Documents()
  let synonyms = foldGroups(groups)
  const searchable = (): Searchable => ({ parts: documents.parts, count: documents.count(), helpers: helpersOf(documents.parts, synonyms, (typed) => documents.nearWords(typed)) })
  return {
    documents,
    setSynonyms: (next) => { synonyms = foldGroups(next) },
    put: (added) => { documents.put(added) },
    remove: (ids) => { documents.remove(ids) },
    search: (input, limit) => search(searchable(), input, limit),
    matches: (id, input, limit) => {
      const place = documents.find(id)
      return place ? matchesIn(searchable(), place.part, place.document, input, limit) : { total: 0, excerpts: [] }
    },
    similar: (id, limit) => {
      const place = documents.find(id)
      return place ? similarTo(documents.parts, documents.count(), place.part, place.document, limit) : []
    },
    titles: (title, limit) => titlesLike(documents.parts, documents.count(), title, limit),
    suggest: (text, kinds, limit) => documents.lexicon().suggest(text, kinds, limit),
    ids: (input) => searchIds(searchable(), input),
  }
}
