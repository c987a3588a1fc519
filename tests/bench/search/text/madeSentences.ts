/**
 * Sentences made of words, so that a library has as many different pairs of characters as real ones have: 49,000 Chinese words of the
 * dictionary that folding rests on, each as common as its place among them (Zipf), between clauses of real sentences.
 */
import words from 'opencc-js/dict/STPhrases'
import { createRandom, type Random } from '../../../support/random'

const characters = 3_000_000
const shareOfClauses = 0.15
const particles = ['的', '了', '在', '和', '对', '由', '将', '应', '与', '为', '中', '后', '及', '按', '向', '并']
const codes = ['kV', 'MW', 'GIS', 'PMS', 'SF6', 'UPS', 'CT', 'PT', 'SCADA', 'breaker', 'relay']

/** Words in an order of chance, and one of them by it: the first far oftener than the last. */
const wordChooser = (random: Random): (() => string) => {
  const list = words.split('|').map((pair) => pair.split(' ')[0] ?? '').filter(({ length }) => length >= 2 && length <= 4)
  const order = list.map((word) => ({ word, place: random.next() })).sort((a, b) => a.place - b.place).map(({ word }) => word)
  // Of a Zipf distribution the logarithm of the rank is nearly even.
  return () => order[Math.floor(order.length ** random.next()) - 1] ?? ''
}

export const madeSentences = (real: readonly string[]): string[] => {
  const random = createRandom(2)
  const word = wordChooser(random)
  const clauses = real.flatMap((sentence) => sentence.split(/[，、：。；]/)).filter(({ length }) => length >= 4)
  const clause = (): string => {
    if (random.next() < shareOfClauses) return random.of(clauses)
    const made = Array.from({ length: 2 + random.below(4) }, () => word() + (random.next() < 0.4 ? random.of(particles) : '')).join('')
    return random.next() < 0.08 ? `${made}${1 + random.below(999)}${random.of(codes)}` : made
  }
  const sentences: string[] = []
  for (let length = 0; length < characters;) {
    const sentence = `${Array.from({ length: 1 + random.below(4) }, clause).join('，')}。`
    sentences.push(sentence)
    length += sentence.length
  }
  return sentences
}
