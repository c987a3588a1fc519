/** Sets of Han characters, by their numbers. */

/** As a list, as bits that are asked quickly, and under a name that is the same for the same list. */
export interface Characters { key: string; numbers: readonly number[]; bits: Readonly<Uint32Array> }

const numberBits = 15
const wordBits = 5

/** Each of the numbers once. */
export const setOfCharacters = (all: Iterable<number>): Characters => {
  const numbers = [...new Set(all)]
  const bits = new Uint32Array(1 << (numberBits - wordBits))
  for (const number of numbers) bits[number >>> wordBits] = (bits[number >>> wordBits] ?? 0) | (1 << number)
  return { key: numbers.join(' '), numbers, bits }
}

/** `number`: 0 for what is no Han character, which is in no set. */
export const isAmong = ({ bits }: Pick<Characters, 'bits'>, number: number): boolean => ((bits[number >>> wordBits] ?? 0) >>> number & 1) === 1

/** What any of several sets has. */
export const anyAmong = (all: readonly Characters[]): Pick<Characters, 'bits'> => {
  const bits = new Uint32Array(1 << (numberBits - wordBits))
  for (const each of all) for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) | (each.bits[at] ?? 0)
  return { bits }
}
