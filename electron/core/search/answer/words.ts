/** Free words: what a document must hold of them, as they stand, as they sound or are spelt, or only some of them; and what is marked. */
import { hanNumber } from '#shared/text/runs'
import { distinct, hanTerms, runsOf, termCondition, wordCondition, type Run } from '../query/conditions'
import type { Condition, Evaluation } from '../query/evaluate'
import { setOfCharacters, type Characters } from '../query/characters'
import { slotsOf, type Form } from '../query/forms'
import { keyOf, type Term } from '../query/terms'
import type { Helpers } from './helpers'

/** One run of what was typed, and all that may stand for it. */
export interface Word {
  typed: string
  condition: Condition
  /** What is looked for and marked: as it was typed first. */
  forms: Form[]
  /** What it may be, if it is a slip. */
  slip?: 'sound' | 'spelling'
}

const synonymShare = 0.9
const soundShare = 0.8
/** For each edit that it takes. */
const spellingShare = 0.4
const pinyinShare = 0.7
const apartShare = 0.9
/** A longer run is a sentence: a slip in it is made up for by its other words. */
const longestSlip = 12
const mostTerms = 64
/** More words than these are not looked at; `tooMany` says so. */
const mostWords = 24
const mostVariants = 8

const anyOf = (conditions: Condition[]): Condition => (conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'any', conditions })
const allOf = (conditions: Condition[]): Condition => (conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'all', conditions })

const shared = (terms: readonly Term[], share: number): Condition => allOf(distinct(terms).slice(0, mostTerms).map((term) => termCondition(term, share)))

/** A run with one of the words in it replaced by what means the same. */
export const synonymsOf = (run: string, groups: readonly (readonly string[])[]): string[] => {
  const variants = groups.flatMap((group) => group.flatMap((word) =>
    (run.includes(word) ? group.filter((other) => other !== word).map((other) => run.replace(word, other)) : [])))
  return [...new Set(variants)].filter((variant) => variant !== run).slice(0, mostVariants)
}

/** Between neighbours in a row of slots: each pair of characters that may stand there. */
const pairsOf = (row: readonly Characters[]): Term[] =>
  row.slice(1).flatMap((seconds, at): Term[] => { const firsts = row[at]; return firsts ? [{ kind: 'pairs', firsts, seconds }] : [] })

const textCondition = (text: string, share: number): Condition => allOf(runsOf(text).map(({ text: run, isHan }) =>
  (isHan ? shared(hanTerms(run), share) : termCondition({ kind: 'word', word: run }, share))))

/** Pinyin, full or initials: in titles and tags, and where it has at least two syllables, in the text. */
const soundOfLetters = (letters: string, helpers: Helpers): { conditions: Condition[]; forms: readonly Form[] } => {
  const rows = helpers.readLetters(letters)
  const inText = rows.filter(({ row }) => row.length > 1)
  return {
    conditions: [helpers.named(letters), ...inText.map(({ row }) => allOf(pairsOf(row).map((term) => termCondition(term, pinyinShare))))],
    forms: rows,
  }
}

const hanWord = (run: string, helpers: Helpers): Word => {
  const variants = synonymsOf(run, helpers.synonyms)
  return {
    typed: run, forms: [run, ...variants],
    condition: anyOf([shared(hanTerms(run), 1), ...variants.map((variant) => textCondition(variant, synonymShare))]),
  }
}

/** Letters and digits in one may stand apart: 110kV is 110 kV, J07 is J-07. */
const apart = (run: string): { conditions: Condition[]; forms: Form[] } => {
  const pieces = run.match(/\d+|\D+/g) ?? []
  const last = pieces.at(-1)
  if (last === undefined || pieces.length < 2) return { conditions: [], forms: [] }
  const whole = pieces.slice(0, -1).map((word) => termCondition({ kind: 'word', word }, apartShare))
  return { conditions: [allOf([...whole, wordCondition(last)])], forms: [pieces.join(' '), pieces.join('-')] }
}

const letterWord = (run: string, helpers: Helpers, isLiteral: boolean): Word => {
  const variants = synonymsOf(run, helpers.synonyms)
  const sound = !isLiteral && /^[a-z]{2,}$/.test(run) ? soundOfLetters(run, helpers) : { conditions: [], forms: [] }
  const pieces = apart(run)
  return {
    typed: run, forms: [run, ...pieces.forms, ...variants, ...sound.forms],
    condition: { kind: 'any', conditions: [wordCondition(run), ...pieces.conditions, ...variants.map((variant) => textCondition(variant, synonymShare)), ...sound.conditions] },
  }
}

/** Neighbouring runs of letters of which each is a syllable are read together too, as in `jie di xian`. */
const syllableWord = (runs: readonly string[], helpers: Helpers): Word => {
  const { conditions, forms } = soundOfLetters(runs.join(''), helpers)
  const apart = allOf(runs.map((run) => wordCondition(run)))
  return { typed: runs.join(' '), forms: [runs.join(' '), ...forms], condition: anyOf([apart, ...conditions]) }
}

