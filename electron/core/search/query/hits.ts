/** Hits: documents of one segment, ascending, each with a score; and what can be made of two of them. */
import { impactValues } from '../postings/fields'
import { PostingsList } from '../postings/postingsList'
import type { PlaceRange, Segment } from '../postings/segment'
import { emptyBytes, emptyFloats, filled, roomFor, type Hits } from './hitsRoom'

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

const sizeOf = (ranges: readonly PlaceRange[]): number => ranges.reduce((sum, { first, end }) => sum + end - first, 0)

/** The documents of any of several terms, each with the best of its impacts. */
export const hitsOfPlaces = (segment: Segment, ranges: readonly PlaceRange[], weight: number): Hits => {
  const [only] = ranges
  if (!only) return noHits
  if (sizeOf(ranges) === 1) return hitsOfPlace(segment, only.first, weight)
  const best = emptyBytes(segment.documentCount)
  let count = 0
  for (const { first, end } of ranges) {
    for (let place = first; place < end; place += 1) {
      list.read(segment, place)
      for (let at = 0; at < list.count; at += 1) {
        const document = list.documents[at] ?? 0
        const impact = list.impacts[at] ?? 0
        const before = best[document] ?? 0
        if (before === 0) count += 1
        if (impact > before) best[document] = impact
      }
    }
  }
  const found = roomFor(count)
  let next = 0
  for (let document = 0; next < count; document += 1) {
    const impact = best[document] ?? 0
    if (impact === 0) continue
    found.documents[next] = document
    found.scores[next] = weight * (impactValues[impact] ?? 0)
    next += 1
  }
  return found
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
  if (a.documents.length === 0) return b
  if (b.documents.length === 0) return a
  const found = roomFor(a.documents.length + b.documents.length)
  let count = 0
  for (let inA = 0, inB = 0; inA < a.documents.length || inB < b.documents.length; count += 1) {
    const ofA = a.documents[inA] ?? Infinity
    const ofB = b.documents[inB] ?? Infinity
    found.documents[count] = Math.min(ofA, ofB)
    found.scores[count] = Math.max(ofA <= ofB ? a.scores[inA] ?? 0 : 0, ofB <= ofA ? b.scores[inB] ?? 0 : 0)
    if (ofA <= ofB) inA += 1
    if (ofB <= ofA) inB += 1
  }
  return filled(found, count)
}

/** The documents with a score above `above`, by their numbers. */
const scored = (scores: Float32Array, above: number, counts: Float32Array = scores): Hits => {
  let most = 0
  for (const each of counts) if (each > above) most += 1
  const found = roomFor(most)
  let count = 0
  for (let document = 0; count < most; document += 1) {
    if ((counts[document] ?? 0) <= above) continue
    found.documents[count] = document
    found.scores[count] = scores[document] ?? 0
    count += 1
  }
  return found
}

/** What any of several has, with its best score, which is above 0. */
export const anyOf = (documentCount: number, all: readonly Hits[]): Hits => {
  const some = all.filter(({ documents }) => documents.length > 0)
  if (some.length < 3) return some.reduce(eitherOf, noHits)
  const [best] = emptyFloats(documentCount)
  for (const { documents, scores } of some) {
    for (let at = 0; at < documents.length; at += 1) {
      const document = documents[at] ?? 0
      const score = scores[at] ?? 0
      if (score > (best[document] ?? 0)) best[document] = score
    }
  }
  return scored(best, 0)
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

/** A term by its places, and how rare it is. */
export interface WeighedTerm { ranges: readonly PlaceRange[]; weight: number }

/**
 * Documents that hold so many of the terms that their weights make up at least a share of all. The rarest terms are looked at first: once
 * those that are left can't make up the share, they only add to what is found already.
 */
export const hitsOfSome = (segment: Segment, terms: readonly WeighedTerm[], least: number): Hits => {
  const [scores, weights] = emptyFloats(segment.documentCount)
  let left = terms.reduce((sum, { weight }) => sum + weight, 0)
  const needed = left * least
  for (const { ranges, weight } of [...terms].sort((a, b) => b.weight - a.weight)) {
    const isEnough = left >= needed
    left -= weight
    const hits = hitsOfPlaces(segment, ranges, weight)
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
