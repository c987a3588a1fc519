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

/** Terms of a query: like those of a text, but a single character only where it stands alone. */
export const queryTerms = (query: string): string[] => [...new Set(textRuns(query).flatMap((each) => {
  const characters = Array.from(each)
  return isHan(each) && characters.length > 1 ? bigrams(characters) : [each]
}))]

/** What a query asks for as it was typed: its words, split at white space and where scripts change, folded. */
export const queryWords = (query: string): string[] => [...new Set(textRuns(query))]
