/** The rows of the table of measured results while it is edited: those that say something are kept, an empty one is only a place to write. */
import { insertedAt } from '#renderer/ui/insertedAt'
import { newBlockId } from '#shared/model/ids'
import type { MeasuredResult } from '#shared/model/record'

export const newResult = (): MeasuredResult => ({ id: newBlockId(), indicator: '', unit: '', before: '', after: '', evidence: [] })

export const isEmptyResult = ({ indicator, unit, before, after, note = '', evidence }: MeasuredResult): boolean =>
  evidence.length === 0 && [indicator, unit, before, after, note].every((text) => text.trim() === '')

export const keptResults = (rows: readonly MeasuredResult[]): MeasuredResult[] => rows.filter((row) => !isEmptyResult(row))

/**
 * Results with more evidence for one row, as they are once its files have arrived: everything else may have changed meanwhile. A row that
 * was empty until now comes behind the others; one that was deleted stays so.
 */
export const withEvidence = (results: readonly MeasuredResult[], row: MeasuredResult, evidence: readonly string[]): MeasuredResult[] => {
  const proven = (result: MeasuredResult): MeasuredResult => ({ ...result, evidence: [...new Set([...result.evidence, ...evidence])] })
  if (results.some(({ id }) => id === row.id)) return results.map((result) => (result.id === row.id ? proven(result) : result))
  return isEmptyResult(row) ? [...results, proven(row)] : [...results]
}

export const withRowAt = (rows: readonly MeasuredResult[], index: number, row: MeasuredResult): MeasuredResult[] => insertedAt(rows, index, row)

/** A note without a word is no note. */
export const withNote = ({ note: _note, ...row }: MeasuredResult, note: string): MeasuredResult => (note === '' ? row : { ...row, note })
