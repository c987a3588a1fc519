/** Hits: documents of one segment, ascending, each with a score; and what can be made of two of them. */
import { impactValues } from '../postings/fields'
import { bestScores, PostingsList } from '../postings/postingsList'
import type { PlaceRange, Segment } from '../postings/segment'
import { emptyFloats, filled, roomFor, type Hits } from './hitsRoom'

export type { Hits }

export const noHits: Hits = { documents: new Uint32Array(0), scores: new Float32Array(0) }

/** One list at a time is read into it. */
const list = new PostingsList()

/** The documents of one term; `weight`: what its impacts are multiplied by. */
const hitsOfPlace = (segment: Segment, place: number, weight: number): Hits => {
  list.read(segment, place)
  const found = roomFor(list.count)
  found.documents.set(list.documents.subarray(0, list.count))
  for (let at = 0; at < list.count; at += 1) found.scores[at] = weight * (impactValues[list.impacts[at] ?? 0] ?? 0)
  return found
}

/** A term by its places, and what its impacts are multiplied by: how rare it is. */
export interface WeighedTerm { ranges: readonly PlaceRange[]; weight: number }

const weighed = new Float64Array(impactValues.length)
/** What each impact counts in a term; good until asked again. */
const valuesOf = (weight: number): Float64Array => {
  for (let impact = 0; impact < weighed.length; impact += 1) weighed[impact] = weight * (impactValues[impact] ?? 0)
  return weighed
}

/** The place of a term that has just one in a segment. */
export const onlyPlace = ([only, ...others]: readonly PlaceRange[]): number | undefined =>
  (only && others.length === 0 && only.end - only.first === 1 ? only.first : undefined)

/** The documents of a term, each with the best of its impacts. */
export const hitsOfTerm = (segment: Segment, term: WeighedTerm): Hits => {
  if (term.ranges.length === 0) return noHits
  const place = onlyPlace(term.ranges)
  return place === undefined ? anyOf(segment, [term], []) : hitsOfPlace(segment, place, term.weight)
}

/** Those of `hits` that a term has too, its impacts added. */
export const narrowByPlace = ({ documents, scores }: Hits, segment: Segment, place: number, weight: number): Hits => {
  list.read(segment, place)
  const found = roomFor(Math.min(documents.length, list.count))
  let count = 0
  let inList = 0
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    while (inList < list.count && (list.documents[inList] ?? 0) < document) inList += 1
    if (inList === list.count) break
    if (list.documents[inList] !== document) continue
    found.documents[count] = document
    found.scores[count] = (scores[at] ?? 0) + weight * (impactValues[list.impacts[inList] ?? 0] ?? 0)
    count += 1
  }
  return filled(found, count)
}

/** What both have, scores added. */
export const bothOf = (a: Hits, b: Hits): Hits => {
  const found = roomFor(Math.min(a.documents.length, b.documents.length))
  let count = 0
  for (let inA = 0, inB = 0; inA < a.documents.length && inB < b.documents.length;) {
    const ofA = a.documents[inA] ?? 0
    const ofB = b.documents[inB] ?? 0
    if (ofA === ofB) {
      found.documents[count] = ofA
      found.scores[count] = (a.scores[inA] ?? 0) + (b.scores[inB] ?? 0)
      count += 1
    }
    if (ofA <= ofB) inA += 1
    if (ofB <= ofA) inB += 1
  }
  return filled(found, count)
}

/** What either has, with the better score. */
export const eitherOf = (a: Hits, b: Hits): Hits => {
  const [endOfA, endOfB] = [a.documents.length, b.documents.length]
  if (endOfA === 0) return b
  if (endOfB === 0) return a
  const found = roomFor(endOfA + endOfB)
  let [inA, inB, count] = [0, 0, 0]
  const keep = (document: number, score: number): void => {
    found.documents[count] = document
    found.scores[count] = score
    count += 1
  }
  while (inA < endOfA && inB < endOfB) {
    const [ofA, ofB] = [a.documents[inA] ?? 0, b.documents[inB] ?? 0]
    const [scoreOfA, scoreOfB] = [a.scores[inA] ?? 0, b.scores[inB] ?? 0]
    if (ofA < ofB) keep(ofA, scoreOfA)
    else keep(ofB, ofA === ofB && scoreOfA > scoreOfB ? scoreOfA : scoreOfB)
    if (ofA <= ofB) inA += 1
    if (ofB <= ofA) inB += 1
  }
  for (; inA < endOfA; inA += 1) keep(a.documents[inA] ?? 0, a.scores[inA] ?? 0)
  for (; inB < endOfB; inB += 1) keep(b.documents[inB] ?? 0, b.scores[inB] ?? 0)
  return filled(found, count)
}

