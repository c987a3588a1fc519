/** The start page: what waits for whoever works here. */
import { z } from 'zod'
import { BlockId } from '../model/ids'
import { procedure } from './base'
import { RecordRow } from './records'

/**
 * A thing to do: review what another submitted; go on with what was sent back to me, or what I began and did not submit; look again at what
 * is due for review; see to an adoption that is due within two weeks, or past its day; do what was
 * agreed in a meeting or an activity (`rowId` of its outcomes; `by` who, `at` the day or empty, `note` what). `by` moved the record here, `at` when, or the day on
 * which it is due, of an adoption the date for which it is planned; `note` is the reason that was given.
 */
export const Task = z.object({ kind: z.enum(['review', 'sentBack', 'due', 'adoption', 'followUp']), row: RecordRow, by: z.string(), at: z.string(), note: z.string(), rowId: BlockId.optional(), isLate: z.boolean().optional() })
export type Task = z.infer<typeof Task>

export const workbench = {
  /** The most pressing first, no more than some hundred of each kind; `total` counts those of a kind that there are. */
  tasks: procedure.output(z.object({ tasks: z.array(Task), total: z.object({ review: z.int(), sentBack: z.int(), due: z.int(), adoption: z.int(), followUp: z.int() }) })),
  /** What was changed last in the whole library, the latest first. */
  latest: procedure.input(z.object({ limit: z.int().min(1).max(100) })).output(z.array(RecordRow)),
}
