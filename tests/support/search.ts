/** What the tests of the search core are made of: documents, segments and hits in a line, and what a person would find in them. */
import { createSearchIndex, type HeldIndex } from '#core/search/index/searchIndex'
import type { SearchDocument, SearchPiece } from '#core/search/part/searchDocument'
import { writeText } from '#core/search/part/texts'
import { PostingsList } from '#core/search/postings/postingsList'
import type { PlaceRange, Segment } from '#core/search/postings/segment'
import { createSegmentBuilder } from '#core/search/postings/segmentBuilder'
import type { Hits } from '#core/search/query/hits'
import type { SearchInput, SearchResult } from '#core/search/results'
import { foldedUnits } from '#shared/text/fold'

export const searchDocument = (id: string, pieces: readonly SearchPiece[], more: Partial<SearchDocument> = {}): SearchDocument =>
  ({ id, pieces, labels: [], date: 0, updatedAt: 1, uses: 0, ...more })

/** One with a title and a body. */
export const titled = (id: string, title: string, body = '', more: Partial<SearchDocument> = {}): SearchDocument =>
  searchDocument(id, [{ field: 'title', text: title }, { field: 'body', text: body, blockId: `${id}-1` }], more)

export const indexWith = (...documents: readonly SearchDocument[]): HeldIndex => {
  const index = createSearchIndex()
  index.put(documents)
  return index
}

export const inputOf = (text: string, more: Partial<SearchInput> = {}): SearchInput => ({ text, sort: 'relevance', literally: false, ...more })
export const searchFor = (index: HeldIndex, text: string, more: Partial<SearchInput> = {}): SearchResult => index.search(inputOf(text, more), 50)
export const idsFor = (index: HeldIndex, text: string, more: Partial<SearchInput> = {}): string[] => searchFor(index, text, more).hits.map(({ id }) => id)

export const segmentOf = (documents: readonly (readonly SearchPiece[])[]): Segment => {
  const builder = createSegmentBuilder()
  for (const pieces of documents) {
    const { units, spans } = writeText(pieces)
    builder.add(foldedUnits(units), spans)
  }
  return builder.finish()
}

/** Each document of a term with its impact. */
export type Listed = [document: number, impact: number][]

/** The lists of all terms in a range, one after another. */
export const listsIn = (segment: Segment, { first, end }: PlaceRange): Listed[] => {
  const list = new PostingsList()
  return Array.from({ length: end - first }, (_, at) => {
    list.read(segment, first + at)
    return Array.from(list.documents.subarray(0, list.count), (document, place): [number, number] => [document, list.impacts[place] ?? 0])
  })
}

/** Documents by their numbers, each with its score. */
export type Scores = ReadonlyMap<number, number>

export const hitsOf = (scores: Scores): Hits => {
  const documents = Uint32Array.from(scores.keys()).sort()
  return { documents, scores: Float32Array.from(documents, (document) => scores.get(document) ?? 0) }
}
/** In the order in which they stand. */
export const scoresOf = ({ documents, scores }: Hits): [number, number][] => Array.from(documents, (document, at) => [document, scores[at] ?? 0])
/** By document. */
export const sortedScores = (scores: Scores): [number, number][] => [...scores].sort(([a], [b]) => a - b)
