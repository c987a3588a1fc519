/** Which records bear which number (编号): usually one each, several where libraries gave the same. */

/** A longer one is no sequence that anyone gave: it came from elsewhere, and ours must not go on from it. */
const sequence = /^\d{1,9}$/

/** Numbers are written in capitals: the key of most is the number itself. */
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
      const end = number.lastIndexOf('-') + 1
      const [prefix, last] = [number.slice(0, end), number.slice(end)]
      if (end > 0 && sequence.test(last)) sequences.set(prefix, Math.max(sequences.get(prefix) ?? 0, Number(last)))
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
