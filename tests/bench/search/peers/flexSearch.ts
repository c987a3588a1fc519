/** FlexSearch: it has no BM25, its scores come from where in a text a term stands; beginnings of terms; what is found in titles comes first. */
import { Index } from 'flexsearch'
import { firstFound, type Peer } from './peer'
import { indexTerms, queryTerms } from './peerTerms'

const makeIndex = () => new Index({ tokenize: 'forward', encode: (text) => text.split(' ') })

export const flexSearch = (): Peer => {
  const titles = makeIndex()
  const bodies = makeIndex()
  const ids: string[] = []
  return {
    build: (documents) => {
      for (const { id, title, body } of documents) {
        const number = ids.push(id) - 1
        titles.add(number, indexTerms(title, true).join(' '))
        bodies.add(number, indexTerms(body, false).join(' '))
      }
    },
    search: (text, limit) => {
      const terms = queryTerms(text)
      const find = (suggest: boolean) => [...new Set([titles, bodies].flatMap((index) => index.search(terms.join(' '), { limit, suggest })))]
      return firstFound(terms.length > 0 ? [false, true] : [], find).slice(0, limit).map((number) => ids[Number(number)] ?? '')
    },
  }
}
