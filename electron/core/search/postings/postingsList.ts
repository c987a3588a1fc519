/** The list of one term, read at once into arrays that are used again for the next. */
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
