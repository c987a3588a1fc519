/** What was done to a table last, to be taken back step by step: what is typed into one cell is one step. */
import type { FieldRow } from '#shared/model/fields'

export type Done = 'changed' | 'added' | 'removed' | 'moved' | 'begun' | 'pasted' | 'imported' | 'divided' | 'attended' | 'counted'

/** The rows before it was done. `place` is the cell, where it was one. */
export interface Step {
  done: Done; before: readonly FieldRow[]; place: string
  /** What the same step made of other fields of the record, by their keys. */
  beside?: Readonly<Record<string, { before: unknown; after: unknown }>>
}

const most = 100

export const withStep = (steps: readonly Step[], step: Step): readonly Step[] => {
  const last = steps.at(-1)
  if (last && step.place !== '' && last.place === step.place) return steps
  return [...steps, step].slice(-most)
}

/** Rows with one at another place. The same rows where that is none. */
export const movedRow = (rows: readonly FieldRow[], id: string, to: number): readonly FieldRow[] => {
  const from = rows.findIndex((row) => row.id === id)
  const row = rows[from]
  if (!row || to < 0 || to >= rows.length || to === from) return rows
  const rest = rows.filter((other) => other !== row)
  return [...rest.slice(0, to), row, ...rest.slice(to)]
}
