/** Makes one segment of several, term by term, without what was removed: the documents of the first come first. */
import { PostingsReader, type Segment } from './segment'
import { createSegmentWriter, type SegmentWriter } from './segmentWriter'

/** A segment to be merged, and which number each of its documents gets in the new one: -1 for one that is left out. */
export interface MergeSource { segment: Segment; renumbered: Int32Array }

/** Numbers what is kept of segments one after another. `isRemoved`: asked for each document of each. */
export const renumber = (segments: readonly Segment[], isRemoved: (segment: number, document: number) => boolean): MergeSource[] => {
  let next = 0
  return segments.map((segment, position) => ({
    segment,
    renumbered: Int32Array.from({ length: segment.documentCount }, (_, document) => {
      if (isRemoved(position, document)) return -1
      next += 1
      return next - 1
    }),
  }))
}

/** What is left of a term's lists in the sources that have it. */
class Gathered {
  count = 0
  private readonly documents: Uint32Array
  private readonly impacts: Uint8Array

  constructor(most: number) {
    this.documents = new Uint32Array(most)
    this.impacts = new Uint8Array(most)
  }

  /** Takes up the lists at these places, -1 where a source has none. */
  gather(sources: readonly MergeSource[], places: readonly number[]): number {
    this.count = 0
    for (let position = 0; position < sources.length; position += 1) {
      const source = sources[position]
      const place = places[position] ?? -1
      if (source && place >= 0) this.add(source, place)
    }
    return this.count
  }

  write(writer: SegmentWriter): void {
    for (let at = 0; at < this.count; at += 1) writer.document(this.documents[at] ?? 0, this.impacts[at] ?? 0)
  }

  private add({ segment, renumbered }: MergeSource, place: number): void {
    const reader = new PostingsReader(segment, place)
    while (reader.next()) {
      const document = renumbered[reader.document] ?? -1
      if (document < 0) continue
      this.documents[this.count] = document
      this.impacts[this.count] = reader.impact
      this.count += 1
    }
  }
}

/** Walks the terms of several sorted lists in order: gives each term with its place in every list, -1 where a list lacks it. */
const walk = <T>(lists: readonly ArrayLike<T>[], isBefore: (a: T, b: T) => boolean, visit: (term: T, places: readonly number[]) => void): void => {
  const at = lists.map(() => 0)
  const places = lists.map(() => -1)
  for (;;) {
    let least: T | undefined
    for (let position = 0; position < lists.length; position += 1) {
      const term = lists[position]?.[at[position] ?? 0]
      if (term !== undefined && (least === undefined || isBefore(term, least))) least = term
    }
    if (least === undefined) return
    for (let position = 0; position < lists.length; position += 1) {
      const place = at[position] ?? 0
      const has = lists[position]?.[place] === least
      places[position] = has ? place : -1
      if (has) at[position] = place + 1
    }
    visit(least, places)
  }
}

export const mergeSegments = (sources: readonly MergeSource[]): Segment => {
  const kept = sources.reduce((sum, { renumbered }) => sum + renumbered.filter((document) => document >= 0).length, 0)
  const sizes = (size: (segment: Segment) => number): number => sources.reduce((sum, { segment }) => sum + size(segment), 0)
  const writer = createSegmentWriter(kept, { terms: Math.ceil(sizes(({ starts }) => starts.length) / 2) + 16, postings: Math.ceil(sizes(({ lists }) => lists.length) / 3) })
  const gathered = new Gathered(kept)
  walk(sources.map(({ segment }) => segment.pairs), (a, b) => a < b, (pair, places) => {
    if (gathered.gather(sources, places) === 0) return
    writer.pair(pair, gathered.count)
    gathered.write(writer)
  })
  const pairCounts = sources.map(({ segment }) => segment.pairs.length)
  walk(sources.map(({ segment }) => segment.words), (a, b) => a < b, (word, places) => {
    if (gathered.gather(sources, places.map((place, position) => (place < 0 ? -1 : place + (pairCounts[position] ?? 0)))) === 0) return
    writer.word(word, gathered.count)
    gathered.write(writer)
  })
  return writer.finish()
}
