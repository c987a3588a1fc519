/**
 * The difference of two bodies: their headings and blocks as two sequences, aligned by their ids unless what they say stands
 * elsewhere, then by what they say. What stands in both but not in the same order has moved. Each side can be read back from the rows exactly,
 * but for empty paragraphs that came, went or moved, which are nobody's change.
 */
import { isKnownBlock, type Block } from '../body/blocks'
import type { Body, Section } from '../body/body'
import { normaliseBlock } from '../body/normalise'
import { blockText, childBlocks } from '../body/walk'
import { bigramsOf, fingerprint, likeness } from './fingerprint'
import { betweenPairs, commonPairs, longestIncreasing, type Pair } from './sequences'

export type SectionHead = Pick<Section, 'id' | 'key' | 'title'>

/** What stands below one another in a body: a section's heading, or a block that no other block holds. */
export type BodyItem = { section: SectionHead } | { block: Block }

/** `movedAway` stands on the side before alone, `movedHere` on the side after; both know the two. */
export type DifferenceRow =
  | { kind: 'same' | 'changed' | 'movedAway' | 'movedHere'; before: BodyItem; after: BodyItem }
  | { kind: 'removed'; before: BodyItem }
  | { kind: 'added'; after: BodyItem }

/** An item with what is asked of it again and again. */
interface Sized { item: BodyItem; id: string; kind: string; key: string; text: string; bigrams: ReadonlySet<string> }

export const wholeText = (block: Block): string => [blockText(block), ...childBlocks(block).map(wholeText)].join('\n')

const textTypes: ReadonlySet<string> = new Set(['paragraph', 'heading', 'listItem'])

/** What may have become of one another: a paragraph may have been made a heading, a table was never a picture. */
const kindOf = (block: Block): string => (textTypes.has(block.type) ? 'text' : block.type)

const sized = (item: BodyItem): Sized => {
  const isSection = 'section' in item
  const text = isSection ? item.section.title : wholeText(item.block)
  return {
    item, text, id: isSection ? item.section.id : item.block.id, kind: isSection ? 'section' : kindOf(item.block),
    key: isSection ? fingerprint(item.section) : fingerprint(normaliseBlock(item.block)), bigrams: bigramsOf(text),
  }
}

/** From here on two items are taken for one that was changed. */
const likeEnough = 0.5

const alike = (a: Sized, b: Sized): number => {
  if (a.kind !== b.kind) return 0
  if ('section' in a.item && 'section' in b.item && a.item.section.key !== null && a.item.section.key === b.item.section.key) return 1
  if ('block' in a.item && 'block' in b.item && isKnownBlock(a.item.block) && isKnownBlock(b.item.block) && a.item.block.type === 'image' && b.item.block.type === 'image') {
    return a.item.block.attachment === b.item.block.attachment ? 1 : 0
  }
  return a.text.trim() === '' || b.text.trim() === '' ? 0 : likeness(a.bigrams, b.bigrams)
}

/** In a short stretch each is compared with many, in a long one with its nearest only. */
const windowOf = (before: number, after: number): number => (before * after <= 10_000 ? 25 : 4)

/** Pairs of the most alike in order: each of the side before takes the best of the next ones of the side after. */
const alikePairs = (before: readonly Sized[], after: readonly Sized[]): Pair[] => {
  const pairs: Pair[] = []
  const window = windowOf(before.length, after.length)
  let next = 0
  for (const [index, item] of before.entries()) {
    const likenesses = after.slice(next, next + window).map((other) => alike(item, other))
    const best = Math.max(0, ...likenesses)
    if (best < likeEnough) continue
    next += likenesses.indexOf(best) + 1
    pairs.push([index, next - 1])
  }
  return pairs
}

const pairsById = (before: readonly Sized[], after: readonly Sized[]): Pair[] => {
  const places = new Map(after.map(({ id, kind }, place) => [`${kind} ${id}`, place]))
  return before.flatMap(({ id, kind }, place): Pair[] => {
    const other = places.get(`${kind} ${id}`)
    return other === undefined ? [] : [[place, other]]
  })
}

/**
 * Of what bears one id on both sides, what is still itself: what a block of another id says word for word is that one, as when a picture
 * put before a paragraph leaves its id to the empty line that is split off.
 */
const stillThemselves = (pairs: readonly Pair[], before: readonly Sized[], after: readonly Sized[]): Pair[] => {
  const isSame = ([place, other]: Pair): boolean => before[place]?.key === after[other]?.key
  const sure = pairs.filter(isSame)
  if (sure.length === pairs.length) return sure
  const saidBeside = (items: readonly Sized[], side: 0 | 1): ReadonlySet<string> => {
    const taken = new Set(sure.map((pair) => pair[side]))
    return new Set(items.filter((item, place) => !taken.has(place) && item.text.trim() !== '').map(({ key }) => key))
  }
  const [saidBefore, saidAfter] = [saidBeside(before, 0), saidBeside(after, 1)]
  const isElsewhere = ([place, other]: Pair): boolean => saidAfter.has(before[place]?.key ?? '') || saidBefore.has(after[other]?.key ?? '')
  return pairs.filter((pair) => isSame(pair) || !isElsewhere(pair))
}

