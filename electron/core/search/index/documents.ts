/**
 * The documents of an index: parts that are added, emptied by removals and merged. However they came to be spread over parts, what is asked
 * of them is answered the same. Parts in memory are merged by size, eight of a kind into one, so that a save costs little and parts stay few.
 */
import { closePart, makePart, mergeParts, type Part } from '../part/part'
import type { SearchDocument } from '../part/searchDocument'
import { memoryTexts } from '../part/texts'
import type { Lexicon } from '../lexicon/lexicon'
import type { NearWord } from '../lexicon/nearWords'
import { holdPart, liveCount, removeDocument, type HeldPart } from './heldPart'
import { KnownWords } from './knownWords'

export interface DocumentPlace { part: HeldPart; document: number }

const merged = 8
/** Parts of a kind hold at most eight times as many documents as those of the kind below. */
const kindOf = (part: HeldPart): number => Math.floor(Math.log(liveCount(part)) / Math.log(merged))

export const isRemovedIn = (parts: readonly HeldPart[]) => (part: number, document: number): boolean => parts[part]?.removed[document] === 1

export class Documents {
  parts: readonly HeldPart[] = []
  private readonly places = new Map<string, DocumentPlace>()
  private readonly words = new KnownWords()

  count(): number {
    return this.places.size
  }

  find(id: string): DocumentPlace | undefined {
    return this.places.get(id)
  }

  lexicon(): Lexicon {
    return this.words.of(this.parts)
  }

  nearWords(typed: string): NearWord[] {
    return this.words.near(typed, this.parts)
  }

  /** Adds documents, or replaces those with the same ids; of several with one id the last counts. */
  put(documents: readonly SearchDocument[]): void {
    const last = [...new Map(documents.map((document) => [document.id, document])).values()]
    if (last.length === 0) return
    this.remove(last.map(({ id }) => id))
    this.add(holdPart(makePart(last)))
    this.mergeAlike()
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) {
      const place = this.places.get(id)
      if (!place) continue
      this.words.removed(place.part, place.document, removeDocument(place.part, place.document))
      this.places.delete(id)
    }
    this.drop(this.parts.filter((part) => liveCount(part) === 0))
  }

  /** Takes up a part that was made elsewhere. Of a document that is here already, the one that was updated last stays. */
  adopt(part: HeldPart): void {
    part.table.ids.forEach((id, document) => {
      if (part.removed[document] === 1) return
      const known = this.places.get(id)
      if (!known) return
      const isNewer = (part.table.updatedAt[document] ?? 0) > (known.part.table.updatedAt[known.document] ?? 0)
      if (isNewer) this.remove([id])
      else removeDocument(part, document)
    })
    this.add(part)
  }

  /** Puts one part in the place of several that it was made of; what was removed from them meanwhile is removed from it. */
  replace(old: readonly HeldPart[], part: HeldPart): void {
    const kept = new Set(old.flatMap((each) => each.table.ids.filter((_, document) => each.removed[document] !== 1)))
    part.table.ids.forEach((id, document) => { if (!kept.has(id)) removeDocument(part, document) })
    this.words.moved(old, part)
    this.drop(old)
    this.add(part)
  }

  close(): void {
    this.drop(this.parts)
    this.places.clear()
  }

  /** How often documents are used, by their ids. */
  setUses(uses: readonly (readonly [id: string, uses: number])[]): void {
    for (const [id, count] of uses) {
      const place = this.places.get(id)
      if (place) place.part.table.uses[place.document] = count
    }
  }

  /** The parts that are in memory only. */
  fresh(): HeldPart[] {
    return this.parts.filter(({ stored }) => stored === undefined)
  }

  private drop(gone: readonly HeldPart[]): void {
    this.parts = this.parts.filter((part) => !gone.includes(part))
    for (const part of gone) {
      this.words.dropped(part)
      closePart(part)
    }
  }

  private add(part: HeldPart): void {
    if (liveCount(part) === 0) { closePart(part); return }
    part.table.ids.forEach((id, document) => { if (part.removed[document] !== 1) this.places.set(id, { part, document }) })
    this.parts = [...this.parts, part]
  }

  private mergeAlike(): void {
    for (;;) {
      const fresh = this.fresh()
      const kinds = new Set(fresh.map(kindOf))
      const alike = [...kinds].map((kind) => fresh.filter((part) => kindOf(part) === kind)).find((parts) => parts.length >= merged)
      if (!alike) return
      this.replace(alike, holdPart(mergeInMemory(alike)))
    }
  }
}

const mergeInMemory = (parts: readonly HeldPart[]): Part => {
  const texts: Uint8Array[] = []
  const part = mergeParts(parts, isRemovedIn(parts), (bytes) => { texts.push(bytes) })
  return { ...part, texts: memoryTexts(texts) }
}
