/** What becomes of words of the sender's that no vocabulary here has: each stays as it is, becomes a word of this library, or is added to it. */
import type { ForeignWord, WordsToAdd } from '#shared/contract/packageMerge'
import { bigramsOf, likeness } from '#shared/model/difference/fingerprint'
import { VocabularyKind } from '#shared/model/vocabularies/rows'
import type { WordMap } from '#shared/model/wordMaps'

export type WordFate = { fate: 'keep' } | { fate: 'add' } | { fate: 'into'; into: string }

/** By `fateKey`. */
export type WordFates = ReadonlyMap<string, WordFate>

export const fateKey = ({ kind, word }: Pick<ForeignWord, 'kind' | 'word'>): string => `${kind} ${word}`

/** As they are chosen already, else as it was when a package of this sender was last taken, else as they stand. */
export const firstFates = (foreign: readonly ForeignWord[], chosen: WordMap | undefined, added: WordsToAdd): WordFates => new Map(foreign.map((each): [string, WordFate] => {
  const { kind, word } = each
  if (added[kind]?.includes(word)) return [fateKey(each), { fate: 'add' }]
  const map = chosen?.[kind] ?? {}
  const into = chosen ? (Object.hasOwn(map, word) ? map[word] : undefined) : each.into
  return [fateKey(each), typeof into === 'string' ? { fate: 'into', into } : { fate: 'keep' }]
}))

/** `remembered`: what is known of this sender's words, also of those that this package does not use. */
export const choiceOfFates = (foreign: readonly ForeignWord[], fates: WordFates, remembered: WordMap): { words: WordMap; addWords: WordsToAdd } => {
  const of = (kind: VocabularyKind) => foreign.filter((each) => each.kind === kind).map((each) => ({ word: each.word, fate: fates.get(fateKey(each)) }))
  const words = VocabularyKind.options.flatMap((kind): [VocabularyKind, Record<string, string>][] => {
    const here = of(kind)
    const named = new Set(here.map(({ word }) => word))
    const map = [
      ...Object.entries(remembered[kind] ?? {}).filter(([word]) => !named.has(word)),
      ...here.flatMap(({ word, fate }): [string, string][] => (fate?.fate === 'into' ? [[word, fate.into]] : [])),
    ]
    return map.length > 0 ? [[kind, Object.fromEntries(map)]] : []
  })
  const added = VocabularyKind.options.flatMap((kind): [VocabularyKind, string[]][] => {
    const list = of(kind).flatMap(({ word, fate }) => (fate?.fate === 'add' ? [word] : []))
    return list.length > 0 ? [[kind, list]] : []
  })
  return { words: Object.fromEntries(words), addWords: Object.fromEntries(added) }
}

const flat = (text: string): string => text.toLowerCase().replaceAll(/[\s·•.,，、()（）-]/g, '')

/** From here on a word may be meant by another. */
const likeEnough = 0.5

/** What a name begins with tells units apart more than what it ends with: 输电 from 变电. */
const sameBeginning = 0.15

/** How many pairs of characters they share, or how much of the longer one the shorter one is, more where they begin alike. */
const alike = (one: string, other: string): number => {
  const [a, b] = [flat(one), flat(other)]
  if (a === '' || b === '') return 0
  const holds = a.includes(b) || b.includes(a) ? 0.5 + Math.min(a.length, b.length) / Math.max(a.length, b.length) / 2 : 0
  const like = Math.max(holds, likeness(bigramsOf(a), bigramsOf(b)))
  return like > 0 && b.startsWith(a.slice(0, 1)) ? like + sameBeginning : like
}

/** The word here that a foreign one may be, if one is like enough. */
export const likeliest = (word: string, names: readonly string[]): string | undefined => {
  let best: { name: string; like: number } | undefined
  for (const name of names) {
    const like = alike(word, name)
    if (like >= likeEnough && like > (best?.like ?? 0)) best = { name, like }
  }
  return best?.name
}
