/** A table among the fields row by row: what became of each row, so that one step that differs does not mark all of them. */
import { isTable, rowsOf, saysNothing, type FieldRow } from '#shared/model/fields'
import type { FieldChange } from '#shared/model/difference/contents'
import { isSameJson } from '#shared/model/sameJson'

/** A row before and after, undefined where it is not; numbers count from 1. */
export interface RowChange { id: string; before: FieldRow | undefined; after: FieldRow | undefined; number: number; wasNumber: number }

const mayBeTable = (value: unknown): boolean => saysNothing(value) || isTable(value)

/** The rows that differ or stand elsewhere, in the order of what is after; undefined where the values are no tables. */
export const rowChanges = ({ before, after }: FieldChange): RowChange[] | undefined => {
  if (!mayBeTable(before) || !mayBeTable(after) || (saysNothing(before) && saysNothing(after))) return undefined
  const [one, two] = [rowsOf(before), rowsOf(after)]
  const kept = two.filter(({ id }) => one.some((row) => row.id === id))
  const keptBefore = one.filter(({ id }) => two.some((row) => row.id === id))
  const changes = two.flatMap((row, index): RowChange[] => {
    const was = one.findIndex(({ id }) => id === row.id)
    const isInPlace = kept.indexOf(row) === keptBefore.findIndex(({ id }) => id === row.id)
    return was !== -1 && isInPlace && isSameJson(one[was], row) ? [] : [{ id: row.id, before: one[was], after: row, number: index + 1, wasNumber: was + 1 }]
  })
  const gone = one.flatMap((row, index): RowChange[] => (two.some(({ id }) => id === row.id) ? [] : [{ id: row.id, before: row, after: undefined, number: 0, wasNumber: index + 1 }]))
  return [...changes, ...gone]
}

/** In how many rows of a comparison a field is shown. */
export const countOfChange = (change: FieldChange): number => rowChanges(change)?.length ?? 1
