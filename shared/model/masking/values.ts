/** Texts in values: those of which a definition says what they are, and those of which nothing is known. What does not change stays the very same. */
import { z } from 'zod'
import { Citation } from '../body/blocks'
import { optionOf, type FieldDefinition } from '../fields'
import { Sha256, Timestamp, Uuid } from '../ids'
import { PartialDate } from '../partialDate'
import { replaced } from './replacements'
import type { Replacement } from './sensitive'

/** What is to be put in the places of one text; nothing leaves it as it is. */
export type ChangesIn = (text: string) => readonly Replacement[]

/** Under these names stands, in what this version does not know, mostly what a program reads: identities, kinds, looks, numbers (编号). */
const namesOfCodes: ReadonlySet<string> = new Set([
  'id', 'ids', 'key', 'keys', 'type', 'kind', 'sha256', 'hash', 'seal', 'format', 'version', 'number', 'role', 'relation', 'mediaType', 'marks', 'align', 'tone', 'list', 'scheme', 'language',
])
const endOfCodes = /(?:Id|Ids|Hash|Hashes|At)$/

const isCodeName = (name: string): boolean => namesOfCodes.has(name) || endOfCodes.test(name)

/** What may stand under the name of a code and is one: YW1-CS-2026-0137, text/plain, bold. No phone, address or Chinese name looks so. */
const isWordOfCode = (text: string): boolean => /^[a-z][\w+./-]*$/i.test(text) && !/\d{5}/.test(text)

/** Whether a text is an id, a hash, a time or a day, which say nothing by themselves and must stay what they are. Hardly any looks so. */
const isCode = (text: string): boolean => /^[\da-fTZ:.-]{4,64}$/.test(text) && [Uuid, Sha256, Timestamp, PartialDate].some((schema) => schema.safeParse(text).success)

export const changedText = (text: string, changesIn: ChangesIn): string => (text === '' ? text : replaced(text, changesIn(text)))

/** The same list where no entry changes. */
export const changedList = <T>(list: T[], change: (entry: T, index: number) => T): T[] => {
  const next = list.map(change)
  return next.every((entry, index) => entry === list[index]) ? list : next
}

/** The same object where no value changes. */
export const changedKeys = <T extends object>(values: T, change: (value: unknown, key: string) => unknown): T => {
  const changes = Object.entries(values).flatMap(([key, value]: [string, unknown]) => {
    const next = change(value, key)
    return next === value ? [] : [[key, next] as const]
  })
  return changes.length === 0 ? values : { ...values, ...Object.fromEntries(changes) }
}

/** A number is looked at as a text, and becomes one where something in it changes. */
const changedNumber = (value: number, changesIn: ChangesIn): unknown => {
  const [before, after] = [String(value), changedText(String(value), changesIn)]
  return after === before ? value : after
}

const changedUnder = (name: string | undefined, value: unknown, changesIn: ChangesIn): unknown => {
  if (typeof value === 'string') return isCode(value) || (name !== undefined && isCodeName(name) && isWordOfCode(value)) ? value : changedText(value, changesIn)
  if (typeof value === 'number') return changedNumber(value, changesIn)
  if (Array.isArray(value)) return changedList<unknown>(value, (entry) => changedUnder(name, entry, changesIn))
  if (typeof value !== 'object' || value === null) return value
  return changedKeys(value, (each, key) => changedUnder(key, each, changesIn))
}

/** A value of which nothing is known: all texts and numbers in it, but codes, which look like one or stand under the name of one. */
export const changedValue = (value: unknown, changesIn: ChangesIn): unknown => changedUnder(undefined, value, changesIn)

/** The keys of an object that its schema does not name. */
export const changedExtras = <T extends object>(values: T, known: object, changesIn: ChangesIn): T =>
  changedKeys(values, (value, key) => (key in known ? value : changedUnder(key, value, changesIn)))

/** Where the texts of one row are told from those of another. */
export type ChangesInRow = (rowId: string) => ChangesIn

const rowIdOf = (value: unknown): string | undefined =>
  (typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string' ? value.id : undefined)

const isRows = (value: unknown): value is { id: string }[] => Array.isArray(value) && value.length > 0 && value.every((row) => rowIdOf(row) !== undefined)

/** What is cited stays; what it is called does not, nor what this version does not know of it. */
export const changedCitation = (citation: Citation, changesIn: ChangesIn): Citation => changedKeys(
  changedExtras(citation, Citation.shape, changesIn),
  (value, key) => ((key === 'title' || key === 'sectionTitle') && typeof value === 'string' ? changedText(value, changesIn) : value),
)

const changedCitations = (value: unknown, changesIn: ChangesIn): unknown => {
  const { data } = z.array(Citation).safeParse(value)
  if (!data) return changedValue(value, changesIn)
  const changed = changedList(data, (citation) => changedCitation(citation, changesIn))
  return changed === data ? value : changed
}

const fixedKinds: ReadonlySet<string> = new Set(['number', 'flag', 'date'])

/** The value of a field; an option stays, and so does a date, but not what stands in their place and is neither. */
export const changedField = (field: FieldDefinition | undefined, value: unknown, changesIn: ChangesIn, inRow: ChangesInRow): unknown => {
  if (isRows(value)) {
    const columns = field?.kind === 'rows' ? field.columns : []
    return changedList(value, (row) => changedKeys(row, (cell, key) => (key === 'id' ? cell
      : changedField(columns.find((column) => column.key === key), cell, inRow(row.id), inRow))))
  }
  if (field?.kind === 'number' && typeof value === 'number') return value
  if (field?.kind === 'citations') return changedCitations(value, changesIn)
  if (field === undefined || fixedKinds.has(field.kind)) return changedValue(value, changesIn)
  const isOption = (text: string): boolean => 'options' in field && optionOf(field.options, text) !== undefined
  const changed = (each: unknown): unknown => (typeof each !== 'string' ? changedValue(each, changesIn) : isOption(each) ? each : changedText(each, changesIn))
  return Array.isArray(value) ? changedList<unknown>(value, changed) : changed(value)
}
