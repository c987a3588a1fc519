/** Which of the hits are listed, kind by kind, and how the keys move among them. */
import type { MaskHit } from '#shared/contract/masking'
import type { SensitiveKind } from '#shared/model/masking/sensitive'
import { fold } from '#shared/text/fold'

export interface HitFilter { kind: SensitiveKind | null; text: string }

export interface HitGroup { kind: SensitiveKind; hits: MaskHit[] }

const order: readonly SensitiveKind[] = ['person', 'idNumber', 'phone', 'email', 'bankCard', 'plate', 'word']

/** In the order in which kinds are shown; kinds of which nothing is found are left out. */
export const kindsOf = (hits: readonly MaskHit[]): SensitiveKind[] => order.filter((kind) => hits.some((hit) => hit.kind === kind))

/** What is searched for is found in the text itself, and in the titles of the records that it stands in. */
export const groupsOf = (hits: readonly MaskHit[], { kind, text }: HitFilter): HitGroup[] => {
  const sought = fold(text.trim())
  const isShown = (hit: MaskHit): boolean =>
    (kind === null || hit.kind === kind) && (sought === '' || fold(hit.text).includes(sought) || hit.places.some(({ title }) => fold(title).includes(sought)))
  const shown = hits.filter(isShown)
  return kindsOf(shown).map((each) => ({ kind: each, hits: shown.filter((hit) => hit.kind === each) }))
}

/** Where a key leads from the row `at` of `count`; undefined for any other key. */
export const moveBy = (key: string, at: number, count: number): number | undefined => {
  const clamped = (next: number): number => Math.max(0, Math.min(count - 1, next))
  switch (key) {
    case 'ArrowDown': case 'j': case 'J': return clamped(at + 1)
    case 'ArrowUp': case 'k': case 'K': return clamped(at - 1)
    case 'PageDown': return clamped(at + 10)
    case 'PageUp': return clamped(at - 10)
    case 'Home': return clamped(0)
    case 'End': return clamped(count - 1)
    default: return undefined
  }
}
