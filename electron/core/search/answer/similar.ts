/**
 * Documents like one: those that hold most of what is rare in it; and how much of two texts is the same, by which near-duplicates are told
 * (resemblance of shingles: Broder 1997).
 */
import { foldedUnits } from '#shared/text/fold'
import { foldedText, type HeldPart } from '../index/heldPart'
import { piecesOf, unitsOf } from '../part/texts'
import { visitTerms } from '../postings/segmentBuilder'
import { Evaluation, type SharedTerm } from '../query/evaluate'
import { filterHits } from '../query/hits'
import { beginSearch } from '../query/hitsRoom'
import { bestOf } from './best'
import type { SimilarDocument } from '../results'

/** What makes a document what it is: so many of its rarest terms, of those that others hold too. */
const mostTerms = 48
/** A document that is like it holds this share of what they weigh. */
const least = 0.15
/** Characters of a shingle; what divides words is left out. */
const shingleLength = 5

const termsOf = (part: HeldPart, document: number): SharedTerm[] => {
  const bytes = part.texts.bytes(document)
  const units = foldedUnits(unitsOf(bytes))
  const counts = new Map<string, { shared: SharedTerm; count: number }>()
  const count = (key: string, make: () => SharedTerm): void => {
    const known = counts.get(key) ?? { shared: make(), count: 0 }
    known.count += 1
    counts.set(key, known)
  }
  for (const span of piecesOf(bytes)) {
    visitTerms(units, span, (pair) => { if ((pair & 0x7fff) !== 0) count(`p${pair}`, () => ({ term: { kind: 'pair', pair }, share: 1 })) },
      (word) => { count(`w${word}`, () => ({ term: { kind: 'word', word }, share: 1 })) })
  }
  return [...counts.values()].map(({ shared, count: times }) => ({ ...shared, share: 1 + Math.log(times) }))
}

const shinglesOf = (text: string): ReadonlySet<string> => {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - shingleLength + 1) }, (_, at) => plain.slice(at, at + shingleLength)))
}

/** 0 for two texts that have nothing in common, 1 for the same. */
export const resemblance = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0
  for (const shingle of a) if (b.has(shingle)) both += 1
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}

export const similarTo = (parts: readonly HeldPart[], count: number, part: HeldPart, document: number, limit: number): SimilarDocument[] => {
  beginSearch()
  const evaluation = new Evaluation(parts, count)
  const terms = evaluation.rarest(termsOf(part, document).filter(({ term }) => evaluation.isShared(term)), mostTerms)
  const hits = parts.map((each, position) =>
    filterHits(evaluation.hits({ kind: 'some', terms, least }, position), (found) => each.removed[found] !== 1 && !(each === part && found === document)))
  const own = shinglesOf(foldedText(part, document))
  return bestOf(parts, hits, limit, (_, __, score) => score).map((found) =>
    ({ id: found.part.table.ids[found.document] ?? '', resemblance: resemblance(own, shinglesOf(foldedText(found.part, found.document))) }))
}
