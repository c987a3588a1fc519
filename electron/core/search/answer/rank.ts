/** Puts what was found in order: by relevance, where the best are looked at again in their texts, by date or by use. */
import type { SearchSort } from '#shared/model/search'
import { fold } from '#shared/text/fold'
import { foldedText, type HeldPart } from '../index/heldPart'
import { coveredShare, longestShare } from '../query/forms'
import { bestOf, order, type Ranked } from './best'
import type { Matched } from './match'
import type { Word } from './words'

/** How many of the best are looked at again; where all hold what was typed in one piece, those that are shown; where only some may, more. */
const rereadUsually = 60
const rereadForTitle = 20
const rereadAtMost = 500
/** What the longest piece in one adds to a score, up to so many characters; beyond, what stands there in pieces of three. */
const pieceBoost = 0.6
const longestPieced = 12
/** What a title that begins with all that was typed adds. */
const titleBoost = 0.2
const coverBoost = 0.5
const coverPiece = 3
/** A Han word of so many characters may stand in a text in pairs only. */
const shortest = 3
const longest = 6

/** What it counts that several words stand in a text together, of what it counts that each is there whole. */
const togetherShare = 0.25

/** All words in one piece, without spaces as Chinese is written, and with them. */
const joinedOf = (words: readonly Word[]): string[] => {
  const typed = words.map((word) => fold(word.typed))
  return words.length === 1 ? typed : [typed.join(''), typed.join(' ')]
}

/** How much of the words a text holds as they were typed: 0 to 1. */
const wholeness = (words: readonly Word[], joined: readonly string[], text: string): number => {
  const length = words.reduce((sum, word) => sum + word.typed.length, 0)
  const apart = words.reduce((sum, word) => sum + word.typed.length * Math.max(...word.forms.map((form) => longestShare(form, text))), 0) / length
  if (words.length === 1) return apart
  const together = Math.max(...joined.map((each) => longestShare(each, text)))
  return Math.max(apart * (1 - togetherShare) + together * togetherShare, together)
}

/** A single short Han word must come first where it stands in one piece. */
const mayBeInPieces = ([word, ...others]: readonly Word[]): boolean =>
  word !== undefined && others.length === 0 && /^\p{Script=Han}+$/u.test(word.typed) && word.typed.length >= shortest && word.typed.length <= longest

/** Whatever holds the term of one or two Han characters holds them as they stand: none of them gains on another but by its title. */
const isWholeAnyway = ({ words: [word, ...others], way }: Matched): boolean =>
  way === 'all' && word !== undefined && others.length === 0 && word.forms.length === 1 && /^\p{Script=Han}{1,2}$/u.test(word.typed)

const dividers = /[^\p{L}\p{N}]+/gu
/** A document's title is its first piece. */
const titleOf = (text: string): string => (/^.*/.exec(text)?.[0] ?? '').replace(dividers, '')

/** What comes first whatever its score: the record that is called so, then what holds a short word in one piece. */
const standingOf = (title: string, typed: string, isWhole: boolean): number => (title === typed ? 2 : isWhole ? 1 : 0)

const rerank = (best: readonly Ranked[], { words }: Matched): Ranked[] => {
  const joined = joinedOf(words)
  const typed = (joined[0] ?? '').replace(dividers, '')
  const isLong = words.some((word) => word.typed.length > longestPieced)
  const isWholeFirst = mayBeInPieces(words)
  return best.map((ranked) => {
    const text = foldedText(ranked.part, ranked.document)
    const title = titleOf(text)
    const whole = isLong ? 0 : wholeness(words, joined, text)
    const boost = (isLong ? coverBoost * coveredShare(typed, text, coverPiece) : pieceBoost * whole) + (title.startsWith(typed) ? titleBoost : 0)
    return { ...ranked, score: ranked.score * (1 + boost), standing: standingOf(title, typed, isWholeFirst && whole === 1) }
  }).sort((a, b) => b.standing - a.standing || order(a, b))
}

/** How many of the best are looked at again in their texts. */
const rereadOf = (matched: Matched): number => (isWholeAnyway(matched) ? rereadForTitle : mayBeInPieces(matched.words) ? rereadAtMost : rereadUsually)

/** The first `count` of what was found. */
export const rank = (parts: readonly HeldPart[], matched: Matched, sort: SearchSort, count: number): Ranked[] => {
  if (sort === 'uses') return bestOf(parts, matched.hits, count, ({ table }, document) => table.uses[document] ?? 0)
  if (sort === 'date' || matched.words.length === 0) return bestOf(parts, matched.hits, count, ({ table }, document) => table.dates[document] ?? 0)
  const reread = rereadOf(matched)
  const best = bestOf(parts, matched.hits, Math.max(count, reread), (_, __, score) => score)
  return [...rerank(best.slice(0, reread), matched), ...best.slice(reread)].slice(0, count)
}