/** What is left between pairs: first what says the same, then what is alike. */
const pairsBySense = (before: readonly Sized[], after: readonly Sized[]): Pair[] => {
  const pairs: Pair[] = []
  const same = commonPairs(before.map(({ key }) => key), after.map(({ key }) => key))
  betweenPairs(same, [before.length, after.length], (from, to, next) => {
    for (const [x, y] of alikePairs(before.slice(from[0], to[0]), after.slice(from[1], to[1]))) pairs.push([from[0] + x, from[1] + y])
    if (next) pairs.push(next)
  })
  return pairs
}

const byPlace = ([a]: Pair, [b]: Pair): number => a - b

/** What was cut here and pasted there got a new id: long enough, and there once, it has moved. */
const leastMoved = 8

const pairsByKey = (before: readonly (Sized | undefined)[], after: readonly (Sized | undefined)[]): Pair[] => {
  const once = (items: readonly (Sized | undefined)[]): Map<string, number> => {
    const places = new Map<string, number>()
    for (const [place, item] of items.entries()) if (item && item.text.trim().length >= leastMoved) places.set(item.key, places.has(item.key) ? -1 : place)
    return places
  }
  const others = once(after)
  return [...once(before)].flatMap(([key, place]): Pair[] => {
    const other = others.get(key) ?? -1
    return place === -1 || other === -1 ? [] : [[place, other]]
  })
}

/** The pairs that stand in order, and those that moved. */
const align = (before: readonly Sized[], after: readonly Sized[]): { kept: Pair[]; moved: Pair[] } => {
  const sameId = stillThemselves(pairsById(before, after), before, after)
  const inOrder = new Set(longestIncreasing(sameId.map(([, other]) => other)))
  const kept = sameId.filter((_, index) => inOrder.has(index))
  const moved = sameId.filter((_, index) => !inOrder.has(index))
  const [takenBefore, takenAfter] = [new Set(moved.map(([place]) => place)), new Set(moved.map(([, place]) => place))]
  const found: Pair[] = []
  betweenPairs(kept, [before.length, after.length], (from, to) => {
    const free = (items: readonly Sized[], side: 0 | 1, taken: ReadonlySet<number>): number[] =>
      Array.from({ length: to[side] - from[side] }, (_, index) => from[side] + index).filter((place) => !taken.has(place) && items[place] !== undefined)
    const [freeBefore, freeAfter] = [free(before, 0, takenBefore), free(after, 1, takenAfter)]
    const at = (items: readonly Sized[], places: readonly number[]): Sized[] => places.flatMap((place) => items[place] ?? [])
    for (const [x, y] of pairsBySense(at(before, freeBefore), at(after, freeAfter))) {
      const [place, other] = [freeBefore[x], freeAfter[y]]
      if (place !== undefined && other !== undefined) found.push([place, other])
    }
  })
  const all = [...kept, ...found].sort(byPlace)
  const left = (items: readonly Sized[], side: 0 | 1): (Sized | undefined)[] => {
    const taken = new Set([...all, ...moved].map((pair) => pair[side]))
    return items.map((item, place) => (taken.has(place) ? undefined : item))
  }
  return { kept: all, moved: [...moved, ...pairsByKey(left(before, 0), left(after, 1))] }
}

const isEmptyLine = ({ item, text }: Sized): boolean => 'block' in item && item.block.type === 'paragraph' && text.trim() === ''

/** The rows of two sequences of items. */
export const itemRows = (itemsBefore: readonly BodyItem[], itemsAfter: readonly BodyItem[]): DifferenceRow[] => {
  const [before, after] = [itemsBefore.map(sized), itemsAfter.map(sized)]
  const { kept, moved } = align(before, after)
  const [movedTo, movedFrom] = [new Map(moved), new Map(moved.map(([place, other]) => [other, place]))]
  const rows: DifferenceRow[] = []
  betweenPairs(kept, [before.length, after.length], (from, to, next) => {
    for (let place = from[0]; place < to[0]; place += 1) {
      const [item, other] = [before[place], after[movedTo.get(place) ?? -1]]
      if (item && !isEmptyLine(item)) rows.push(other && !isEmptyLine(other) ? { kind: 'movedAway', before: item.item, after: other.item } : { kind: 'removed', before: item.item })
    }
    for (let place = from[1]; place < to[1]; place += 1) {
      const [item, other] = [after[place], before[movedFrom.get(place) ?? -1]]
      if (item && !isEmptyLine(item)) rows.push(other && !isEmptyLine(other) ? { kind: 'movedHere', before: other.item, after: item.item } : { kind: 'added', after: item.item })
    }
    const [one, two] = next ? [before[next[0]], after[next[1]]] : []
    if (one && two) rows.push({ kind: one.key === two.key ? 'same' : 'changed', before: one.item, after: two.item })
  })
  return rows
}

const itemsOf = ({ preamble, sections }: Pick<Body, 'preamble' | 'sections'>): BodyItem[] => [
  ...preamble.map((block) => ({ block })),
  ...sections.flatMap(({ blocks, ...section }): BodyItem[] => [{ section }, ...blocks.map((block) => ({ block }))]),
]

/** The rows of two bodies, in reading order of both. */
export const bodyRows = (before: Body, after: Body): DifferenceRow[] => itemRows(itemsOf(before), itemsOf(after))

/** What stands on one side of the rows, in order. */
export const sideOf = (rows: readonly DifferenceRow[], side: 'before' | 'after'): BodyItem[] => rows.flatMap((row): BodyItem[] => {
  const other = side === 'before' ? 'movedHere' : 'movedAway'
  if (row.kind === other) return []
  return side === 'before' ? ('before' in row ? [row.before] : []) : ('after' in row ? [row.after] : [])
})
