/** Finding thousands of known names and words in one walk along a text: a tree of their characters. */
import type { Candidate } from './numbers'
import type { SensitiveKind } from './sensitive'

interface Node { next: Map<number, Node>; kind: SensitiveKind | undefined }

const newNode = (): Node => ({ next: new Map(), kind: undefined })

export interface KnownWord { kind: SensitiveKind; text: string }

const isWordUnit = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a)

/** Letters and digits go on into the next word; Chinese has no gaps to look for. */
const goesOn = (text: string, at: number): boolean => isWordUnit(text.charCodeAt(at - 1)) && isWordUnit(text.charCodeAt(at))

/** How certain a known word is: as a plate or a card, so that the longer wins. */
const certain = 4

/** Words and text are folded. Of a word that is there as two kinds, the first counts. */
export const createWordFinder = (words: Iterable<KnownWord>): (text: string) => Candidate[] => {
  const root = newNode()
  for (const { kind, text } of words) {
    let node = root
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at)
      const next = node.next.get(unit) ?? newNode()
      node.next.set(unit, next)
      node = next
    }
    if (node !== root) node.kind ??= kind
  }
  return (text) => {
    const found: Candidate[] = []
    for (let start = 0; start < text.length; start += 1) {
      if (goesOn(text, start)) continue
      let node = root.next.get(text.charCodeAt(start))
      for (let end = start + 1; node !== undefined; end += 1) {
        if (node.kind !== undefined && !goesOn(text, end)) found.push({ kind: node.kind, start, end, certain })
        node = node.next.get(text.charCodeAt(end))
      }
    }
    return found
  }
}
