/** How hard a passphrase is to guess, roughly: by its length and the kinds of characters in it. */
import { shortestPassphrase } from '#shared/contract/packageSafety'

export type Strength = 'short' | 'weak' | 'fair' | 'strong'

/** How many there are to choose from, of those that people choose. */
const kinds: readonly [RegExp, number][] = [[/\d/, 10], [/[a-z]/, 26], [/[A-Z]/, 26], [/\p{Script=Han}/u, 500], [/[^\dA-Za-z\p{Script=Han}]/u, 20]]

export const strengthOf = (text: string): Strength => {
  if (text.length < shortestPassphrase) return 'short'
  const pool = kinds.reduce((sum, [kind, count]) => sum + (kind.test(text) ? count : 0), 0)
  // A character that comes again says little that is new.
  const characters = [...text]
  const bits = (new Set(characters).size + (characters.length - new Set(characters).size) / 4) * Math.log2(Math.max(2, pool))
  if (bits < 48) return 'weak'
  return bits < 70 ? 'fair' : 'strong'
}
