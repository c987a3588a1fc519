/**
 * Forms: what is looked for in a text, in one piece. A form is a text, or a row of characters of which each may be one of several: what
 * sounds alike, or what pinyin stands for. All folded.
 */
import { hanNumber } from '#shared/text/runs'
import { anyAmong, isAmong, type Characters } from './characters'

/** The characters that may stand at each place, and at any. */
export interface Slots { row: readonly Characters[]; any: Pick<Characters, 'bits'> }
export type Form = string | Slots

export const slotsOf = (row: readonly Characters[]): Slots => ({ row, any: anyAmong(row) })

/** How much of a form stands in a text in one piece: the longest piece, as a share of the form, 0 to 1. */
export const longestShare = (form: Form, text: string): number => {
  if (typeof form !== 'string') return form.row.length === 0 ? 0 : longestRow(form, text) / form.row.length
  return form.length === 0 ? 0 : longestPiece(form, text) / form.length
}

const longestPiece = (form: string, text: string): number => {
  if (text.includes(form)) return form.length
  let longest = 0
  for (let start = 0; start + longest < form.length; start += 1) {
    while (start + longest < form.length && text.includes(form.slice(start, start + longest + 1))) longest += 1
  }
  return longest
}

/** How many slots from `slot` on are filled from a place in the text on. */
const filledFrom = (row: readonly Characters[], slot: number, text: string, at: number): number => {
  let count = 0
  for (let each = row[slot]; each && isAmong(each, hanNumber(text.charCodeAt(at + count))); each = row[slot + count]) count += 1
  return count
}

const longestRow = ({ row, any }: Slots, text: string): number => {
  let longest = 0
  for (let at = 0; at + longest < text.length && longest < row.length; at += 1) {
    // Most characters fill no slot.
    if (!isAmong(any, hanNumber(text.charCodeAt(at)))) continue
    for (let slot = 0; slot + longest < row.length; slot += 1) longest = Math.max(longest, filledFrom(row, slot, text, at))
  }
  return longest
}

/** What share of a form stands in a text in pieces of at least `least` characters: for long questions, of which no text holds all. */
export const coveredShare = (form: string, text: string, least: number): number => {
  let covered = 0
  let end = 0
  for (let at = 0; at + least <= form.length; at += 1) {
    if (!text.includes(form.slice(at, at + least))) continue
    covered += at + least - Math.max(at, end)
    end = at + least
  }
  return form.length === 0 ? 0 : covered / form.length
}

const nextRow = ({ row }: Slots, text: string, from: number): number => {
  const [first] = row
  if (!first) return -1
  for (let at = from; at + row.length <= text.length; at += 1) {
    if (isAmong(first, hanNumber(text.charCodeAt(at))) && filledFrom(row, 0, text, at) === row.length) return at
  }
  return -1
}

/** Where a form stands whole in a text: start and end of each place, in order, none overlapping. */
export const placesOfForm = (form: Form, text: string, most: number): [number, number][] => {
  const places: [number, number][] = []
  const length = typeof form === 'string' ? form.length : form.row.length
  if (length === 0) return places
  const next = (from: number): number => (typeof form === 'string' ? text.indexOf(form, from) : nextRow(form, text, from))
  for (let at = next(0); at !== -1 && places.length < most; at = next(at + length)) places.push([at, at + length])
  return places
}
