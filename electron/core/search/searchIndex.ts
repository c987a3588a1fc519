/**
 * The index behind the search service: MiniSearch over Han bigrams, in memory, filled in the background.
 * It holds what excerpts need (the pieces of each body), so that an answer reads no file.
 */
import MiniSearch, { type SearchOptions } from 'minisearch'
import { bodyPieces, type TextPiece } from '#shared/model/body/walk'
import type { RecordContent, RecordFile } from '#shared/model/record'
import type { RecordType } from '#shared/model/recordTypes'
import { findMatches } from '#shared/text/excerpt'
import { fold } from '#shared/text/fold'
import { indexTerms, isHan, type Query } from '#shared/text/terms'

export interface IndexedRecord {
  id: string
  type: RecordType
  title: string
  summary: string
  pieces: readonly TextPiece[]
  /** Section titles by id, for excerpts. */
  sections: ReadonlyMap<string, string>
}

export interface SearchIndex {
  /** Adds or replaces a record, soon. */
  put: (record: RecordFile) => void
  remove: (id: string) => void
  get: (id: string) => IndexedRecord | undefined
  /** Ids of what matches, best first. */
  find: (query: Query, types: readonly RecordType[] | undefined) => IndexedRecord[]
  /** False while records wait to be indexed. */
  isComplete: () => boolean
  /** Resolves when all that was put is indexed. */
  whenComplete: () => Promise<void>
  close: () => void
}

interface Fields { id: string; title: string; tags: string; number: string; unit: string; summary: string; body: string }

const boost = { title: 4, number: 4, tags: 3, unit: 1.5, summary: 2, body: 1 }
const shortFields = new Set(['title', 'tags', 'number', 'unit'])
const reranked = 60
/** The core's loop is never held longer than this by indexing. */
const sliceMs = 15

/** Measured results as text, searched like the body. */
const resultPieces = ({ fields: { results = [] } }: RecordContent): TextPiece[] => results.map(({ indicator, unit, before, after, note = '' }) =>
  ({ text: [indicator, unit, before, after, note].filter((part) => part !== '').join(' '), blockId: undefined, sectionId: undefined }))

const toFields = ({ id, content }: RecordFile, pieces: readonly TextPiece[]): Fields => ({
  id, title: content.title, tags: content.tags.join('\n'), number: content.number,
  unit: [content.unit, content.team, content.field, content.place, ...content.authors].join('\n'),
  summary: content.summary, body: pieces.map((piece) => piece.text).join('\n'),
})

const toIndexed = ({ id, content }: RecordFile, pieces: readonly TextPiece[]): IndexedRecord => ({
  id, type: content.type, title: content.title, summary: content.summary, pieces,
  sections: new Map(content.body.sections.map((section) => [section.id, section.title])),
})

const options = (terms: readonly string[]): SearchOptions => ({
  boost,
  prefix: (term) => !isHan(term) || term.length === 1,
  fuzzy: (term) => (!isHan(term) && /^\p{L}{4,}$/u.test(term) ? 0.2 : false),
  combineWith: 'AND',
  tokenize: () => [...terms],
  processTerm: (term) => term,
})

/** How much of the query stands in the record as it was typed: 2 in the title, 1 in the text, a word at a time, and as much for all of it. */
const contiguity = (record: IndexedRecord, { phrase, words }: Query): number => {
  const title = fold(record.title)
  const texts = [record.summary, ...record.pieces.map((piece) => piece.text)].map(fold)
  const whole = (word: string): number => (title.includes(word) ? 2 : texts.some((text) => text.includes(word)) ? 1 : 0)
  return whole(phrase) + words.reduce((sum, word) => sum + whole(word), 0) / words.length
}

export const createSearchIndex = (): SearchIndex => {
  const records = new Map<string, IndexedRecord>()
  const waiting = new Map<string, RecordFile>()
  const whenDone: (() => void)[] = []
  let timer: NodeJS.Immediate | undefined
  const index = new MiniSearch<Fields>({
    fields: Object.keys(boost), storeFields: [],
    tokenize: (text, field) => indexTerms(text, field !== undefined && shortFields.has(field)),
    processTerm: (term) => term,
  })

  const indexRecord = (record: RecordFile): void => {
    const pieces = [...bodyPieces(record.content.body), ...resultPieces(record.content)]
    const fields = toFields(record, pieces)
    if (index.has(record.id)) index.replace(fields)
    else index.add(fields)
    records.set(record.id, toIndexed(record, pieces))
  }

  const work = (): void => {
    timer = undefined
    const until = performance.now() + sliceMs
    for (const [id, record] of waiting) {
      if (performance.now() > until) break
      waiting.delete(id)
      indexRecord(record)
    }
    if (waiting.size > 0) timer = setImmediate(work)
    else whenDone.splice(0).forEach((done) => { done() })
  }

  const search = (terms: readonly string[], combineWith: 'AND' | 'OR') =>
    terms.length === 0 ? [] : index.search(terms.join(' '), { ...options(terms), combineWith })

  return {
    put: (record) => {
      waiting.set(record.id, record)
      timer ??= setImmediate(work)
    },
    remove: (id) => {
      waiting.delete(id)
      records.delete(id)
      if (index.has(id)) index.discard(id)
    },
    get: (id) => records.get(id),
    find: (query, types) => {
      const { terms } = query
      const all = search(terms, 'AND')
      const some = all.length > 0 || terms.length < 2
        ? all
        : search(terms, 'OR').filter((result) => result.queryTerms.length * 2 >= terms.length)
      const scored = some.flatMap(({ id, score }) => {
        const record = typeof id === 'string' ? records.get(id) : undefined
        return record && (!types || types.includes(record.type)) ? [{ record, score }] : []
      })
      const best = scored.slice(0, reranked)
        .map(({ record, score }) => ({ record, score: score * (1 + contiguity(record, query)) }))
        .sort((a, b) => b.score - a.score)
      return [...best, ...scored.slice(reranked)].map(({ record }) => record)
    },
    isComplete: () => waiting.size === 0,
    whenComplete: async () => waiting.size === 0 ? undefined : new Promise<void>((resolve) => { whenDone.push(resolve) }),
    close: () => { if (timer) clearImmediate(timer); waiting.clear() },
  }
}

export interface MatchingPiece { piece: TextPiece; matches: [number, number][] }

/** The places of a record that a query matches, in reading order, its summary first: where it stands as it was typed, if anywhere. */
export const matchingPieces = (record: IndexedRecord, query: Query): MatchingPiece[] => {
  const places = placesOf(record, query)
  const meant = places.filter(({ piece }) => fold(piece.text).includes(query.phrase))
  return meant.length > 0 ? meant : places
}

const placesOf = (record: IndexedRecord, query: Query): MatchingPiece[] =>
  [{ text: record.summary, blockId: undefined, sectionId: undefined }, ...record.pieces].flatMap((piece) => {
    const matches = findMatches(piece.text, query)
    return matches.length > 0 ? [{ piece, matches }] : []
  })
