/** What the flow chart says beside the steps, row by row: a row that says nothing is left out. */
import { rowsOf, saysNothing, type FieldRow } from '#shared/model/fields'
import type { RecordContent } from '#shared/model/record'

export interface FlowChange { decision?: string | undefined; otherwise?: string | undefined; x?: number | undefined; y?: number | undefined }

const said = (rows: readonly FieldRow[]): FieldRow[] | undefined => {
  const kept = rows.filter(({ id: _id, ...cells }) => Object.values(cells).some((cell) => !saysNothing(cell)))
  return kept.length > 0 ? kept : undefined
}

export const withFlow = (fields: RecordContent['fields'], stepId: string, change: FlowChange): RecordContent['fields'] => {
  const rows = rowsOf(fields.flow)
  const there = rows.some(({ id }) => id === stepId)
  return { ...fields, flow: said((there ? rows : [...rows, { id: stepId }]).map((row) => (row.id === stepId ? { ...row, ...change } : row))) }
}

/** How far a node can be put by hand, in the pixels of the chart: what was carried away is still found. */
const farthest = { across: 1200, below: 400 } as const

const within = (value: number, most: number): number => Math.round(Math.min(Math.max(value, 0), most))

/** A place of its own for a step; `height` is that of the chart as it is put by itself. */
export const withPlace = (fields: RecordContent['fields'], stepId: string, { x, y }: { x: number; y: number }, height: number): RecordContent['fields'] =>
  withFlow(fields, stepId, { x: within(x, farthest.across), y: within(y, height + farthest.below) })

/** Everything where it is put by itself. */
export const withoutPlaces = (fields: RecordContent['fields']): RecordContent['fields'] =>
  ({ ...fields, flow: said(rowsOf(fields.flow).map(({ x: _x, y: _y, ...row }) => row)) })
