/** What other engines are asked in the same run: one file each, each as well set up for Chinese as its options allow. */

export interface PeerDocument { id: string; title: string; body: string }

export interface Peer {
  /** Once, with all documents. */
  build: (documents: Iterable<PeerDocument>) => void
  /** Ids, best first. */
  search: (text: string, limit: number) => string[]
}

/** How much a term in the title counts beside one in the body, as in our own index. */
export const titleWeight = 4

/** What is found in the first of several ways that finds anything: all terms, all of them nearly so, some of them. */
export const firstFound = <Way, Found>(ways: Iterable<Way>, find: (way: Way) => readonly Found[]): readonly Found[] => {
  for (const way of ways) {
    const found = find(way)
    if (found.length > 0) return found
  }
  return []
}
