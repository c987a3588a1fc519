/** What the evaluation and the benches know of our own index. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createSearchIndex } from '#core/search/index/searchIndex'
import type { SearchDocument } from '#core/search/part/searchDocument'
import type { SearchIndex } from '#core/search/results'
import { Snapshot } from '#core/search/snapshot/snapshot'
import { buildRecords } from '#core/services/indexing/buildRecords'
import { createBuilders } from '#core/services/indexing/builders'

/** As a user types it. */
export const typed = (text: string) => ({ text, sort: 'relevance', literally: false }) as const

/** An index of few documents, in memory. */
export const indexOf = (documents: readonly SearchDocument[]): SearchIndex => {
  const index = createSearchIndex()
  index.put(documents)
  return index
}

/** Beside a snapshot: what the workers that make its parts make the documents of. */
export const sentencesPath = (folder: string): string => join(dirname(folder), 'sentences.txt')

/** Builds the snapshot of `count` documents in a new folder, in as many workers and parts as the app does when it has none. */
export const buildSnapshot = async (folder: string, count: number, sentences: readonly string[]): Promise<void> => {
  const { documents } = createSearchIndex()
  mkdirSync(folder, { recursive: true })
  writeFileSync(sentencesPath(folder), sentences.join('\n'))
  const snapshot = new Snapshot(folder)
  await buildRecords({
    builders: createBuilders(join(dirname(process.argv[1] ?? ''), 'partWorker.js'), (error) => { throw error }), folder,
    files: Array.from({ length: count }, (_, place) => [String(place), '']),
    onDone: () => undefined,
    onFailure: (id) => { throw new Error(`document ${id} was not read`) },
    adopt: async (stored) => { snapshot.adopt(documents, stored); return Promise.resolve() },
  })
  snapshot.save(documents)
}

export const loadSnapshot = async (folder: string): Promise<SearchIndex> => {
  const index = createSearchIndex()
  new Snapshot(folder).open(index.documents)
  return Promise.resolve(index)
}
