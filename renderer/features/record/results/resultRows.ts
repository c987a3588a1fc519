/** The rows of the table of measured results while it is edited: those that say something are kept, an empty one is only a place to write. */
import { newBlockId } from '#shared/model/ids'
import type { MeasuredResult } from '#shared/model/record'

export const newResult = (): MeasuredResult => ({ id: newBlockId(), indicator: '', unit: '', before: '', after: '', evidence: [] })

export const isEmptyResult = ({ indicator, unit, before, after, note = '', evidence }: MeasuredResult): boolean =>
  evidence.length === 0 && [indicator, unit, before, after, note].every((text) => text.trim() === '')

export const keptResults = (rows: readonly MeasuredResult[]): MeasuredResult[] => rows.filter((row) => !isEmptyResult(row))

export const withRowAt = (rows: readonly MeasuredResult[], index: number, row: MeasuredResult): MeasuredResult[] => rows.toSpliced(index, 0, row)

/** A note without a word is no note. */
export const withNote = ({ note: _note, ...row }: MeasuredResult, note: string): MeasuredResult => (note === '' ? row : { ...row, note })
