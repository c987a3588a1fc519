/** Local differences as rows beside the steps of the standard. A difference belongs to a step by the place that it names. */
import { rowsOf, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Step } from '#shared/model/product/steps'

export interface Difference { id: string; place: string; standard: string; local: string; reason: string }

/** One line of the table: a step of the standard, a difference, or both. */
export interface DifferenceLine { key: string; place: string; step: Step | undefined; difference: Difference | undefined }

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Longer a place can't be. */
const longestPlace = 200

/** Where a step stands: its number and what is done in it. */
export const placeOf = (step: Step, index: number): string => `${String(index + 1)} ${step.action.trim()}`.trim().slice(0, longestPlace)

export const differencesOf = (value: unknown): Difference[] =>
  rowsOf(value).map(({ id, place, standard, local, reason }) => ({ id, place: text(place), standard: text(standard), local: text(local), reason: text(reason) }))

/** Whether a row says that something differs; `places` are those of the steps, a place that is none of them is something said. */
export const saysDifference = ({ place, standard, local, reason }: Omit<Difference, 'id'>, places: readonly string[]): boolean =>
  local.trim() !== standard.trim() || reason.trim() !== '' || (place.trim() !== '' && !places.includes(place))

/** Rows as they are saved, and those that do not differ yet. */
export interface Written { rows: FieldRow[]; begun: FieldRow[] }

/** One row changed: it is written as soon as it differs, and begun again where it no longer does. */
export const withChange = ({ rows, begun }: Written, id: string, changes: Partial<Omit<Difference, 'id'>>, places: readonly string[]): Written => {
  const row = [...rows, ...begun].find((each) => each.id === id)
  if (!row) return { rows, begun }
  const changed = { ...row, ...changes }
  const others = (of: FieldRow[]): FieldRow[] => of.filter((each) => each.id !== id)
  const isWritten = differencesOf([changed]).some((difference) => saysDifference(difference, places))
  if (!isWritten) return { rows: others(rows), begun: begun.includes(row) ? begun.map((each) => (each === row ? changed : each)) : [...begun, changed] }
  return { rows: rows.includes(row) ? rows.map((each) => (each === row ? changed : each)) : [...rows, changed], begun: others(begun) }
}

/** Rows with one put back where it stood. */
export const withRow = (rows: readonly FieldRow[], row: FieldRow, at: number): FieldRow[] => (rows.some(({ id }) => id === row.id) ? [...rows] : [...rows.slice(0, at), row, ...rows.slice(at)])

/** Steps in their order, each with its differences, then the differences that name no step. */
export const differenceLines = (steps: readonly Step[], differences: readonly Difference[]): DifferenceLine[] => {
  const places = steps.map(placeOf)
  return [
    ...steps.flatMap((step, index): DifferenceLine[] => {
      const place = places[index] ?? ''
      const its = differences.filter((difference) => difference.place === place)
      return its.length > 0 ? its.map((difference) => ({ key: difference.id, place, step, difference })) : [{ key: step.id, place, step, difference: undefined }]
    }),
    ...differences.filter(({ place }) => !places.includes(place)).map((difference): DifferenceLine => ({ key: difference.id, place: difference.place, step: undefined, difference })),
  ]
}

/** A difference from a step: what the standard says stands in it already, ready to be changed to what is done here. */
export const differenceFrom = (step: Step, index: number): FieldRow => ({ id: newBlockId(), place: placeOf(step, index), standard: step.standard, local: step.standard })
