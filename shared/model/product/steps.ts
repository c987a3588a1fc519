/** The steps of a product, as the rows of its field `steps` say them; what a row does not say is empty. */
import type { Citation } from '../body/blocks'
import { rowsOf, type FieldRow } from '../fields'
import type { RecordContent } from '../record'
import { citationsOf } from '../rowCitations'
import { gradeOf, type Grade } from './risk'

export interface Step {
  id: string
  action: string
  standard: string
  /** How long it takes; undefined where nothing is said. */
  minutes: number | undefined
  post: string
  hazard: string
  likelihood: Grade | undefined
  severity: Grade | undefined
  control: string
  /** Tools that it uses, at the revision that is meant. */
  tools: Citation[]
  /** Where what it says was taken from. */
  sources: Citation[]
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const stepOf = (row: FieldRow): Step => ({
  id: row.id, action: text(row.action), standard: text(row.standard), minutes: typeof row.minutes === 'number' ? row.minutes : undefined, post: text(row.post),
  hazard: text(row.hazard), likelihood: gradeOf(row.likelihood), severity: gradeOf(row.severity), control: text(row.control),
  tools: citationsOf(row.tools), sources: citationsOf(row.sources),
})

/** In the order in which they are done. */
export const stepsOf = (fields: RecordContent['fields']): Step[] => rowsOf(fields.steps).map(stepOf)
