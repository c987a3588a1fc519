/** JSON in the two forms in which the library writes it: RFC 8785 for hashing, sorted and indented for people. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The RFC 8785 form (JCS). Throws on what JSON can't hold, which a parsed value never contains. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON values have a canonical form')
  return text
}

/** Lower-case hex SHA-256 of the RFC 8785 form. */
export const hashJson = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

const sortKeys = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

/** Sorted keys, two spaces, a final line end: the form of every file in a library. */
export const formatJson = (value: unknown): string => `${JSON.stringify(value, sortKeys, 2)}\n`

/** Replaces unpaired surrogates, which UTF-8 and RFC 8785 can't hold, by U+FFFD. Answers the same object where there are none. */
export const wellFormed = <T>(value: T): T => {
  const text = JSON.stringify(value)
  if (!/\\ud[89a-f][0-9a-f]{2}/.test(text)) return value
  return JSON.parse(text, (_key, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each)) as T
}
