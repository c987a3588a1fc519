/**
 * The search of offline pages: the one of the app over documents that the page brings along, in the page. Built into one script of its own,
 * which needs nothing but a browser (`out/offline/search.js`, as `liangfangSearch`).
 */
import { createSearchIndex } from '../index/searchIndex'
import type { SearchDocument } from '../part/searchDocument'
import type { SearchIndex } from '../results'

/** `synonyms`: groups of words that mean the same. */
export const open = (documents: readonly SearchDocument[], synonyms: readonly (readonly string[])[] = []): Pick<SearchIndex, 'search' | 'matches' | 'suggest'> => {
  const index = createSearchIndex(synonyms)
  index.put(documents)
  return index
}
