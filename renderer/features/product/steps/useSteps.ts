/**
 * The steps of an open product: every change goes straight to its session; an empty row is only here, and stays when the record comes from
 * elsewhere.
 */
import { useState } from 'react'
import type { OpenRecord } from '#renderer/features/record'
import { insertedAt } from '#renderer/ui/insertedAt'
import type { Citation } from '#shared/model/body/blocks'
import { rowsOf, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { citationsOf } from '#shared/model/rowCitations'
import { isEmptyStep, withEmptyRows, withSteps, withTable, type PastedTime, type StepPlace } from './stepRows'

/** What was done last that can be taken back; of a row that was removed, with what the chart said of it. */
type Undoable = { kind: 'removed'; row: FieldRow; index: number; flow: FieldRow | undefined } | { kind: 'pasted'; count: number; before: readonly FieldRow[] }

export interface Steps {
  rows: readonly FieldRow[]
  /** The cell that was written in last, the row if it was none that takes text. */
  current: StepPlace | undefined
  setCurrent: (place: StepPlace | undefined) => void
  undoable: Undoable | undefined
  /** The times that were pasted last. */
  times: readonly PastedTime[]
  change: (row: FieldRow) => void
  /** An empty row at a place, by its id. */
  insert: (index: number) => string
  move: (from: number, to: number) => void
  remove: (index: number) => void
  undo: () => void
  paste: (place: Required<StepPlace>, table: readonly (readonly string[])[]) => void
  /** Puts a passage into a cell, behind what is there, and its source to those of the step. */
  take: (place: StepPlace, text: string, citation: Citation) => void
}

const cites = (citations: readonly Citation[], { recordId, revisionId, blockId }: Citation): boolean =>
  citations.some((citation) => citation.recordId === recordId && citation.revisionId === revisionId && citation.blockId === blockId)

export const useSteps = ({ session, view: { record: { content }, bodyVersion } }: OpenRecord): Steps => {
  const kept = rowsOf(content.fields.steps)
  const [places, setPlaces] = useState<{ version: number; rows: readonly FieldRow[] }>({ version: bodyVersion, rows: kept })
  const [current, setCurrent] = useState<StepPlace>()
  const [undoable, setUndoable] = useState<Undoable>()
  const [times, setTimes] = useState<readonly PastedTime[]>([])
  const ordered = places.version === bodyVersion ? places.rows : withEmptyRows(kept, places.rows)
  const rows = [
    ...ordered.flatMap((place) => kept.find(({ id }) => id === place.id) ?? (isEmptyStep(place) ? [place] : [])),
    ...kept.filter(({ id }) => !ordered.some((place) => place.id === id)),
  ]

  const setRows = (next: readonly FieldRow[], back?: FieldRow): void => {
    setPlaces({ version: bodyVersion, rows: next })
    session.change({ fields: withSteps(session.view().record.content.fields, rows, next, back) })
  }
  /** A change after which what was done before can't be taken back. */
  const write = (next: readonly FieldRow[]): void => { setUndoable(undefined); setRows(next) }

  return {
    rows, current, setCurrent, undoable, times,
    change: (row) => {
      setTimes(times.filter(({ rowId }) => rowId !== row.id))
      write(rows.map((other) => (other.id === row.id ? row : other)))
    },
    insert: (index) => {
      const row = { id: newBlockId() }
      setPlaces({ version: bodyVersion, rows: insertedAt(rows, index, row) })
      return row.id
    },
    move: (from, to) => {
      const row = rows[from]
      if (row && to >= 0 && to < rows.length && from !== to) write(insertedAt(rows.filter((other) => other !== row), to, row))
    },
    remove: (index) => {
      const row = rows[index]
      if (!row) return
      const flow = rowsOf(session.view().record.content.fields.flow).find(({ id }) => id === row.id)
      setUndoable(isEmptyStep(row) ? undefined : { kind: 'removed', row, index, flow })
      setRows(rows.filter((other) => other !== row))
    },
    undo: () => {
      if (undoable?.kind === 'removed') setRows(insertedAt(rows, undoable.index, undoable.row), undoable.flow)
      if (undoable?.kind === 'pasted') {
        setTimes(times.map(({ rowId }) => ({ rowId, unread: undefined })))
        setRows(undoable.before)
      }
      setUndoable(undefined)
    },
    paste: (place, table) => {
      const pasted = withTable(rows, place, table)
      setTimes(pasted.times)
      setUndoable({ kind: 'pasted', count: table.length, before: rows })
      setRows(pasted.rows)
    },
    take: ({ rowId, column = 'standard' }, text, citation) => write(rows.map((row) => {
      if (row.id !== rowId || column === 'minutes') return row
      const before = typeof row[column] === 'string' ? row[column].trimEnd() : ''
      const sources = citationsOf(row.sources)
      return { ...row, [column]: before === '' ? text : `${before}\n${text}`, sources: cites(sources, citation) ? sources : [...sources, citation] }
    })),
  }
}
