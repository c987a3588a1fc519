/** JSON in the two forms in which the library writes it: RFC 8785 for hashing, sorted and indented for people. */
import { createHash } from 'node:crypto'

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)

/** Strings and numbers as ECMAScript writes them (RFC 8785, 3.2.2). */
const scalar = (value: unknown): string => {
  const text = typeof value === 'number' && !Number.isFinite(value) ? undefined : JSON.stringify(value)
  if (text === undefined) throw new TypeError('only JSON values have a canonical form')
  return text
}

/**
 * One text, built key by key: an object would put keys that look like numbers first, whatever their order. `indent` is the line end and
 * the spaces before what is written here, empty for the form without any.
 */
const write = (value: unknown, indent: string): string => {
  if (typeof value !== 'object' || value === null) return scalar(value)
  const inner = indent === '' ? '' : `${indent}  `
  let text = ''
  if (Array.isArray(value)) {
    for (const each of value) text += (text === '' ? inner : `,${inner}`) + write(each ?? null, inner)
    return text === '' ? '[]' : `[${text}${indent}]`
  }
  const colon = indent === '' ? ':' : ': '
  // Keys by UTF-16 code unit (RFC 8785, 3.2.3), without those that JSON leaves out.
  for (const [key, each] of Object.entries(value).sort(byKey)) {
    if (each !== undefined) text += (text === '' ? inner : `,${inner}`) + JSON.stringify(key) + colon + write(each, inner)
  }
  return text === '' ? '{}' : `{${text}${indent}}`
}

/** The RFC 8785 form (JCS). Throws on what JSON can't hold, which a parsed value never contains. */
export const canonicalJson = (value: unknown): string => write(value, '')

/** Lower-case hex SHA-256. */
export const hashBytes = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Lower-case hex SHA-256 of the RFC 8785 form. */
export const hashJson = (value: unknown): string => hashBytes(canonicalJson(value))

/** Sorted keys, two spaces, a final line end: the form of every file in a library. */
export const formatJson = (value: unknown): string => `${write(value, '\n')}\n`

/** Replaces unpaired surrogates, which UTF-8 and RFC 8785 can't hold, by U+FFFD. Answers the same object where there are none. */
export const wellFormed = <T>(value: T): T => {
  const text = JSON.stringify(value)
  if (!/\\ud[89a-f][0-9a-f]{2}/.test(text)) return value
  return JSON.parse(text, (_key, each: unknown) => (typeof each === 'string' ? each.toWellFormed() : each)) as T
}
