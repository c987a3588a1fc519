/** Makes a segment of documents that are given one after another. Bounded: some thousands at once, which are then merged. */
import { hanNumber, visitRuns } from '#shared/text/runs'
import { unitsToText } from '#shared/text/fold'
import { fieldRules, impactOf, occurrenceWeight, type Field } from './fields'
import { pairOf, type Segment } from './segment'
import { createSegmentWriter } from './segmentWriter'
import { sortByKey } from './sortByKey'
import { TermWeights } from './termWeights'

/** A stretch of a document's folded code units that stands in one field. */
export interface Span { field: Field; start: number; end: number }

export interface SegmentBuilder {
  /** Adds a document: its folded code units, and which of them stand where. Answers with its number. */
  add: (units: Readonly<Uint16Array>, spans: readonly Span[]) => number
  /** How many terms of documents there are so far. */
  size: () => number
  finish: () => Segment
}

/** Words are numbered as they come, above all pairs. */
const wordBase = 2 ** 30

/** A document's number and a term's impact in one. */
const packed = (document: number, impact: number): number => document * 256 + impact

const lengthsOf = (spans: readonly Span[]): Map<Field, number> => {
  const lengths = new Map<Field, number>()
  for (const { field, start, end } of spans) lengths.set(field, (lengths.get(field) ?? 0) + end - start)
  return lengths
}

/** By code unit, as `<` compares. */
const byUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Gives the terms of a stretch: each pair of Han characters, the last of a run alone, and words. */
export const visitTerms = (
  units: Readonly<Uint16Array>, { field, start, end }: Span, pair: (pair: number) => void, word: (word: string) => void,
): void => {
  const { everyCharacter } = fieldRules[field]
  visitRuns(units, (from, to, isHan) => {
    if (!isHan) { word(unitsToText(units.slice(from, to))); return }
    let first = hanNumber(units[from] ?? 0)
    for (let at = from + 1; at < to; at += 1) {
      const second = hanNumber(units[at] ?? 0)
      pair(pairOf(first, second))
      if (everyCharacter) pair(pairOf(first, 0))
      first = second
    }
    pair(pairOf(first, 0))
  }, start, end)
}

export const createSegmentBuilder = (): SegmentBuilder => {
  const weights = new TermWeights()
  const wordNumbers = new Map<string, number>()
  let keys = new Uint32Array(4096)
  let values = new Uint32Array(4096)
  let count = 0
  let documents = 0

  const push = (term: number, value: number): void => {
    if (count === keys.length) {
      const more = { keys: new Uint32Array(count * 2), values: new Uint32Array(count * 2) }
      more.keys.set(keys)
      more.values.set(values)
      keys = more.keys
      values = more.values
    }
    keys[count] = term
    values[count] = value
    count += 1
  }

  const numberOf = (word: string): number => {
    const known = wordNumbers.get(word)
    if (known !== undefined) return known
    const number = wordBase + wordNumbers.size
    wordNumbers.set(word, number)
    return number
  }

  /** Where the entries of a term end that begin at a place. */
  const endOf = (start: number): number => {
    let end = start + 1
    while (end < count && keys[end] === keys[start]) end += 1
    return end
  }

  return {
    add: (units, spans) => {
      const document = documents
      documents += 1
      const lengths = lengthsOf(spans)
      for (const span of spans) {
        const weight = occurrenceWeight(span.field, lengths.get(span.field) ?? 0)
        visitTerms(units, span, (pair) => weights.add(pair, weight), (word) => weights.add(numberOf(word), weight))
      }
      weights.drain((term, weight) => push(term, packed(document, impactOf(weight))))
      return document
    },
    size: () => count,
    finish: () => {
      sortByKey(keys, values, count)
      const writer = createSegmentWriter(documents, { terms: Math.ceil(count / 4) + 16, postings: count })
      const list = (start: number, end: number): void => {
        for (let at = start; at < end; at += 1) writer.document((values[at] ?? 0) >>> 8, (values[at] ?? 0) & 0xff)
      }
      const places = new Map<number, [number, number]>()
      for (let start = 0; start < count;) {
        const end = endOf(start)
        const term = keys[start] ?? 0
        if (term < wordBase) {
          writer.pair(term, end - start)
          list(start, end)
        } else {
          places.set(term, [start, end])
        }
        start = end
      }
      for (const word of [...wordNumbers.keys()].sort(byUnit)) {
        const [start, end] = places.get(numberOf(word)) ?? [0, 0]
        writer.word(word, end - start)
        list(start, end)
      }
      return writer.finish()
    },
  }
}
