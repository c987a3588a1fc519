/** Which records bear which number (编号): usually one each, several where libraries gave the same. */

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

export const createNumbers = (): Numbers => {
  const first = new Map<string, string>()
  const others = new Map<string, string[]>()
  const sequences = new Map<string, number>()

  return {
    put: (number, id) => {
      const key = keyOf(number)
      const holder = first.get(key)
      if (holder === undefined) first.set(key, id)
      else if (holder !== id) others.set(key, [...(others.get(key) ?? []).filter((other) => other !== id), id])
      const given = sequenceOf(number)
      if (given) sequences.set(given.prefix, Math.max(sequences.get(given.prefix) ?? 0, given.sequence))
    },
    remove: (number, id) => {
      const key = keyOf(number)
      const left = [first.get(key), ...others.get(key) ?? []].filter((holder) => holder !== undefined && holder !== id)
      const [next, ...rest] = left
      if (next === undefined) first.delete(key)
      else first.set(key, next)
      if (rest.length > 0) others.set(key, rest.flatMap((holder) => holder ?? []))
      else others.delete(key)
    },
    holder: (number) => first.get(keyOf(number)),
    highestSequence: (prefix) => sequences.get(prefix) ?? 0,
  }
}
