/** JSON in the two forms in which the library writes it: RFC 8785 for hashing, sorted and indented for people. */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** The RFC 8785 form (JCS). Throws on what JSON can't hold, which a parsed value never contains. */
export const canonicalJson = (value: unknown): string => {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('only JSON values have a canonical form')
  return text
}

/** Lower-case hex SHA-256. */
export const hashBytes = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Lower-case hex SHA-256 of the RFC 8785 form. */
export const hashJson = (value: unknown): string => hashBytes(canonicalJson(value))

const brackets = (open: string, items: readonly string[], close: string, indent: string): string =>
  items.length === 0 ? open + close : `${open}\n${items.map((item) => `${indent}  ${item}`).join(',\n')}\n${indent}${close}`

const isThere = ([, value]: [string, unknown]): boolean => value !== undefined

/** Text is built key by key: an object would put keys that look like numbers first, whatever their order. */
const write = (value: unknown, indent: string): string => {
  if (Array.isArray(value)) return brackets('[', value.map((each: unknown) => write(each ?? null, `${indent}  `)), ']', indent)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(isThere).sort(([a], [b]) => (a < b ? -1 : 1))
  return brackets('{', entries.map(([key, each]) => `${JSON.stringify(key)}: ${write(each, `${indent}  `)}`), '}', indent)
}

/** Sorted keys, two spaces, a final line end: the form of every file in a library. */
export const formatJson = (value: unknown): string => `${write(value, '')}\n`

/** Replaces unpaired surrogates, which UTF-8 and RFC 8785 can't hold, by U+FFFD. Answers the same object where there are none. */
export const wellFormed = <T>(value: T): T => {
  const text = JSON.stringify(value)
  if (!/\\ud[89a-f][0-9a-f]{2}/.test(text)) return value
  return JSON.parse(text, (_key, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each)) as T
}
