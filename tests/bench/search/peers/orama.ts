/** Orama: BM25 over terms of both fields; beginnings of terms; misspelt words where a query is of Latin words alone, since its tolerance is for all of a query. */
import { create, insert, search, type Results } from '@orama/orama'
import { firstFound, titleWeight, type Peer, type PeerDocument } from './peer'
import { indexTerms, isLatinWord, queryTerms } from './peerTerms'

/** It looks for beginnings of a text without terms everywhere; what we hand it is always in terms. */
const tokenizer = {
  language: 'chinese', normalizationCache: new Map<string, string>(),
  tokenize: (text: string): string[] => [...new Set(text.split(' '))],
}

const schema = { id: 'string', title: 'string', body: 'string' } as const

const atOnce = <T>(value: T | Promise<T>): T => {
  if (value instanceof Promise) throw new Error('Orama answered later')
  return value
}

export const orama = (): Peer => {
  const database = create({ schema, components: { tokenizer } })
  return {
    build: (documents) => {
      for (const { id, title, body } of documents) {
        atOnce(insert(database, { id, title: indexTerms(title, true).join(' '), body: indexTerms(body, false).join(' ') }))
      }
    },
    search: (text, limit) => {
      const terms = queryTerms(text)
      const isLatin = terms.length > 0 && terms.every(isLatinWord)
      const ways = [{ threshold: 0, tolerance: 0 }, ...(isLatin ? [{ threshold: 0, tolerance: 1 }] : []), { threshold: 1, tolerance: isLatin ? 1 : 0 }]
      const find = (way: typeof ways[number]) => {
        const results: Results<PeerDocument> = atOnce(search(database, {
          ...way, term: terms.join(' '), properties: ['title', 'body'], limit, boost: { title: titleWeight },
        }))
        return results.hits
      }
      return firstFound(terms.length > 0 ? ways : [], find).map(({ document }) => document.id)
    },
  }
}
