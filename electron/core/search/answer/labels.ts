/** Labels: what documents are counted and filtered by, each `facet:value`. */
import { fold } from '#shared/text/fold'
import { queryFields, type QueryField } from '#shared/text/queryFields'
import { queryValueNames } from '#shared/text/queryValues.data'
import type { DocumentTable } from '../part/documentTable'
import { hitsWhere, type Hits } from '../query/hits'

export const labelOf = (facet: string, value: string): string => `${facet}:${value}`

/** A label's facet and value. */
export const partsOfLabel = (label: string): [facet: string, value: string] => {
  const at = label.indexOf(':')
  return [label.slice(0, at), label.slice(at + 1)]
}

/** The facets whose labels a field of the query language looks at; a record of a team is also found by the unit above it. */
const facetsOf: Readonly<Record<Exclude<QueryField, 'before' | 'after'>, readonly string[]>> = {
  tag: ['tag'], unit: ['unit', 'above'], type: ['type'], stage: ['stage'], field: ['field'], author: ['author'], has: ['has'],
}

/** Whether a label's value is meant: one of those with this name where values have names, else one that holds what was typed. */
const meantBy = (field: QueryField, typed: string): ((value: string) => boolean) => {
  const sought = fold(typed)
  const named = queryValueNames[field]
  if (!named) return (value) => value !== '' && fold(value).includes(sought)
  const values = new Set(Object.entries(named).flatMap(([value, names]) => (names.some((name) => fold(name) === sought) ? [value] : [])))
  return (value) => values.has(value)
}

const hitsOfDate = (table: DocumentTable, isMeant: (day: number) => boolean): Hits =>
  hitsWhere(table.ids.length, (document) => { const day = table.dates[document] ?? 0; return day > 0 && isMeant(day) })

/** Which of a table's labels are meant, 1 for each. */
export const chooseLabels = ({ labelNames }: DocumentTable, facets: readonly string[], isMeant: (value: string) => boolean): Uint8Array =>
  Uint8Array.from(labelNames, (label) => {
    const [facet, value] = partsOfLabel(label)
    return facets.includes(facet) && isMeant(value) ? 1 : 0
  })

export const hasLabel = ({ labels, labelStarts }: DocumentTable, document: number, chosen: Uint8Array): boolean => {
  const end = labelStarts[document + 1] ?? 0
  for (let at = labelStarts[document] ?? 0; at < end; at += 1) if (chosen[labels[at] ?? 0] === 1) return true
  return false
}

/** The documents of a table that a field of the query means. Neither `before` nor `after` takes in the time that it names. */
export const hitsOfField = (table: DocumentTable, field: QueryField, value: string): Hits => {
  if (field === 'before' || field === 'after') {
    const range = queryFields.dateRange(value)
    return hitsOfDate(table, (day) => range !== undefined && (field === 'before' ? day < range.first : day > range.last))
  }
  const chosen = chooseLabels(table, facetsOf[field], meantBy(field, value))
  return hitsWhere(table.ids.length, (document) => hasLabel(table, document, chosen))
}
