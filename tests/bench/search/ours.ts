/** What the evaluation and the benches know of our own index. */
import { createSearchIndex } from '#core/search/index/searchIndex'
import type { SearchDocument } from '#core/search/part/searchDocument'
import type { SearchIndex } from '#core/search/results'
import { writePart } from '#core/search/snapshot/partFiles'
import { Snapshot } from '#core/search/snapshot/snapshot'

/** As a user types it. */
export const typed = (text: string) => ({ text, sort: 'relevance', literally: false }) as const

/** An index of few documents, in memory. */
export const indexOf = (documents: readonly SearchDocument[]): SearchIndex => {
  const index = createSearchIndex()
  index.put(documents)
  return index
}

const documentsOfAPart = 20_000

/** Builds the snapshot of `count` documents in a folder, as the app does when it has none. */
export const buildSnapshot = async (folder: string, count: number, documents: (from: number, to: number) => Iterable<SearchDocument>): Promise<void> => {
  const { documents: held } = createSearchIndex()
  const snapshot = new Snapshot(folder)
  for (let from = 0; from < count; from += documentsOfAPart) {
    const part = writePart(folder, documents(from, Math.min(from + documentsOfAPart, count)))
    if (part) snapshot.adopt(held, part)
  }
  snapshot.save(held)
  return Promise.resolve()
}

export const loadSnapshot = async (folder: string): Promise<SearchIndex> => {
  const index = createSearchIndex()
  new Snapshot(folder).open(index.documents)
  return Promise.resolve(index)
}