/** The documents with a score, or a count where these are given, above `above`, by their numbers. */
const scored = (scores: Float32Array, above: number, counts: Float32Array = scores): Hits => {
  const found = roomFor(scores.length)
  let count = 0
  for (let document = 0; document < counts.length; document += 1) {
    if ((counts[document] ?? 0) <= above) continue
    found.documents[count] = document
    found.scores[count] = scores[document] ?? 0
    count += 1
  }
  return filled(found, count)
}

/** The best score of each document in any of several terms or hits, by its number; 0 for what none has. Good until asked again. */
const bestOfAny = (segment: Segment, terms: readonly WeighedTerm[], found: readonly Hits[]): Float32Array => {
  const [best] = emptyFloats(segment.documentCount)
  for (const { ranges, weight } of terms) {
    const values = valuesOf(weight)
    for (const { first, end } of ranges) bestScores(segment, first, end, values, best)
  }
  for (const { documents, scores } of found) {
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0
      const score = scores[at] ?? 0
      if (score > (best[document] ?? 0)) best[document] = score
    }
  }
  return best
}

/** What any of several terms or hits has, with its best score, which is above 0. */
export const anyOf = (segment: Segment, terms: readonly WeighedTerm[], found: readonly Hits[]): Hits => scored(bestOfAny(segment, terms, found), 0)

/** Those of `hits` that any of several terms or hits has too, its best score added. */
export const narrowByAny = ({ documents, scores }: Hits, segment: Segment, terms: readonly WeighedTerm[], found: readonly Hits[]): Hits => {
  const best = bestOfAny(segment, terms, found)
  const narrowed = roomFor(documents.length)
  let count = 0
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    const score = best[document] ?? 0
    if (score <= 0) continue
    narrowed.documents[count] = document
    narrowed.scores[count] = (scores[at] ?? 0) + score
    count += 1
  }
  return filled(narrowed, count)
}

/** What `a` has and `b` has not. */
export const without = (a: Hits, b: Hits): Hits => {
  let inB = 0
  return filterHits(a, (document) => {
    while (inB < b.documents.length && (b.documents[inB] ?? 0) < document) inB += 1
    return b.documents[inB] !== document
  })
}

export const filterHits = ({ documents, scores }: Hits, isKept: (document: number) => boolean): Hits => {
  const kept = roomFor(documents.length)
  let count = 0
  for (let at = 0; at < documents.length; at += 1) {
    const document = documents[at] ?? 0
    if (!isKept(document)) continue
    kept.documents[count] = document
    kept.scores[count] = scores[at] ?? 0
    count += 1
  }
  return filled(kept, count)
}

/**
 * Documents that hold so many of the terms that their weights make up at least a share of all. The rarest terms are looked at first: once
 * those that are left can't make up the share, they only add to what is found already.
 */
export const hitsOfSome = (segment: Segment, terms: readonly WeighedTerm[], least: number): Hits => {
  let left = terms.reduce((sum, { weight }) => sum + weight, 0)
  const needed = left * least
  const all = [...terms].sort((a, b) => b.weight - a.weight).map((term) => ({ weight: term.weight, hits: hitsOfTerm(segment, term) }))
  const [scores, weights] = emptyFloats(segment.documentCount)
  for (const { weight, hits } of all) {
    const isEnough = left >= needed
    left -= weight
    for (let at = 0; at < hits.documents.length; at += 1) {
      const document = hits.documents[at] ?? 0
      const before = weights[document] ?? 0
      if (before === 0 && !isEnough) continue
      weights[document] = before + weight
      scores[document] = (scores[document] ?? 0) + (hits.scores[at] ?? 0)
    }
  }
  // A little below, for what was lost in rounding.
  return scored(scores, needed * 0.999, weights)
}

/** Those of all documents that are kept, each with a score of 0. */
export const hitsWhere = (documentCount: number, isKept: (document: number) => boolean): Hits => {
  const found = roomFor(documentCount)
  let count = 0
  for (let document = 0; document < documentCount; document += 1) {
    if (!isKept(document)) continue
    found.documents[count] = document
    found.scores[count] = 0
    count += 1
  }
  return filled(found, count)
}
