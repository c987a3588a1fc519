/** What a word of the query could become, and how the text reads once it has: names of fields, their values, words of the library. */
import type { Suggestion } from '#shared/contract/search'
import { queryFields, type QueryField } from '#shared/text/queryFields'
import { parseSearchQuery, type Place } from '#shared/text/searchQuery'

/** What is being typed at the caret: a word, or a field's value; the place is all of it, with the field's name. */
export type Wanted = Place & { typed: string } & ({ kind: 'word' } | { kind: 'value'; field: QueryField; name: string })

/** `insert` takes the place of what is being typed. `isOpen`: more is to follow it, so that no space does. */
export interface Completion { label: string; about: string; insert: string; isOpen: boolean }

const mostTyped = 60

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** Undefined where nothing is being typed: between words, in a phrase. `caret` in UTF-16 code units. */
export const wantedAt = (text: string, caret: number): Wanted | undefined => {
  const { all, problems } = parseSearchQuery(text)
  const parts = all.flat().map(({ part }) => part)
  const places: Place[] = [...parts.filter(({ kind }) => kind !== 'phrase'), ...problems.filter(({ kind }) => kind === 'emptyField' || kind === 'badDate')]
  const place = places.find(({ start, end }) => start < caret && caret <= end)
  if (!place || caret - place.start > mostTyped) return undefined
  const { start, end } = place
  const before = text.slice(start, caret)
  const [named = '', name = ''] = /^([\p{L}]{1,12})[:：]["“”＂「『]?/u.exec(before) ?? []
  const field = queryFields.find(name)
  if (field) return { kind: 'value', field, name, typed: before.slice(named.length), start, end }
  return { kind: 'word', typed: before, start, end }
}

/** The name that a field goes by in a language: the Chinese one, or the first. */
export const fieldName = (field: QueryField, inChinese: boolean): string => {
  const names: readonly string[] = queryFields.names[field]
  return (inChinese ? names.find(isHan) : undefined) ?? names[0] ?? field
}

const queryFieldNames = Object.keys(queryFields.names).flatMap((name): QueryField[] => {
  const field = queryFields.find(name)
  return field ? [field] : []
})

/** The fields of which some name begins with the word, by that name. */
export const namesFor = (word: string): { field: QueryField; name: string }[] => {
  const lower = word.toLowerCase()
  return queryFieldNames.flatMap((field) => {
    const name = queryFields.names[field].find((each) => each.startsWith(lower))
    return name === undefined || lower === '' ? [] : [{ field, name }]
  })
}

const quoted = (value: string): string => (/[\s"“”＂「」『』]/.test(value) ? `"${value.replaceAll('"', '')}"` : value)

export const valueCompletion = (name: string, value: string, label: string, about = ''): Completion => ({ label, about, insert: `${name}:${quoted(value)}`, isOpen: false })

/** Of the values that are written as words of the screen: those that what is typed begins or that hold it, by word or by key. */
export const valuesFor = (typed: string, values: readonly { key: string; word: string }[]): { key: string; word: string }[] => {
  const lower = typed.trim().toLowerCase()
  const rank = ({ key, word }: { key: string; word: string }): number => {
    if (word.toLowerCase().startsWith(lower) || key.toLowerCase().startsWith(lower)) return 0
    return word.toLowerCase().includes(lower) ? 1 : 2
  }
  return values.filter((value) => rank(value) < 2).sort((a, b) => rank(a) - rank(b))
}

const lastYears = 4
const monthsOfYear = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'))

/** What a date that is begun may become, as the query reads dates, the likeliest first. `today`: as 2026-03-18. */
export const datesFor = (typed: string, today: string): string[] => {
  const year = Number(today.slice(0, 4))
  const begun = /^\d{4}(?=-)/.exec(typed)?.[0]
  const dates = [
    today, today.slice(0, 7), ...Array.from({ length: lastYears }, (_, back) => String(year - back)),
    ...(begun === undefined ? [] : monthsOfYear.map((month) => `${begun}-${month}`)),
  ]
  return [...new Set(dates)].filter((date) => date.startsWith(typed) && date !== typed)
}

/** A word of the library: a tag as its field, so that exactly it is found. */
export const suggestedWord = ({ kind, text }: Suggestion, tagName: string): Completion => {
  if (kind === 'tag') return valueCompletion(tagName, text, `${tagName}:${text}`)
  return { label: text, about: '', insert: quoted(text), isOpen: false }
}

/** The text with the completion in it, and where the caret then stands. */
export const accept = (text: string, { start, end }: Place, { insert, isOpen }: Completion): { text: string; caret: number } => {
  const rest = text.slice(end)
  const space = isOpen || /^\s/.test(rest) ? '' : ' '
  return { text: text.slice(0, start) + insert + space + rest, caret: start + insert.length + (isOpen ? 0 : 1) }
}
