/** Which records bear which number (编号), and how far each sequence has come. */
import { createHolders } from './holders'

/** A longer one is no sequence that anyone gave: it came from elsewhere, and ours must not go on from it. */
const digits = /^\d{1,9}$/

/** The beginning of a number and its sequence; undefined for what is no number that anyone gave. */
export const sequenceOf = (number: string): { prefix: string; sequence: number } | undefined => {
  const end = number.lastIndexOf('-') + 1
  const last = number.slice(end)
  return end > 0 && digits.test(last) ? { prefix: number.slice(0, end), sequence: Number(last) } : undefined
}

const keyOf = (number: string): string => number.toUpperCase()

export interface Numbers {
  put: (number: string, id: string) => void
  remove: (number: string, id: string) => void
  /** The first record that bears a number. */
  holder: (number: string) => string | undefined
  /** The highest sequence among the numbers seen that begin with `prefix`, 0 where there is none. */
  highestSequence: (prefix: string) => number
}

/** `all` tells every number and the record that bears it now. */
export const createNumbers = (all: () => Iterable<readonly [number: string, id: string]>): Numbers => {
  const holders = createHolders(function* () { for (const [number, id] of all()) yield [keyOf(number), id] })
  const sequences = new Map<string, number>()

  return {
    put: (number, id) => {
      holders.put(keyOf(number), id)
      const given = sequenceOf(number)
      if (given) sequences.set(given.prefix, Math.max(sequences.get(given.prefix) ?? 0, given.sequence))
    },
    remove: (number, id) => { holders.remove(keyOf(number), id) },
    holder: (number) => holders.first(keyOf(number)),
    highestSequence: (prefix) => sequences.get(prefix) ?? 0,
  }
}
