/** The words of a library in its saved views: in what they are narrowed to. */
import type { LibraryFile } from '../library'
import { SavedView } from '../listFields'
import type { VocabularyKind } from './rows'

const facetsOf: Readonly<Record<VocabularyKind, readonly string[]>> = { units: ['unit', 'team'], fields: ['field'], tags: ['tag'], people: [] }

type Words = ReadonlySet<string>

/** Whether a saved view is narrowed to one of the words; one that this version can't read is narrowed to none that it knows of. */
export const viewNames = (view: unknown, kind: VocabularyKind, words: Words): boolean => {
  const { data } = SavedView.safeParse(view)
  return facetsOf[kind].some((facet) => data?.facets[facet]?.some((value) => words.has(value)) === true)
}

/** The saved views after `words` became `into`; what this version can't read stays as it is. */
export const withWordsInViews = (views: LibraryFile['views'], kind: VocabularyKind, words: Words, into: string): LibraryFile['views'] => views?.map((view) => {
  const { data } = SavedView.safeParse(view)
  if (!data || !viewNames(view, kind, words)) return view
  const narrowed = Object.entries(data.facets).map(([facet, values]) =>
    [facet, facetsOf[kind].includes(facet) ? [...new Set(values.map((value) => (words.has(value) ? into : value)))] : values] as const)
  return { ...data, facets: Object.fromEntries(narrowed) }
})
