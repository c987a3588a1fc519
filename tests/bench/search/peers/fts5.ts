/**
 * SQLite's FTS5 in WebAssembly, the database in memory: text is given to it in terms with spaces between, a run of a query is a phrase of
 * its terms, else all terms, else some of them. Ranked by its BM25. It knows beginnings, and nothing of misspelling.
 */
import { createRequire } from 'node:module'
import type * as Sqlite from 'node-sqlite3-wasm'
import { z } from 'zod'
import { firstFound, titleWeight, type Peer } from './peer'
import { indexTerms, isBeginning, queryRuns, queryTerms } from './peerTerms'

// It is CommonJS, whose exports Node does not find by name.
const { Database }: typeof Sqlite = createRequire(import.meta.url)('node-sqlite3-wasm')

const Rows = z.array(z.object({ rowid: z.number() }))

const quoted = (terms: readonly string[]): string => `"${terms.join(' ')}"`
const beginning = (term: string): string => isBeginning(term) ? `${quoted([term])} *` : quoted([term])

export const fts5 = (): Peer => {
  const database = new Database(':memory:')
  database.exec(`create virtual table texts using fts5(title, body, content = '', prefix = '1', tokenize = 'unicode61 remove_diacritics 0')`)
  database.run(`insert into texts (texts, rank) values ('rank', 'bm25(${titleWeight}, 1)')`)
  const ids: string[] = []
  const texts = database.prepare('select rowid from texts where texts match ? order by rank limit ?')
  return {
    build: (documents) => {
      database.exec('begin')
      const insert = database.prepare('insert into texts (rowid, title, body) values (?, ?, ?)')
      for (const { id, title, body } of documents) insert.run([ids.push(id), indexTerms(title, true).join(' '), indexTerms(body, false).join(' ')])
      database.exec('commit')
    },
    search: (text, limit) => {
      const terms = queryTerms(text)
      if (terms.length === 0) return []
      const runs = queryRuns(text).map((run) => run.length === 1 ? beginning(run[0] ?? '') : quoted(run))
      const ways = new Set([runs.join(' '), terms.map(beginning).join(' '), terms.map(beginning).join(' OR ')])
      const find = (way: string) => Rows.parse(texts.all([way, limit]))
      return firstFound(ways, find).map(({ rowid }) => ids[rowid - 1] ?? '')
    },
  }
}
