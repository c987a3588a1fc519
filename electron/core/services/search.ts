/** Search as the contract has it: asks the index, and makes of what it finds rows, grouped by type. */
import type { Excerpt, FacetValues, MatchRange, ResultType, SearchAnswer, SearchHit, SearchRequest, SimilarAnswer, Suggestion, UnreadFile } from '#shared/contract/search'
import { resultTypes } from '#shared/contract/search'
import type { FoundDocument, FoundExcerpt, SearchInput, SearchResult } from '../search/results'
import type { Catalog } from '../store/catalog/catalog'
import type { SessionHolder } from './session'
import { attachmentId, partsOfId } from './indexing'

export interface MatchesRequest { id: string; attachment: string | null; text: string; literally: boolean; limit: number }

export interface SearchService {
  query: (request: SearchRequest & { limit: number }) => Promise<SearchAnswer>
  matches: (request: MatchesRequest) => Promise<{ total: number; excerpts: Excerpt[] }>
  similar: (request: { id: string; limit: number }) => Promise<SimilarAnswer>
  suggest: (request: { text: string; kinds?: Suggestion['kind'][] | undefined; limit: number }) => Promise<Suggestion[]>
  ids: (request: SearchRequest) => Promise<{ ids: string[]; complete: boolean }>
  unreadFiles: (limit: number) => UnreadFile[]
}

const inputOf = ({ text, filters, sort = 'relevance', literally = false }: SearchRequest): SearchInput => ({ text, filters, sort, literally })

const toExcerpt = ({ text, marks, sectionTitle = '', sectionId, blockId, page }: FoundExcerpt): Excerpt =>
  ({ text, marks, sectionTitle, sectionId: sectionId ?? null, blockId: blockId ?? null, page: page ?? null })

/** What was indexed of a record that was changed since is marked only where it still says the same. */
const marksOf = (title: string, indexed: string, marks: MatchRange[]): MatchRange[] => (title === indexed ? marks : [])

/** A hit whose record is still there. */
const toHit = ({ id, title, titleMarks, excerpt }: FoundDocument, catalog: Pick<Catalog, 'get'>): SearchHit[] => {
  const { recordId, sha256 } = partsOfId(id)
  const row = catalog.get(recordId)
  if (!row) return []
  const attachment = sha256 === undefined ? null : { sha256, name: title }
  return [{ row, attachment, titleMarks: marksOf(attachment ? title : row.title, title, titleMarks), excerpt: toExcerpt(excerpt) }]
}

const typeOf = ({ row, attachment }: SearchHit): ResultType => (attachment ? 'attachment' : row.type)

/** In the order of their best hits; types of which no hit is shown come last. */
const groupByType = (hits: readonly SearchHit[], { facets, total }: SearchResult, chosen: readonly string[] | undefined): SearchAnswer['groups'] => {
  const counted = new Map((facets.type ?? []).map(({ value, count }) => [value, count]))
  const types = [...new Set([...hits.map(typeOf), ...resultTypes])].filter((type) => !chosen || chosen.length === 0 || chosen.includes(type))
  return types.flatMap((type) => {
    const own = hits.filter((hit) => typeOf(hit) === type)
    const count = counted.get(type) ?? (own.length > 0 ? total : 0)
    return count > 0 ? [{ type, total: count, hits: own }] : []
  })
}

export const createSearchService = (sessions: SessionHolder): SearchService => ({
  query: async (request) => {
    const started = performance.now()
    const { indexing, catalog } = sessions.required()
    const result = await indexing.ask('query', { input: inputOf(request), limit: request.limit })
    const hits = result.hits.flatMap((found) => toHit(found, catalog))
    const facets: FacetValues = result.facets
    return {
      total: result.total, tookMs: performance.now() - started, complete: indexing.isComplete(), progress: indexing.progress(),
      files: { toRead: indexing.filesToRead(), unread: indexing.unreadFiles().length },
      groups: groupByType(hits, result, request.filters?.type), facets, problems: result.problems, way: result.way, correction: result.correction,
    }
  },
  matches: async ({ id, attachment, limit, ...request }) => {
    const found = await sessions.required().indexing.ask('matches', { id: attachment === null ? id : attachmentId(id, attachment), input: inputOf(request), limit })
    return { total: found.total, excerpts: found.excerpts.map(toExcerpt) }
  },
  similar: async (request) => {
    const { indexing, catalog } = sessions.required()
    const found = await indexing.ask('similar', request)
    const records = found.flatMap(({ id, resemblance }) => {
      const row = catalog.get(id)
      return row ? [{ row, resemblance }] : []
    })
    return { records, complete: indexing.isComplete() }
  },
  suggest: async ({ text, kinds, limit }) => sessions.required().indexing.ask('suggest', { text, kinds, limit }),
  ids: async (request) => {
    const { indexing } = sessions.required()
    const found = await indexing.ask('ids', { input: inputOf(request) })
    return { ids: [...new Set(found.map((id) => partsOfId(id).recordId))], complete: indexing.isComplete() }
  },
  unreadFiles: (limit) => {
    const { indexing, catalog } = sessions.required()
    return indexing.unreadFiles().slice(0, limit).flatMap(({ recordId, sha256, name, failure }) => {
      const row = catalog.get(recordId)
      return row ? [{ row, attachment: { sha256, name }, failure }] : []
    })
  },
})