const isNumber = (run: Run | undefined): boolean => run !== undefined && /^\d+$/.test(run.text)
const isLetters = (run: Run | undefined): boolean => run !== undefined && !run.isHan && !/\d/.test(run.text)

/** A number and letters that stand apart may stand in one: 110 kV is 110kV, J-07 is J07. */
const joinedWord = (words: readonly [Word, Word]): Word => {
  const typed = words.map((word) => word.typed)
  const joined = typed.join('')
  return {
    typed: typed.join(' '), forms: [typed.join(' '), typed.join('-'), joined],
    condition: { kind: 'any', conditions: [allOf(words.map(({ condition }) => condition)), wordCondition(joined)] },
  }
}

const isSyllable = ({ text, isHan }: Run, helpers: Helpers): boolean =>
  !isHan && /^[a-z]{1,6}$/.test(text) && helpers.readLetters(text).some(({ row }) => row.length === 1)

export const tooMany = (text: string): boolean => runsOf(text).length > mostWords

export const wordsOf = (text: string, helpers: Helpers, isLiteral: boolean): Word[] => {
  const runs = runsOf(text).slice(0, mostWords)
  const words: Word[] = []
  for (let at = 0; at < runs.length;) {
    const after = runs.findIndex((run, index) => index >= at && (isLiteral || !isSyllable(run, helpers)))
    const syllables = runs.slice(at, after === -1 ? runs.length : after).map((run) => run.text)
    if (syllables.length > 1) {
      words.push(syllableWord(syllables, helpers))
      at += syllables.length
      continue
    }
    const [run, next] = runs.slice(at, at + 2)
    if (run && next && ((isNumber(run) && isLetters(next)) || (isLetters(run) && isNumber(next)))) {
      words.push(joinedWord([letterWord(run.text, helpers, isLiteral), letterWord(next.text, helpers, isLiteral)]))
      at += 2
      continue
    }
    if (run) words.push(run.isHan ? hanWord(run.text, helpers) : letterWord(run.text, helpers, isLiteral))
    at += 1
  }
  return words
}

/** A word that may be a slip: what sounds like it, or is spelt like it, besides itself. */
export const forgiving = (word: Word, helpers: Helpers): Word => {
  const { typed, condition, forms } = word
  const codes = Array.from({ length: typed.length }, (_, at) => hanNumber(typed.charCodeAt(at)))
  if (codes.every((code) => code > 0)) {
    if (typed.length < 2 || typed.length > longestSlip) return word
    const row = codes.map((code) => setOfCharacters([code, ...helpers.soundsAlike(code)]))
    const terms = hanTerms(typed).map((term, at): Condition => {
      const alike = pairsOf(row.slice(at, at + 2)).map((pair) => termCondition(pair, soundShare))
      return { kind: 'any', conditions: [termCondition(term), ...alike] }
    })
    return { typed, slip: 'sound', forms: [...forms, slotsOf(row)], condition: anyOf([condition, allOf(terms)]) }
  }
  // A number that is nearly the same is another number.
  const near = /\d/.test(typed) ? [] : helpers.spellings(typed)
  if (near.length === 0) return word
  return {
    typed, slip: 'spelling', forms: [...forms, ...near.map((each) => each.word)],
    condition: { kind: 'any', conditions: [condition, ...near.map(({ word: meant, edits }) => termCondition({ kind: 'word', word: meant }, spellingShare ** edits))] },
  }
}

/** What a question asks with stands in no answer, and is rare enough in answers to outweigh what it asks about. */
const asking = /为什么|什么样?|怎么样?|怎样|如何|为何|何[时地人处]|哪[一些个位种里年]*|谁|多少|多[久大长高]|几[个年时]?|是否|有没有|吗|呢/g
const askingShare = 0.3

/** The terms of a run, each with its share of its weight. */
const sharesOf = (run: string): { term: Term; share: number }[] => {
  const isAsking = new Uint8Array(run.length)
  for (const { index, 0: { length } } of run.matchAll(asking)) isAsking.fill(1, index, index + length)
  return hanTerms(run).map((term, at) => ({ term, share: isAsking[at] === 1 || isAsking[at + 1] === 1 ? askingShare : 1 }))
}

/** Of the terms of all words, those that make up enough of what is known of them. */
export const someOf = (words: readonly Word[], evaluation: Evaluation, least: number): Condition => {
  const runs = words.flatMap(({ typed }) => runsOf(typed))
  const shares = runs.flatMap(({ text, isHan }) => (isHan ? sharesOf(text) : [{ term: { kind: 'beginning', word: text } as const, share: 1 }]))
  const known = [...new Map(shares.map((each) => [keyOf(each.term), each])).values()].filter(({ term }) => evaluation.isKnown(term))
  return { kind: 'some', least, terms: evaluation.rarest(known, mostTerms) }
}
