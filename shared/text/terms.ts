/** Terms: what a text is indexed and searched by. Chinese has no spaces, so its runs become pairs of characters (bigrams). */
import { fold } from './fold'

const run = /[\p{Script=Han}〇々]+|[\p{L}\p{N}\p{M}]+/gu
const han = /^[\p{Script=Han}〇々]/u
/** Splits a run of letters where Chinese begins or ends: `110kV母线` is `110kv` and `母线`. */
const piece = /[\p{Script=Han}〇々]+|[^\p{Script=Han}〇々]+/gu

export const isHan = (text: string): boolean => han.test(text)

/** The runs of a text, folded: Chinese ones and all others apart. */
export const textRuns = (text: string): string[] => (fold(text).match(run) ?? []).flatMap((each) => each.match(piece) ?? [])

const bigrams = (characters: readonly string[]): string[] => characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`)

/**
 * Terms of a text to be indexed: bigrams of Chinese runs, other runs whole. The last character of a Chinese run stands alone too,
 * so that every character begins some term; with `singles`, every character does.
 */
export const indexTerms = (text: string, singles: boolean): string[] => textRuns(text).flatMap((each) => {
  if (!isHan(each)) return [each]
  const characters = Array.from(each)
  return [...bigrams(characters), ...(singles ? characters : characters.slice(-1))]
})

/** A query as it was typed, read once: its words (folded, split where scripts change) and the terms that a text must hold. Bounded. */
export interface Query {
  /** All of it, folded and trimmed: what stands so in a text is what was meant. */
  phrase: string
  words: readonly string[]
  terms: readonly string[]
}

/** More than anyone types; what is pasted beyond it is not looked at. */
const longestQuery = 400
const mostWords = 16
const mostTerms = 64

/** The terms of one word of a query. A single Chinese character is a term only where it stands alone. */
export const termsOfWord = (word: string): string[] => {
  const characters = Array.from(word)
  return isHan(word) && characters.length > 1 ? bigrams(characters) : [word]
}

export const parseQuery = (text: string): Query => {
  const words = [...new Set(textRuns(text.slice(0, longestQuery)))].slice(0, mostWords)
  return { phrase: fold(text.slice(0, longestQuery)).trim(), words, terms: [...new Set(words.flatMap(termsOfWord))].slice(0, mostTerms) }
}
