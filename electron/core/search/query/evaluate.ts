/** Evaluates what is asked for, segment by segment. Weights come from all segments together, so that it does not matter how documents are spread. */
import type { PlaceRange, Segment } from '../postings/segment'
import { anyOf, bothOf, hitsOfSome, hitsOfTerm, narrowByAny, narrowByPlace, noHits, onlyPlace, type Hits, type WeighedTerm } from './hits'
import { keyOf, locate, type Term } from './terms'

/** `share`: of its weight that a term gets, 1 for what was typed itself. */
export interface SharedTerm { term: Term; share: number }

/** What a document must hold. */
export type Condition =
  | ({ kind: 'term' } & SharedTerm)
  | { kind: 'all'; conditions: readonly Condition[] }
  | { kind: 'any'; conditions: readonly Condition[] }
  /** So many of the terms that they make up a share of what all of them weigh. */
  | { kind: 'some'; terms: readonly SharedTerm[]; least: number }
  /** What was found otherwise: how many documents, and the hits by segment. */
  | { kind: 'found'; count: number; hitsIn: (position: number) => Hits }

/** A segment, and how many of the documents that hold each of its terms were removed since it was made: empty for none. */
export interface Searched { segment: Segment; removedAt: Readonly<Uint32Array> }

interface Counted { condition: Condition; count: number }

interface Located {
  /** In each segment. */
  ranges: readonly PlaceRange[][]
  /** How many documents at most, those of several terms added up. */
  count: number
  /** How rare the term is: the inverse document frequency of BM25. */
  rarity: number
}

/** How many documents hold any of the terms at most, removed ones left out. */
const countIn = ({ segment, removedAt }: Searched, ranges: readonly PlaceRange[]): number => {
  let count = 0
  for (const { first, end } of ranges) for (let place = first; place < end; place += 1) count += (segment.counts[place] ?? 0) - (removedAt[place] ?? 0)
  return count
}

/** Evaluates conditions over segments that hold `documents` together, removed ones left out. */
export class Evaluation {
  private readonly located = new Map<string, Located>()
  private readonly ordered = new Map<readonly Condition[], readonly Counted[]>()
  private readonly searched: readonly Searched[]
  private readonly documents: number

  constructor(searched: readonly Searched[], documents: number) {
    this.searched = searched
    this.documents = documents
  }

  /** Whether any document holds a term. */
  isKnown(term: Term): boolean {
    return this.locate(term).count > 0
  }

  /** Whether more documents than one hold a term. */
  isShared(term: Term): boolean {
    return this.locate(term).count > 1
  }

  /** So many of the terms as are the rarest. */
  rarest(terms: readonly SharedTerm[], most: number): SharedTerm[] {
    return [...terms].sort((a, b) => this.weightOf(b) - this.weightOf(a)).slice(0, most)
  }

  /** The documents of one segment for which a condition holds, removed ones among them. */
  hits(condition: Condition, position: number): Hits {
    const segment = this.searched[position]?.segment
    if (!segment) return noHits
    switch (condition.kind) {
      case 'term': return hitsOfTerm(segment, this.weighed(condition, position))
      case 'any': {
        const { terms, found } = this.partsOfAny(condition.conditions, position)
        return anyOf(segment, terms, found)
      }
      case 'all': return this.hitsOfAll(segment, condition.conditions, position)
      case 'some': return hitsOfSome(segment, condition.terms.map((each) => this.weighed(each, position)), condition.least)
      case 'found': return condition.hitsIn(position)
    }
  }

  /** What any of some conditions is made of: terms, and hits. */
  private partsOfAny(conditions: readonly Condition[], position: number): { terms: WeighedTerm[]; found: Hits[] } {
    return {
      terms: conditions.flatMap((each) => (each.kind === 'term' ? [this.weighed(each, position)] : [])),
      found: conditions.flatMap((each) => (each.kind === 'term' ? [] : [this.hits(each, position)])),
    }
  }

  /** Those of `hits` for which a condition holds too. */
  private narrow(hits: Hits, segment: Segment, condition: Condition, position: number): Hits {
    switch (condition.kind) {
      case 'term': {
        const term = this.weighed(condition, position)
        const place = onlyPlace(term.ranges)
        return place === undefined ? narrowByAny(hits, segment, [term], []) : narrowByPlace(hits, segment, place, term.weight)
      }
      case 'any': {
        const { terms, found } = this.partsOfAny(condition.conditions, position)
        return narrowByAny(hits, segment, terms, found)
      }
      default: return bothOf(hits, this.hits(condition, position))
    }
  }

  /** The rarest first, and in every segment in the same order, so that the same scores come out wherever a document is. */
  private hitsOfAll(segment: Segment, conditions: readonly Condition[], position: number): Hits {
    const [rarest, ...others] = this.byCount(conditions)
    if (!rarest || rarest.count === 0) return noHits
    let found = this.hits(rarest.condition, position)
    for (const { condition } of others) {
      if (found.documents.length === 0) return noHits
      found = this.narrow(found, segment, condition, position)
    }
    return found
  }

  private byCount(conditions: readonly Condition[]): readonly Counted[] {
    const known = this.ordered.get(conditions)
    if (known) return known
    const counted = conditions.map((condition) => ({ condition, count: this.countOf(condition) })).sort((a, b) => a.count - b.count)
    this.ordered.set(conditions, counted)
    return counted
  }

  /** How many documents fulfil a condition at most. */
  private countOf(condition: Condition): number {
    switch (condition.kind) {
      case 'term': return this.locate(condition.term).count
      case 'all': return Math.min(...condition.conditions.map((each) => this.countOf(each)))
      case 'any': return condition.conditions.reduce((sum, each) => sum + this.countOf(each), 0)
      case 'some': return this.documents
      case 'found': return condition.count
    }
  }

  /** What a term counts for: the more, the fewer documents hold it. */
  rarityOf(term: Term): number {
    return this.locate(term).rarity
  }

  private weightOf({ term, share }: SharedTerm): number {
    return this.rarityOf(term) * share
  }

  private weighed(shared: SharedTerm, position: number): WeighedTerm {
    return { ranges: this.rangesOf(shared.term, position), weight: this.weightOf(shared) }
  }

  private rangesOf(term: Term, position: number): readonly PlaceRange[] {
    return this.locate(term).ranges[position] ?? []
  }

  private locate(term: Term): Located {
    const key = keyOf(term)
    const known = this.located.get(key)
    if (known) return known
    const ranges = this.searched.map(({ segment }) => locate(segment, term))
    const count = this.searched.reduce((sum, each, position) => sum + countIn(each, ranges[position] ?? []), 0)
    const frequency = Math.min(this.documents, count)
    const located = { ranges, count, rarity: Math.log(1 + (this.documents - frequency + 0.5) / (frequency + 0.5)) }
    this.located.set(key, located)
    return located
  }
}
