/** What is to be done after a meeting or an activity: rows of `outcomes` that are not done, and whose they are. */
import { rowsOf, type FieldRow } from '../fields'
import type { RecordContent } from '../record'

export interface Outcome { id: string; what: string; who: string; due: string; isDone: boolean }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const outcomeOf = (row: FieldRow): Outcome => ({ id: row.id, what: text(row.what), who: text(row.who), due: text(row.due), isDone: row.isDone === true })

/** Those that say what. */
export const outcomesOf = ({ fields }: Pick<RecordContent, 'fields'>): Outcome[] => rowsOf(fields.outcomes).map(outcomeOf).filter(({ what }) => what !== '')

/** Whether what is written of who sees to it names one of these: a person, a unit or a post. */
export const isTheirs = (who: string, names: readonly string[]): boolean => {
  const written = who.split(/[\s,，、;；/／和]+/u).filter((name) => name !== '')
  return names.some((name) => name.trim() !== '' && (who === name.trim() || written.includes(name.trim())))
}
