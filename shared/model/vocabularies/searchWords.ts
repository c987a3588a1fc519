/** The words of a library in its saved searches: in what they are narrowed to, and in fields of what was typed, such as `tag:安全`. */
import { parseSearchQuery, type QueryPart } from '../../text/searchQuery'
import type { QueryField } from '../../text/queryFields'
import type { LibraryFile } from '../library'
import { SavedSearch, type SearchFacet, type SearchFilters } from '../search'
import type { VocabularyKind } from './rows'

const named: Readonly<Record<VocabularyKind, { field: QueryField; facet?: SearchFacet }>> = {
  units: { field: 'unit', facet: 'unit' }, fields: { field: 'field', facet: 'field' }, tags: { field: 'tag', facet: 'tag' }, people: { field: 'author' },
}

type Words = ReadonlySet<string>

const partsOf = (text: string): QueryPart[] => parseSearchQuery(text).all.flat().map(({ part }) => part)

/** As a value can be typed after a field's name: in quotes where it must be; undefined where no way of typing it is read as it. */
const typedValue = (field: QueryField, word: string): string | undefined => [word, `"${word}"`, `「${word}」`].find((typed) => {
  const [part, ...others] = partsOf(`${field}:${typed}`)
  return part?.kind === 'field' && part.value === word && others.length === 0
})

const inText = (text: string, field: QueryField, words: Words, into: string): string => {
  const typed = typedValue(field, into)
  if (typed === undefined) return text
  const places = partsOf(text).filter((part) => part.kind === 'field' && part.field === field && words.has(part.value))
  return places.sort((a, b) => b.start - a.start).reduce((now, { start, end }) => {
    const name = now.slice(start).search(/[:：]/) + 1
    return `${now.slice(0, start + name)}${typed}${now.slice(end)}`
  }, text)
}

const inFilters = (filters: SearchFilters, facet: SearchFacet, words: Words, into: string): SearchFilters => {
  const values = filters[facet]
  return values?.some((value) => words.has(value)) ? { ...filters, [facet]: [...new Set(values.map((value) => (words.has(value) ? into : value)))] } : filters
}

const rewritten = (search: SavedSearch, { field, facet }: (typeof named)[VocabularyKind], words: Words, into: string): SavedSearch => ({
  ...search, text: inText(search.text, field, words, into),
  ...search.filters && facet && { filters: inFilters(search.filters, facet, words, into) },
})

/** The saved searches after `words` became `into`; one that would not be a search then stays as it is, and so does what this version can't read. */
export const withWordsInSearches = (searches: LibraryFile['searches'], kind: VocabularyKind, words: Words, into: string): LibraryFile['searches'] => searches?.map((each) => {
  const { data } = SavedSearch.safeParse(each)
  if (!data) return each
  const next = rewritten(data, named[kind], words, into)
  return JSON.stringify(next) !== JSON.stringify(data) && SavedSearch.safeParse(next).success ? next : each
})

/** Whether a saved search names one of the words; one that this version can't read names none that it knows of. */
export const searchNames = (search: unknown, kind: VocabularyKind, words: Words): boolean => {
  const { data } = SavedSearch.safeParse(search)
  const { field, facet } = named[kind]
  if (!data) return false
  return (facet !== undefined && data.filters?.[facet]?.some((value) => words.has(value)) === true)
    || partsOf(data.text).some((part) => part.kind === 'field' && part.field === field && words.has(part.value))
}
