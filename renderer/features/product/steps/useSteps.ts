/**
 * The steps of an open product: every change goes straight to its session; an empty row is only here. They begin anew when the record comes
 * from elsewhere, as the body's editor does.
 */
import { useState } from 'react'
import type { OpenRecord } from '#renderer/features/record'
import { insertedAt } from '#renderer/ui/insertedAt'
import type { Citation } from '#shared/model/body/blocks'
import { rowsOf, type FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { citationsOf } from '#shared/model/rowCitations'
import { isEmptyStep, withTable, type StepPlace } from './stepRows'

export interface Steps {
  rows: readonly FieldRow[]
  /** The cell that was written in last, the row if it was none that takes text. */
  current: StepPlace | undefined
  setCurrent: (place: StepPlace | undefined) => void
  /** What was removed last, and can be brought back. */
  removed: { row: FieldRow; index: number } | undefined
  change: (row: FieldRow) => void
  /** An empty row at a place, by its id. */
  insert: (index: number) => string
  move: (from: number, to: number) => void
  remove: (index: number) => void
  restore: () => void
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
  const [removed, setRemoved] = useState<{ row: FieldRow; index: number }>()
  const ordered = places.version === bodyVersion ? places.rows : kept
  const rows = [
    ...ordered.flatMap((place) => kept.find(({ id }) => id === place.id) ?? (isEmptyStep(place) ? [place] : [])),
    ...kept.filter(({ id }) => !ordered.some((place) => place.id === id)),
  ]

  const setRows = (next: readonly FieldRow[]): void => {
    setPlaces({ version: bodyVersion, rows: next })
    const { fields } = session.view().record.content
    const said = next.filter((row) => !isEmptyStep(row))
    // What the chart says of a step goes with it.
    const flow = rowsOf(fields.flow).filter(({ id }) => said.some((row) => row.id === id))
    session.change({ fields: { ...fields, steps: said.length > 0 ? said : undefined, flow: flow.length > 0 ? flow : undefined } })
  }

  return {
    rows, current, setCurrent, removed,
    change: (row) => { setRemoved(undefined); setRows(rows.map((other) => (other.id === row.id ? row : other))) },
    insert: (index) => {
      const row = { id: newBlockId() }
      setPlaces({ version: bodyVersion, rows: insertedAt(rows, index, row) })
      return row.id
    },
    move: (from, to) => {
      const row = rows[from]
      if (row && to >= 0 && to < rows.length && from !== to) setRows(insertedAt(rows.filter((other) => other !== row), to, row))
    },
    remove: (index) => {
      const row = rows[index]
      if (!row) return
      setRemoved(isEmptyStep(row) ? undefined : { row, index })
      setRows(rows.filter((other) => other !== row))
    },
    restore: () => {
      if (removed) setRows(insertedAt(rows, removed.index, removed.row))
      setRemoved(undefined)
    },
    paste: (place, table) => { setRemoved(undefined); setRows(withTable(rows, place, table)) },
    take: ({ rowId, column = 'standard' }, text, citation) => setRows(rows.map((row) => {
      if (row.id !== rowId || column === 'minutes') return row
      const before = typeof row[column] === 'string' ? row[column].trimEnd() : ''
      const sources = citationsOf(row.sources)
      return { ...row, [column]: before === '' ? text : `${before}\n${text}`, sources: cites(sources, citation) ? sources : [...sources, citation] }
    })),
  }
}
