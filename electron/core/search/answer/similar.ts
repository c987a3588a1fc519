/**
 * Documents like one. Those that hold most of what is rare in it are looked at: how much the terms of both have in common says whether they
 * treat of the same, how much of two texts is the same tells near-duplicates (resemblance of shingles: Broder 1997). Files are left out.
 */
import { isNearDuplicate } from '#shared/model/search'
import { foldedUnits } from '#shared/text/fold'
import { foldedText, type HeldPart } from '../index/heldPart'
import { piecesOf, unitsOf } from '../part/texts'
import { visitTerms } from '../postings/segmentBuilder'
import { Evaluation, type SharedTerm } from '../query/evaluate'
import { filterHits } from '../query/hits'
import { beginSearch, keepOnly, usedRoom } from '../query/hitsRoom'
import { keyOf, type Term } from '../query/terms'
import type { SimilarDocument } from '../results'
import { bestOf, type Ranked } from './best'
import { chooseLabels, hasLabel } from './labels'

/** What makes a document what it is: so many of its rarest terms, of those that others hold too. */
const mostTerms = 48
/** A document that is looked at holds this share of what they weigh. */
const leastShare = 0.15
/** So many are looked at for each that is shown. */
const lookedAtEach = 2
/**
 * From this cosine of their weighed terms on, two documents treat of the same. Where the passages of two Wikipedias and the sample library
 * were read, those of one matter had 0.08 to 0.3, those of different ones up to 0.065.
 */
const leastCosine = 0.07
/** Characters of a shingle; what divides words is left out. */
const shingleLength = 5

/** The terms of a document, each with how much it counts for being there several times. */
const termsOf = (part: HeldPart, document: number): SharedTerm[] => {
  const bytes = part.texts.bytes(document)
  const units = foldedUnits(unitsOf(bytes))
  const counts = new Map<string | number, { term: Term; count: number }>()
  const count = (key: string | number, make: () => Term): void => {
    const known = counts.get(key)
    if (known) known.count += 1
    else counts.set(key, { term: make(), count: 1 })
  }
  for (const span of piecesOf(bytes)) {
    visitTerms(units, span, (pair) => { if ((pair & 0x7fff) !== 0) count(pair, () => ({ kind: 'pair', pair })) }, (word) => { count(word, () => ({ kind: 'word', word })) })
  }
  return [...counts.values()].map(({ term, count: times }) => ({ term, share: 1 + Math.log(times) }))
}

const squaresOf = (terms: readonly SharedTerm[]): number => terms.reduce((sum, { share }) => sum + share * share, 0)

/** A document that others are compared with: its terms by their keys. */
class Model {
  private readonly terms: ReadonlyMap<string, { share: number; rarity: number }>
  private readonly squares: number
  private readonly shareSquares: number

  constructor(terms: readonly SharedTerm[], evaluation: Evaluation) {
    this.terms = new Map(terms.map(({ term, share }) => [keyOf(term), { share, rarity: evaluation.rarityOf(term) }]))
    this.squares = [...this.terms.values()].reduce((sum, { share, rarity }) => sum + (share * rarity) ** 2, 0)
    this.shareSquares = squaresOf(terms)
  }

  /**
   * The cosine of the weighed terms of both: 0 where they have none in common, 1 for the same. The terms of the other are taken to be as rare
   * as these: looking all of them up would take five times as long, and leads to the same.
   */
  likeness(others: readonly SharedTerm[]): number {
    let product = 0
    for (const { term, share } of others) {
      const own = this.terms.get(keyOf(term))
      if (own) product += own.share * share * own.rarity ** 2
    }
    return product === 0 ? 0 : Math.min(1, product / (this.squares * Math.sqrt(squaresOf(others) / this.shareSquares)))
  }
}

const shinglesOf = (text: string): ReadonlySet<string> => {
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - shingleLength + 1) }, (_, at) => plain.slice(at, at + shingleLength)))
}

/** 0 for two texts that have nothing in common, 1 for the same. */
export const resemblanceOf = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let both = 0
  for (const shingle of a) if (b.has(shingle)) both += 1
  const either = a.size + b.size - both
  return either === 0 ? 0 : both / either
}

/** Near-duplicates come before all others. */
const nearness = ({ resemblance, likeness }: SimilarDocument): number => (isNearDuplicate(resemblance) ? 1 + resemblance : likeness)

export const similarTo = (parts: readonly HeldPart[], count: number, part: HeldPart, document: number, limit: number): SimilarDocument[] => {
  beginSearch()
  const evaluation = new Evaluation(parts, count)
  const own = termsOf(part, document)
  const terms = evaluation.rarest(own.filter(({ term }) => evaluation.isShared(term)), mostTerms)
  const hits = parts.map((each, position) => {
    const files = chooseLabels(each.table, ['type'], (value) => value === 'attachment')
    const room = usedRoom()
    return keepOnly(room, filterHits(evaluation.hits({ kind: 'some', terms, least: leastShare }, position), (found) =>
      each.removed[found] !== 1 && !(each === part && found === document) && !hasLabel(each.table, found, files)))
  })
  const [model, shingles] = [new Model(own, evaluation), shinglesOf(foldedText(part, document))]
  const compare = (found: Ranked): SimilarDocument => ({
    id: found.part.table.ids[found.document] ?? '',
    resemblance: resemblanceOf(shingles, shinglesOf(foldedText(found.part, found.document))),
    likeness: model.likeness(termsOf(found.part, found.document)),
  })
  return bestOf(parts, hits, limit * lookedAtEach, (_, __, score) => score).map(compare)
    .filter((found) => nearness(found) >= leastCosine).sort((a, b) => nearness(b) - nearness(a)).slice(0, limit)
}
