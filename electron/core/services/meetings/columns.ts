/** Which columns of a list of names are which, and which row of its sheet is its head. */
import { participantColumns, type ParticipantColumn } from '#shared/model/meeting/participants'
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'
import { headingEnds, longestHeading, ofOthers, participantHeadings } from './headings.data'
import { askedHeading, findTable, firstNamed, plainHeading, type Table } from './table'

/** How well a heading names a column, the best first: `mixed` names several, `others` speaks of somebody else and is taken where there is no better name. */
const fits = ['known', 'asked', 'first', 'above', 'ends', 'mixed', 'others'] as const
type Fit = (typeof fits)[number]

const isKnown = (column: ParticipantColumn, plain: string): boolean => participantHeadings[column].includes(plain)

const fitOf = (column: ParticipantColumn, heading: string, above: string): Fit | undefined => {
  const asked = askedHeading(heading)
  if (isKnown(column, plainHeading(heading))) return 'known'
  if (isKnown(column, asked)) return 'asked'
  if (heading.length > longestHeading * 2) return undefined
  const isOthers = ofOthers.test(asked)
  if (!isOthers && isKnown(column, askedHeading(firstNamed(heading)))) return 'first'
  if (isKnown(column, askedHeading(above))) return 'above'
  if (asked.length > longestHeading || headingEnds[column]?.test(asked) !== true) return undefined
  if (isOthers) return 'others'
  return firstNamed(heading) === heading ? 'ends' : 'mixed'
}

/** Where each column stands: the heading that names it best, the first of several that name it alike. */
export const placesOf = ({ head, above }: Pick<Table, 'head' | 'above'>): Map<ParticipantColumn, number> => {
  const places = new Map<ParticipantColumn, number>()
  const taken = new Set<number>()
  const found = participantColumns.flatMap((column) => head.map((heading, place) => ({ column, place, fit: heading === '' ? undefined : fitOf(column, heading, above[place] ?? '') })))
  for (const fit of fits) {
    // What belongs to somebody else goes with the name of somebody else.
    if (fit === 'others' && places.has('name')) break
    for (const { column, place } of found.filter((each) => each.fit === fit)) {
      if (places.has(column) || taken.has(place)) continue
      places.set(column, place)
      taken.add(place)
    }
  }
  return places
}

const sureFits: readonly (Fit | undefined)[] = ['known', 'asked']

/** The more columns a row names the more it is a head; a title above it names one, in one cell, and so does an explanation. */
const headScore = (row: readonly string[], isSure: boolean): number => {
  const places = placesOf({ head: row, above: [] })
  const at = places.get('name')
  const fit = at === undefined ? undefined : fitOf('name', row[at] ?? '', '')
  const isAlone = row.filter((cell) => cell !== '').length === 1
  if (fit === undefined || (isSure && !sureFits.includes(fit)) || (isAlone && fit !== 'known')) return 0
  return places.size * 2 + (isAlone ? 0 : 1)
}

/** Undefined where no sheet has a heading that is a name; a heading that is one for sure, on any sheet, goes first. */
export const findNames = (sheets: readonly SheetRows[]): Table | undefined =>
  findTable(sheets, (row) => headScore(row, true)) ?? findTable(sheets, (row) => headScore(row, false))
