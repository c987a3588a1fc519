/** Chance that can be repeated: the same seed gives the same in every run. */

export interface Random {
  /** From 0 to below 1. */
  next: () => number
  /** A whole number from 0 up to, not including, `below`. */
  below: (below: number) => number
  /** True this often, 0 to 1. */
  chance: (share: number) => boolean
  pick: <T>(from: readonly T[]) => T | undefined
  /** One of several. Throws if there are none. */
  of: <T>(from: readonly T[]) => T
}

/** mulberry32. */
export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    const a = Math.imul(state ^ (state >>> 15), state | 1)
    const b = a ^ (a + Math.imul(a ^ (a >>> 7), a | 61))
    return ((b ^ (b >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  const pick: Random['pick'] = (from) => from[below(from.length)]
  return {
    next, below, pick,
    chance: (share) => next() < share,
    of: (from) => {
      const value = pick(from)
      if (value === undefined) throw new Error('nothing to choose from')
      return value
    },
  }
}
