/** One table of an open meeting: every change goes straight to its session, and can be taken back while the record does not come from elsewhere. */
import { useMemo, useState } from 'react'
import type { OpenRecord } from '#renderer/features/record'
import { insertedAt } from '#renderer/ui/insertedAt'
import { rowsOf, type FieldRow } from '#shared/model/fields'
import type { MeetingTable } from './fields'
import { movedRow, withStep, type Done, type Step } from './history'

export interface Rows {
  rows: readonly FieldRow[]
  /** What an undo takes back, undefined where there is nothing. */
  undoable: Done | undefined
  /** Values of a row; `place` is the column that is typed in. */
  change: (id: string, values: Readonly<Record<string, unknown>>, place?: string) => void
  add: (row: FieldRow, index?: number) => void
  remove: (id: string) => void
  move: (id: string, to: number) => void
  /** All rows at once: one step, with what it makes of other fields of the record. */
  fill: (rows: readonly FieldRow[], done: Done, beside?: Readonly<Record<string, unknown>>) => void
  undo: () => void
}

export const useRows = ({ session, view: { record: { content }, bodyVersion } }: OpenRecord, key: MeetingTable): Rows => {
  const value = content.fields[key]
  const rows = useMemo(() => rowsOf(value), [value])
  const [history, setHistory] = useState<{ version: number; steps: readonly Step[] }>({ version: bodyVersion, steps: [] })
  const steps = history.version === bodyVersion ? history.steps : []

  const fields = (): Readonly<Record<string, unknown>> => session.view().record.content.fields
  const current = (): FieldRow[] => rowsOf(fields()[key])
  const write = (next: readonly FieldRow[], beside: Readonly<Record<string, unknown>> = {}): void => session.change({ fields: { ...fields(), ...beside, [key]: next.length > 0 ? next : undefined } })
  const act = (done: Done, change: (before: readonly FieldRow[]) => readonly FieldRow[], place = '', beside: Readonly<Record<string, unknown>> = {}): void => {
    const before = current()
    const after = change(before)
    if (after === before) return
    const kept = fields()
    setHistory({ version: bodyVersion, steps: withStep(steps, { done, before, place, beside: Object.fromEntries(Object.entries(beside).map(([name, value]) => [name, { before: kept[name], after: value }])) }) })
    write(after, beside)
  }
  return {
    rows, undoable: steps.at(-1)?.done,
    change: (id, values, place) => act('changed', (before) => before.map((row) => (row.id === id ? { ...row, ...values } : row)), place === undefined ? '' : `${id} ${place}`),
    add: (row, index) => act('added', (before) => insertedAt(before, index ?? before.length, row)),
    remove: (id) => act('removed', (before) => before.filter((row) => row.id !== id)),
    move: (id, to) => act('moved', (before) => movedRow(before, id, to)),
    fill: (next, done, beside) => act(done, () => next, '', beside),
    undo: () => {
      const last = steps.at(-1)
      if (!last) return
      setHistory({ version: bodyVersion, steps: steps.slice(0, -1) })
      const now = fields()
      // What was written there since stays.
      write(last.before, Object.fromEntries(Object.entries(last.beside ?? {}).flatMap(([name, { before, after }]) => (now[name] === after ? [[name, before]] : []))))
    },
  }
}
