/** The difference of two lines of text: Chinese by characters, other scripts and numbers by words, each with its marks and links. */
import { isKnownInline, type Inline } from '../body/inlines'
import { normaliseInlines } from '../body/normalise'
import { inlineText } from '../body/walk'
import { fingerprint } from './fingerprint'
import { betweenPairs, commonPairs } from './sequences'

/** A run that stands in both lines, or in one of them. */
export interface InlinePart { kind: 'same' | 'removed' | 'added'; inlines: Inline[] }

interface Token { key: string; inline: Inline }

/** A stretch that is the same, or the two that took each other's place. */
type Hunk = { same: Inline[] } | { removed: Inline[]; added: Inline[] }

const piece = /\p{Script=Han}|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+|\s+|[^]/gu

/** What is no text of its own (a link, a note, a picture) is one token. */
const tokensOf = (inlines: readonly Inline[]): Token[] => inlines.flatMap((inline): Token[] => {
  if (!isKnownInline(inline) || inline.type !== 'text') return [{ key: fingerprint(inline), inline }]
  const looks = fingerprint({ ...inline, text: '' })
  return (inline.text.match(piece) ?? []).map((text) => ({ key: `${text}\n${looks}`, inline: { ...inline, text } }))
})

const hunksOf = (before: readonly Token[], after: readonly Token[]): Hunk[] => {
  const hunks: Hunk[] = []
  const pairs = commonPairs(before.map(({ key }) => key), after.map(({ key }) => key))
  betweenPairs(pairs, [before.length, after.length], (from, to, next) => {
    const inlinesOf = (tokens: readonly Token[], side: 0 | 1): Inline[] => tokens.slice(from[side], to[side]).map(({ inline }) => inline)
    const hunk = { removed: inlinesOf(before, 0), added: inlinesOf(after, 1) }
    if (hunk.removed.length + hunk.added.length > 0) hunks.push(hunk)
    const same = next && before[next[0]]?.inline
    if (!same) return
    const last = hunks.at(-1)
    if (last && 'same' in last) last.same.push(same)
    else hunks.push({ same: [same] })
  })
  return hunks
}

/** A few characters that happen to be in both are no island worth keeping between longer changes. */
const longestIsland = 3

const lengthOf = (inlines: readonly Inline[]): number => inlineText(inlines).length

const isIsland = ({ same }: { same: Inline[] }, ...around: readonly { removed: Inline[]; added: Inline[] }[]): boolean => {
  const length = lengthOf(same)
  return length <= longestIsland && same.every(({ type }) => type === 'text')
    && around.every(({ removed, added }) => length <= Math.max(lengthOf(removed), lengthOf(added)))
}

const withoutIslands = (hunks: readonly Hunk[]): Hunk[] => {
  const kept: Hunk[] = []
  for (const hunk of hunks) {
    kept.push(hunk)
    for (;;) {
      const [first, island, last] = kept.slice(-3)
      if (!first || !island || !last || 'same' in first || !('same' in island) || 'same' in last || !isIsland(island, first, last)) break
      kept.splice(-3, 3, { removed: [...first.removed, ...island.same, ...last.removed], added: [...first.added, ...island.same, ...last.added] })
    }
  }
  return kept
}

/** The parts of two lines in order. What was removed stands before what was added in its place. */
export const inlineParts = (before: readonly Inline[], after: readonly Inline[]): InlinePart[] =>
  withoutIslands(hunksOf(tokensOf(before), tokensOf(after))).flatMap((hunk): InlinePart[] => {
    const parts: InlinePart[] = 'same' in hunk
      ? [{ kind: 'same', inlines: hunk.same }]
      : [{ kind: 'removed', inlines: hunk.removed }, { kind: 'added', inlines: hunk.added }]
    return parts.filter(({ inlines }) => inlines.length > 0).map((part) => ({ ...part, inlines: normaliseInlines(part.inlines) }))
  })
