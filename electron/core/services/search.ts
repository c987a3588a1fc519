/** Search: asks the index and makes of what it finds rows with marks and excerpts, grouped by type. */
import type { RecordRow } from '#shared/contract/records'
import type { Excerpt, SearchAnswer, SearchHit } from '#shared/contract/search'
import { RecordType } from '#shared/model/recordTypes'
import { cutExcerpt, findMatches, type Range } from '#shared/text/excerpt'
import { parseQuery, type Query } from '#shared/text/terms'
import { matchingPieces, type IndexedRecord } from '../search/searchIndex'
import type { SessionHolder } from './session'

export interface SearchService {
  query: (text: string, types: readonly RecordType[] | undefined, limit: number) => SearchAnswer
  matches: (id: string, text: string, limit: number) => { total: number; excerpts: Excerpt[] }
}

interface Piece { text: string; blockId: string | undefined; sectionId: string | undefined }

const toExcerpt = (record: IndexedRecord, piece: Piece, matches: readonly Range[], width: number): Excerpt => ({
  ...cutExcerpt(piece.text, matches, width),
  sectionTitle: piece.sectionId === undefined ? '' : record.sections.get(piece.sectionId) ?? '',
  sectionId: piece.sectionId ?? null, blockId: piece.blockId ?? null,
})

const covered = (matches: readonly Range[]): number => matches.reduce((sum, [from, to]) => sum + to - from, 0)

/** How well a place shows the query; of equals a block is better than a summary or a title, since it can be opened at. */
const worth = ({ piece, matches }: { piece: Piece; matches: readonly Range[] }): number => covered(matches) + (piece.blockId === undefined ? 0 : 0.5)

/** The piece that shows most of the query, else the beginning of the text. */
const bestExcerpt = (record: IndexedRecord, query: Query): Excerpt => {
  const places = matchingPieces(record, query)
  const best = places.reduce<(typeof places)[number] | undefined>(
    (most, place) => (most && worth(most) >= worth(place) ? most : place), undefined)
  if (best) return toExcerpt(record, best.piece, best.matches, 90)
  const start = record.summary || record.pieces.find((piece) => piece.blockId !== undefined)?.text || ''
  return toExcerpt(record, { text: start, blockId: undefined, sectionId: undefined }, [], 90)
}

const groupByType = (found: readonly { record: IndexedRecord; row: RecordRow }[], query: Query, limit: number): SearchAnswer['groups'] => {
  const shown = new Set(found.slice(0, limit))
  return RecordType.options.flatMap((type) => {
    const all = found.filter(({ row }) => row.type === type)
    const hits = all.filter((each) => shown.has(each)).map(({ record, row }): SearchHit =>
      ({ row, titleMarks: findMatches(row.title, query), excerpt: bestExcerpt(record, query) }))
    return all.length > 0 ? [{ type, total: all.length, hits }] : []
  })
}

export const createSearchService = (sessions: SessionHolder): SearchService => ({
  query: (text, types, limit) => {
    const started = performance.now()
    const { index, indexing, catalog } = sessions.required()
    indexing.begin()
    const query = parseQuery(text)
    const found = index.find(query, types).flatMap((record) => {
      const row = catalog.get(record.id)
      return row ? [{ record, row }] : []
    })
    const groups = groupByType(found, query, limit)
    return { total: found.length, tookMs: performance.now() - started, complete: indexing.isComplete(), left: indexing.left(), groups }
  },
  matches: (id, text, limit) => {
    const record = sessions.required().index.get(id)
    const places = record ? matchingPieces(record, parseQuery(text)) : []
    return { total: places.length, excerpts: record ? places.slice(0, limit).map(({ piece, matches }) => toExcerpt(record, piece, matches, 160)) : [] }
  },
})
