/** Writes a segment term by term, in order. */
import { memoryLists, type Segment } from './segment'

export interface SegmentWriter {
  /** Begins the list of the next pair, or of the next word; pairs come first. `count`: how many documents it will have. */
  pair: (pair: number, count: number) => void
  word: (word: string, count: number) => void
  /** The next document of the list, ascending. */
  document: (document: number, impact: number) => void
  finish: () => Segment
}

const longer = (column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
  const more = new Uint32Array(column.length * 2 + 1)
  more.set(column)
  return more
}

/** `expected`: about how many. */
export const createSegmentWriter = (documentCount: number, expected: { terms: number; postings: number }): SegmentWriter => {
  let lists = new Uint8Array(expected.postings * 3 + expected.terms + 16)
  let pairs = new Uint32Array(expected.terms)
  let starts = new Uint32Array(expected.terms + 1)
  let counts = new Uint32Array(expected.terms + 1)
  const words: string[] = []
  let pairCount = 0
  let length = 0
  let last = -1

  const varint = (value: number): void => {
    let rest = value
    while (rest > 0x7f) {
      lists[length] = (rest & 0x7f) | 0x80
      length += 1
      rest >>>= 7
    }
    lists[length] = rest
    length += 1
  }

  /** Room for one more document. */
  const makeRoom = (): void => {
    if (length + 16 <= lists.length) return
    const more = new Uint8Array(lists.length * 2)
    more.set(lists)
    lists = more
  }

  const begin = (count: number): void => {
    const term = pairCount + words.length
    if (term + 1 >= starts.length) {
      starts = longer(starts)
      counts = longer(counts)
    }
    starts[term] = length
    counts[term] = count
    last = -1
  }

  return {
    pair: (pair, count) => {
      begin(count)
      if (pairCount === pairs.length) {
        pairs = longer(pairs)
      }
      pairs[pairCount] = pair
      pairCount += 1
    },
    word: (word, count) => {
      begin(count)
      words.push(word)
    },
    document: (document, impact) => {
      makeRoom()
      varint(document - last)
      lists[length] = impact
      length += 1
      last = document
    },
    finish: () => {
      const terms = pairCount + words.length
      starts[terms] = length
      return { documentCount, pairs: pairs.slice(0, pairCount), words, counts: counts.slice(0, terms), starts: starts.slice(0, terms + 1), lists: memoryLists(lists.slice(0, length)) }
    },
  }
}
