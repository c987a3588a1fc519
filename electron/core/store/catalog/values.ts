/** What an entry of the catalog says in a field by which lists are narrowed, grouped and sorted. */
import type { RecordRow } from '#shared/contract/records'
import type { ListValue } from '#shared/model/listFields'
import type { RecordType } from '#shared/model/recordTypes'
import type { CatalogEntry } from './entry'
import type { Knowledge } from './knowledge'

/** Never none: one empty value where nothing is said. */
export type ReadValues = (entry: CatalogEntry) => readonly string[]

const nothing: readonly string[] = ['']

const asTexts = (value: ListValue | undefined): readonly string[] => {
  if (value === undefined) return nothing
  if (typeof value === 'object') return value.length > 0 ? value : nothing
  return [String(value)]
}

/** The facet's values of an entry. */
export const valuesReader = (key: string, knowledge: Knowledge): ReadValues => {
  switch (key) {
    case 'unit': return ({ row: { unit, team } }) => knowledge.unitsOf(unit, team)
    case 'team': return ({ row: { team } }) => [team]
    case 'stage': return ({ row: { stage } }) => [stage]
    case 'polarity': return ({ row: { polarity } }) => [polarity ?? '']
    case 'year': return ({ row: { date } }) => [date.slice(0, 4)]
    case 'field': return ({ row: { field } }) => [field]
    case 'tag': return ({ row: { tags } }) => (tags.length > 0 ? tags : nothing)
    case 'attachments': return ({ row: { attachments } }) => [String(attachments > 0)]
    case 'confidentiality': return ({ confidentiality }) => [confidentiality]
    default: return ({ values }) => asTexts(values?.[key])
  }
}

/** What stands in a column that is none of the row's own. */
export const columnValue = ({ authors, confidentiality, values }: CatalogEntry, key: string): ListValue | undefined => {
  if (key === 'confidentiality') return confidentiality
  if (key === 'authors') return authors.length > 0 ? [...authors] : undefined
  return values?.[key]
}

/** What is before every text: numbers and places in an order, which are compared as they stand. */
const beforeTexts = '\u0000'

/** A number as sixteen characters that sort as numbers do: the bits of a double, the sign turned round. */
const numberKey = (value: number): string => {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  const bits = view.getBigUint64(0)
  const isNegative = bits >> 63n === 1n
  return beforeTexts + (isNegative ? BigInt.asUintN(64, ~bits) : bits | (1n << 63n)).toString(16).padStart(16, '0')
}

const ownKeys: Readonly<Record<string, (row: RecordRow) => string>> = {
  number: ({ number }) => number, title: ({ title }) => title, unit: ({ team, unit }) => team || unit, team: ({ team }) => team, field: ({ field }) => field,
  date: ({ date }) => date, updatedAt: ({ updatedAt }) => updatedAt, stage: ({ stage }) => stage, polarity: ({ polarity }) => polarity ?? '',
  attachments: ({ attachments }) => (attachments === 0 ? '' : numberKey(attachments)), edition: ({ edition }) => (edition === null ? '' : numberKey(edition)),
  tags: ({ tags }) => tags.join(' '),
}

/** By what a list is sorted: a text, empty where nothing is said. Fields whose values have an order are sorted by it. */
export const sortKey = (type: RecordType, key: string, knowledge: Knowledge): ((entry: CatalogEntry) => string) => {
  const own = ownKeys[key]
  const order = knowledge.orderOf(type, key)
  const places = order && key !== 'attachments' ? new Map(order.map((value, place) => [value, numberKey(place)])) : undefined
  const text = (value: ListValue | undefined): string => {
    if (typeof value === 'number') return numberKey(value)
    const words = typeof value === 'object' ? value.join(' ') : String(value ?? '')
    return places?.get(typeof value === 'object' ? value[0] ?? '' : words) ?? words
  }
  return own ? ({ row }) => places?.get(own(row)) ?? own(row) : (entry) => text(columnValue(entry, key))
}

/** Times and days, which need no language to be compared. */
export const isPlain = (key: string): boolean => key === 'date' || key === 'updatedAt'

export const isBeforeTexts = (key: string): boolean => key.startsWith(beforeTexts)
