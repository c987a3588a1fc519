/** A list of words as it is typed or pasted, a word a line, and what of it can't be kept. */
import { mostMaskWords } from '#shared/contract/masking'

export const shortestWord = 2
export const longestWord = 60

export interface ReadWords {
  words: string[]
  /** Lines of one character, which would be found everywhere; and those that are too long. */
  short: string[]
  long: string[]
  /** How many words are beyond what a list can have. */
  excess: number
}

/** Each word once, in its order; empty lines count for nothing. A line may hold several words with tabs or Chinese commas between them, as tables are pasted. */
export const readWords = (text: string): ReadWords => {
  const lines = [...new Set(text.split(/[\n\r\t、]+/).map((line) => line.trim()).filter((line) => line !== ''))]
  const words = lines.filter(({ length }) => length >= shortestWord && length <= longestWord)
  return {
    words, short: lines.filter(({ length }) => length < shortestWord), long: lines.filter(({ length }) => length > longestWord), excess: Math.max(0, words.length - mostMaskWords),
  }
}

export const canKeep = ({ short, long, excess }: ReadWords): boolean => short.length === 0 && long.length === 0 && excess === 0
