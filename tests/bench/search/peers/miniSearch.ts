/** MiniSearch: BM25+ over terms of both fields; beginnings, and misspelt Latin words. */
import MiniSearch, { type SearchOptions } from 'minisearch'
import { firstFound, titleWeight, type Peer, type PeerDocument } from './peer'
import { indexTerms, isBeginning, isLatinWord, queryTerms } from './peerTerms'

const fuzzy = (term: string): number | false => isLatinWord(term) && 0.25
const ways: readonly SearchOptions[] = [{ combineWith: 'AND' }, { combineWith: 'AND', fuzzy }, { combineWith: 'OR', fuzzy }]

export const miniSearch = (): Peer => {
  const index = new MiniSearch<PeerDocument>({
    fields: ['title', 'body'], tokenize: (text, field) => indexTerms(text, field === 'title'), processTerm: (term) => term,
  })
  return {
    build: (documents) => { for (const document of documents) index.add(document) },
    search: (text, limit) => {
      const terms = queryTerms(text)
      const find = (way: SearchOptions) => index.search(text, {
        ...way, boost: { title: titleWeight }, tokenize: () => terms, processTerm: (term) => term, prefix: isBeginning, maxFuzzy: 2,
      })
      return firstFound(ways, find).slice(0, limit).map(({ id }) => String(id))
    },
  }
}
