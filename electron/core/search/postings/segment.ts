/**
 * Segments: which documents hold a term, and how much it counts there. Plain arrays that can lie over a file as it is, and lists that can
 * stay in one; nothing of a segment ever changes. Documents are numbered from 0 within it.
 *
 * The list of a term: for each document the distance from the one before (varint; the first from -1) and the term's impact (one byte).
 */

/** A pair of Han characters by their numbers as one of 30 bits; the second is 0 where a character stands alone. */
export const pairOf = (first: number, second: number): number => (first << 15) | second
/** The characters of a pair; the second is 0 for none. */
export const firstOf = (pair: number): number => pair >>> 15
export const secondOf = (pair: number): number => pair & 0x7fff

/** Bytes of which only those are at hand that are asked for. */
export interface Lists {
  length: number
  /** Good until the next are asked for. Throws where they can't be read. */
  bytes: (start: number, end: number) => Uint8Array
  /** Reads all of them, a little at each step, until they are closed. Throws where they are not what was written. */
  check: () => Iterable<undefined>
  close: () => void
}

export const memoryLists = (lists: Uint8Array): Lists =>
  ({ length: lists.length, bytes: (start, end) => lists.subarray(start, end), check: () => [], close: () => undefined })

export interface Segment {
  documentCount: number
  /** Pairs of Han characters, ascending. */
  pairs: Uint32Array
  /** Letters, digits and rare characters, ascending by code unit. */
  words: readonly string[]
  /** How many documents hold each term, pairs first, then words. */
  counts: Uint32Array
  /** Where each term's list begins in `lists`, and where the last one ends. */
  starts: Uint32Array
  lists: Lists
}

/** A term of a segment by its place: pairs first, then words. */
export type TermPlace = number

/** The place of the first pair that is not before one. Asked hundreds of times for one key that somebody types: a loop of its own. */
export const pairBound = ({ pairs }: Segment, pair: number): TermPlace => {
  let [low, high] = [0, pairs.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((pairs[middle] ?? 0) < pair) low = middle + 1
    else high = middle
  }
  return low
}

const wordBound = ({ words }: Segment, word: string): number => {
  let [low, high] = [0, words.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((words[middle] ?? '') < word) low = middle + 1
    else high = middle
  }
  return low
}

/** Places from `first` up to, not with, `end`. */
export interface PlaceRange { first: TermPlace; end: TermPlace }

export const noPlaces: PlaceRange = { first: 0, end: 0 }

export const findPair = (segment: Segment, pair: number): PlaceRange => {
  const at = pairBound(segment, pair)
  return segment.pairs[at] === pair ? { first: at, end: at + 1 } : noPlaces
}

/** All pairs that begin with a character, itself alone included. */
export const findPairsFrom = (segment: Segment, first: number): PlaceRange =>
  ({ first: pairBound(segment, pairOf(first, 0)), end: pairBound(segment, pairOf(first + 1, 0)) })

export const findWord = (segment: Segment, word: string): PlaceRange => {
  const at = wordBound(segment, word)
  return segment.words[at] === word ? { first: segment.pairs.length + at, end: segment.pairs.length + at + 1 } : noPlaces
}

export const findWordsFrom = (segment: Segment, beginning: string): PlaceRange => {
  const first = wordBound(segment, beginning)
  let end = first
  while (segment.words[end]?.startsWith(beginning)) end += 1
  return { first: segment.pairs.length + first, end: segment.pairs.length + end }
}

/** The bytes of a term's list, good until the next is asked for. */
export const listAt = ({ lists, starts }: Segment, place: TermPlace): Uint8Array => lists.bytes(starts[place] ?? 0, starts[place + 1] ?? 0)

/** Reads the list of a term, one document after another. */
export class PostingsReader {
  document = -1
  impact = 0
  private readonly list: Uint8Array
  private at = 0

  /** To be read before another list of the segment is. */
  constructor(segment: Segment, place: TermPlace) {
    this.list = listAt(segment, place)
  }

  next(): boolean {
    if (this.at >= this.list.length) return false
    this.document += this.varint()
    this.impact = this.list[this.at] ?? 0
    this.at += 1
    return true
  }

  private varint(): number {
    let byte = this.list[this.at] ?? 0
    this.at += 1
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f && shift < 35; shift += 7) {
      byte = this.list[this.at] ?? 0
      this.at += 1
      value |= (byte & 0x7f) << shift
    }
    return value
  }
}
