/** The list of one term, read at once into arrays that are used again for the next. */
import type { Segment, TermPlace } from './segment'

export class PostingsList {
  count = 0
  documents = new Uint32Array(1024)
  impacts = new Uint8Array(1024)

  /** One loop that decodes in place: everything that is searched for goes through it. */
  read({ lists, starts }: Segment, place: TermPlace): void {
    let at = starts[place] ?? 0
    const end = starts[place + 1] ?? 0
    // The number of documents that stands before them; each takes two bytes at least.
    while ((lists[at] ?? 0) > 0x7f) at += 1
    at += 1
    this.makeRoom((end - at) >>> 1)
    const { documents, impacts } = this
    let document = -1
    let count = 0
    while (at < end) {
      let byte = lists[at] ?? 0
      let distance = byte & 0x7f
      for (let shift = 7; byte > 0x7f; shift += 7) {
        at += 1
        byte = lists[at] ?? 0
        distance |= (byte & 0x7f) << shift
      }
      document += distance
      documents[count] = document
      impacts[count] = lists[at + 1] ?? 0
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
