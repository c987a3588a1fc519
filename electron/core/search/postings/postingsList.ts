/** Lists of terms, read at once: that of one into arrays that are used again for the next, those of many into what is best of them. */
import { listAt, type Segment, type TermPlace } from './segment'

export class PostingsList {
  count = 0
  documents = new Uint32Array(1024)
  impacts = new Uint8Array(1024)

  /** One loop that decodes in place: everything that is searched for goes through it. */
  read(segment: Segment, place: TermPlace): void {
    const list = listAt(segment, place)
    const end = list.length
    this.makeRoom(segment.counts[place] ?? 0)
    const { documents, impacts } = this
    let at = 0
    let document = -1
    let count = 0
    while (at < end) {
      let byte = list[at] ?? 0
      let distance = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        at += 1
        byte = list[at] ?? 0
        distance |= (byte & 0x7f) << shift
      }
      document += distance
      documents[count] = document
      impacts[count] = list[at + 1] ?? 0
      count += 1
      at += 2
    }
    this.count = count
  }

  private makeRoom(most: number): void {
    if (most <= this.documents.length) return
    this.documents = new Uint32Array(most * 2)
    this.impacts = new Uint8Array(most * 2)
  }
}

/** Lists that stand together are read together, so much at once. */
const stretch = 1 << 16

/** Where the places end, from one on, of which the lists are read together. */
const stretchEnd = ({ starts }: Segment, first: TermPlace, end: TermPlace): TermPlace => {
  const most = (starts[first] ?? 0) + stretch
  let next = first + 1
  while (next < end && (starts[next + 1] ?? 0) <= most) next += 1
  return next
}

/**
 * Puts the best that each document gets from the lists from a place up to, not with, another into `best`, by the documents' numbers: `values`
 * of each impact. One loop again: a letter may begin a hundred thousand words.
 */
export const bestScores = (segment: Segment, first: TermPlace, end: TermPlace, values: Float64Array, best: Float32Array): void => {
  const { starts, lists } = segment
  for (let place = first; place < end;) {
    const next = stretchEnd(segment, place, end)
    const from = starts[place] ?? 0
    const bytes = lists.bytes(from, starts[next] ?? 0)
    for (let at = 0; place < next; place += 1) {
      const listEnd = (starts[place + 1] ?? 0) - from
      let document = -1
      for (; at < listEnd; at += 1) {
        let byte = bytes[at] ?? 0
        let distance = byte & 0x7f
        for (let shift = 7; byte > 0x7f; shift += 7) {
          at += 1
          byte = bytes[at] ?? 0
          distance |= (byte & 0x7f) << shift
        }
        document += distance
        at += 1
        const score = values[bytes[at] ?? 0] ?? 0
        if (score > (best[document] ?? 0)) best[document] = score
      }
    }
  }
}
