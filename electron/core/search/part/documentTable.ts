/** What is known of the documents of a part besides their text, in columns: who they are, what they are counted and sorted by. */
import { packStrings, readStrings, type Column, type Columns } from './columns'
import type { SearchDocument } from './searchDocument'

export interface DocumentTable {
  ids: readonly string[]
  dates: Uint32Array
  updatedAt: Float64Array
  uses: Uint32Array
  /** The labels of this part, each once, and those of each document as places in them: document d has `labels[starts[d]]` up to `labels[starts[d + 1]]`. */
  labelNames: readonly string[]
  labelStarts: Uint32Array
  labels: Uint32Array
}

export type DocumentFacts = Pick<SearchDocument, 'id' | 'labels' | 'date' | 'updatedAt' | 'uses'>

export const makeTable = (documents: readonly DocumentFacts[]): DocumentTable => {
  const places = new Map<string, number>()
  const placeOf = (name: string): number => {
    const known = places.get(name) ?? places.size
    places.set(name, known)
    return known
  }
  const labels: number[] = []
  const labelStarts = Uint32Array.from([0, ...documents.map((document) => {
    for (const name of new Set(document.labels)) labels.push(placeOf(name))
    return labels.length
  })])
  return {
    ids: documents.map(({ id }) => id),
    dates: Uint32Array.from(documents, ({ date }) => date), updatedAt: Float64Array.from(documents, ({ updatedAt }) => updatedAt),
    uses: Uint32Array.from(documents, ({ uses }) => uses),
    labelNames: [...places.keys()], labelStarts, labels: Uint32Array.from(labels),
  }
}

/** The places in `labelNames` of what a document is labelled with. */
export const labelsOf = ({ labels, labelStarts }: DocumentTable, document: number): Uint32Array =>
  labels.subarray(labelStarts[document] ?? 0, labelStarts[document + 1] ?? 0)

/** One document's facts again, to be put into another table. */
export const factsOf = (table: DocumentTable, document: number): DocumentFacts => ({
  id: table.ids[document] ?? '', date: table.dates[document] ?? 0,
  updatedAt: table.updatedAt[document] ?? 0, uses: table.uses[document] ?? 0,
  labels: Array.from(labelsOf(table, document), (label) => table.labelNames[label] ?? ''),
})

export const tableColumns = (table: DocumentTable): [string, Column][] => [
  ['ids', packStrings(table.ids)], ['dates', table.dates], ['updatedAt', table.updatedAt], ['uses', table.uses],
  ['labelNames', packStrings(table.labelNames)], ['labelStarts', table.labelStarts], ['labels', table.labels],
]

export const readTable = (columns: Columns): DocumentTable => ({
  ids: readStrings(columns.u8('ids')), dates: columns.u32('dates'),
  updatedAt: columns.f64('updatedAt'), uses: columns.u32('uses'),
  labelNames: readStrings(columns.u8('labelNames')), labelStarts: columns.u32('labelStarts'), labels: columns.u32('labels'),
})
