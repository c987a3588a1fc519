/**
 * The lexicon of an index: which labels and Latin words its documents have, and how many have each. A part's are taken in when they are first
 * asked for, and kept in step from then on.
 */
import { createLexicon, type Lexicon, type LexiconKind } from '../lexicon/lexicon'
import { nearWords, type NearWord } from '../lexicon/nearWords'
import { partsOfLabel } from '../answer/labels'
import { labelsOf } from '../part/documentTable'
import type { HeldPart } from './heldPart'

const kinds: Readonly<Partial<Record<string, LexiconKind>>> = { tag: 'tag', unit: 'unit', above: 'unit', field: 'field', author: 'author' }
/** Numbers and what one or two letters make are no words that anybody has to be reminded of. */
const isWord = (word: string): boolean => word.length >= 3 && /^[a-z][a-z0-9]*$/.test(word)

export class KnownWords {
  private readonly lexicon: Lexicon = createLexicon()
  /** The Latin words, each with how many documents have it. */
  private readonly latin = new Map<string, number>()
  private readonly taken = new Set<HeldPart>()

  /** The lexicon with the words of all parts. */
  of(parts: readonly HeldPart[]): Lexicon {
    for (const part of parts) if (!this.taken.has(part)) this.take(part)
    return this.lexicon
  }

  /** Latin words of the parts that are spelt nearly so, the nearest first. */
  near(typed: string, parts: readonly HeldPart[]): NearWord[] {
    this.of(parts)
    return nearWords(typed, this.latin.keys())
  }

  /** A document is removed; `places` are its terms. */
  removed(part: HeldPart, document: number, places: Iterable<number>): void {
    if (!this.taken.has(part)) return
    for (const label of labelsOf(part.table, document)) this.count(part.table.labelNames[label] ?? '', -1)
    for (const place of places) {
      const word = part.segment.words[place - part.segment.pairs.length]
      if (word !== undefined && isWord(word)) this.countWord(word, -1)
    }
  }

  /** The documents of some parts are now in another. */
  moved(from: readonly HeldPart[], to: HeldPart): void {
    if (!from.some((part) => this.taken.has(part))) return
    this.of(from)
    for (const part of from) this.taken.delete(part)
    this.taken.add(to)
  }

  dropped(part: HeldPart): void {
    this.taken.delete(part)
  }

  private take(part: HeldPart): void {
    this.taken.add(part)
    const { table, segment, removed, removedAt } = part
    const counts = new Uint32Array(table.labelNames.length)
    for (let document = 0; document < segment.documentCount; document += 1) {
      if (removed[document] !== 1) for (const label of labelsOf(table, document)) counts[label] = (counts[label] ?? 0) + 1
    }
    counts.forEach((count, label) => { if (count > 0) this.count(table.labelNames[label] ?? '', count) })
    segment.words.forEach((word, at) => {
      if (!isWord(word)) return
      const place = segment.pairs.length + at
      const count = (segment.counts[place] ?? 0) - (removedAt[place] ?? 0)
      if (count > 0) this.countWord(word, count)
    })
  }

  private countWord(word: string, by: number): void {
    this.lexicon.change('word', word, by)
    const count = (this.latin.get(word) ?? 0) + by
    if (count > 0) this.latin.set(word, count)
    else this.latin.delete(word)
  }

  private count(label: string, by: number): void {
    const [facet, value] = partsOfLabel(label)
    const kind = kinds[facet]
    if (kind !== undefined && value !== '') this.lexicon.change(kind, value, by)
  }
}
