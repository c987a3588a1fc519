/**
 * The words of a library: its tags, units, fields and authors, and words of its texts, each with how many documents hold it. They are
 * suggested while one of them is typed, by its letters or its sound, and tell what a misspelt word was meant to be. Letters are found by
 * looking through all entries, which for tens of thousands takes less time than MiniSearch needs to gather what it finds.
 */
import MiniSearch from 'minisearch'
import { editsTo } from '#shared/text/edits'
import { fold } from '#shared/text/fold'
import { findBySound, makeSoundNames, type SoundNames } from '../sound/soundNames'
import { mergeSoundNames } from '../sound/soundNamesColumns'
import { isLatinWord, latinWords } from './latinWords'
import { allowedEdits, mostEdits } from './nearWords'

export type LexiconKind = 'tag' | 'unit' | 'field' | 'author' | 'word'
export interface LexiconEntry { kind: LexiconKind; text: string; count: number }

export interface Lexicon {
  /** So many documents more, or fewer if below 0, hold a text. What none holds any more is not suggested. Costs next to nothing: see `index`. */
  change: (kind: LexiconKind, text: string, by: number) => void
  /** Takes up to so many new entries into the index; whether some are left. Those are taken in as soon as something is asked. */
  index: (most: number) => boolean
  /** Entries for what was typed so far, best first; the commonest where nothing was. `kinds`: undefined for all. */
  suggest: (text: string, kinds: readonly LexiconKind[] | undefined, limit: number) => LexiconEntry[]
}

interface Held extends LexiconEntry { folded: string }

/** How an entry answers what was typed, best first. */
const ranks = { whole: 0, beginning: 1, inside: 2, parts: 3, sound: 4, spelling: 5 } as const
/** Of the same rank, the greater weight goes first. */
interface Candidate { entry: Held; rank: number; weight: number }

/** Weights of sounds closer together than this count as the same. */
const soundBands = 10
const shortestMisspelt = 4
const sounding = /^[a-z0-9ü]+$/
const hasHan = /\p{Script=Han}/u
const hasLatin = /\p{Script=Latin}/u

/** Undefined for an entry that does not hold all words of what was typed. */
const rankOf = ({ folded }: Held, typed: string, words: readonly string[]): number | undefined => {
  const at = folded.indexOf(typed)
  if (at === 0) return folded.length === typed.length ? ranks.whole : ranks.beginning
  if (at > 0) return ranks.inside
  return words.length > 1 && words.every((word) => folded.includes(word)) ? ranks.parts : undefined
}

const byUse = (a: Held, b: Held): number => b.count - a.count || a.folded.length - b.folded.length || (a.folded < b.folded ? -1 : 1)
const byRank = (a: Candidate, b: Candidate): number => a.rank - b.rank || b.weight - a.weight || byUse(a.entry, b.entry)

const unchanged = (count: number): Int32Array => Int32Array.from({ length: count }, (_, number) => number)

export const createLexicon = (): Lexicon => {
  /** An entry's number is its place. One that no document holds any more stays for when it comes back. */
  const entries: Held[] = []
  const numbers = new Map<string, number>()
  let indexed = 0
  const latin = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], tokenize: latinWords, processTerm: (term) => term })
  let sounds: readonly SoundNames[] = []

  const index = (most: number): boolean => {
    const fresh = entries.slice(indexed, indexed + most).map(({ text, folded }, place) => ({ id: indexed + place, text, folded }))
    indexed += fresh.length
    latin.addAll(fresh.filter(({ folded }) => hasLatin.test(folded)))
    const spoken = fresh.filter(({ folded }) => hasHan.test(folded))
    if (spoken.length > 0) sounds = [...sounds, makeSoundNames(spoken.map(({ id, text }) => ({ document: id, field: 'title', text })))]
    return indexed < entries.length
  }

  /** The numbers of entries that sound like letters, and how well. */
  const soundingLike = (letters: string): { number: number; weight: number }[] => {
    if (!sounding.test(letters)) return []
    if (sounds.length > 1) sounds = [mergeSoundNames(sounds.map((names) => ({ names, renumbered: unchanged(names.documentCount) })))]
    return sounds.flatMap((names) => {
      const { documents, weights } = findBySound(names, letters)
      return Array.from(documents, (number, place) => ({ number, weight: weights[place] ?? 0 }))
    })
  }

  /** Entries with a word that one may have been meant to be, and how far that is. MiniSearch takes two letters that were swapped for two edits. */
  const misspelt = (word: string): { number: number; edits: number }[] => {
    if (word.length < shortestMisspelt || !isLatinWord(word)) return []
    const most = allowedEdits(word)
    return latin.search(word, { fuzzy: mostEdits })
      .map((result) => ({ number: Number(result.id), edits: Math.min(...result.terms.map((meant) => editsTo(word, meant, most).whole)) }))
      .filter(({ edits }) => edits > 0 && edits <= most)
  }

  const candidatesFor = (typed: string, isWanted: (entry: Held) => boolean, limit: number): Candidate[] => {
    const candidates = new Map<number, Candidate>()
    const add = (number: number, rank: number, weight: number): void => {
      const entry = entries[number]
      if (entry && !candidates.has(number) && isWanted(entry)) candidates.set(number, { entry, rank, weight })
    }
    const words = typed.split(/\s+/)
    entries.forEach((entry, number) => {
      const rank = rankOf(entry, typed, words)
      if (rank !== undefined) add(number, rank, 0)
    })
    for (const { number, weight } of soundingLike(typed.replaceAll(/[\s']/g, ''))) add(number, ranks.sound, Math.round(weight * soundBands))
    if (candidates.size < limit) for (const { number, edits } of misspelt(typed)) add(number, ranks.spelling, -edits)
    return [...candidates.values()]
  }

  return {
    change: (kind, text, by) => {
      const key = `${kind}:${text}`
      const number = numbers.get(key) ?? entries.push({ kind, text, count: 0, folded: fold(text) }) - 1
      numbers.set(key, number)
      const entry = entries[number]
      if (entry) entry.count = Math.max(0, entry.count + by)
    },
    index,
    suggest: (text, kinds, limit) => {
      index(entries.length)
      const typed = fold(text).trim()
      const isWanted = ({ kind, count }: Held): boolean => count > 0 && (kinds?.includes(kind) ?? true)
      const candidates = typed === '' ? entries.filter(isWanted).map((entry) => ({ entry, rank: 0, weight: 0 })) : candidatesFor(typed, isWanted, limit)
      return candidates.sort(byRank).slice(0, limit).map(({ entry: { kind, text: own, count } }) => ({ kind, text: own, count }))
    },
  }
}
