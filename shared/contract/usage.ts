/** What was done with records on this machine: opened, exported, marked, rated. None of it leaves the machine. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { UseKind } from '../model/usage'
import { procedure } from './base'
import { RecordRow } from './records'

/** `cited` counts the quotes and links of other records in this library, whoever made them. */
export const UseCounts = z.object({ opened: z.int(), exported: z.int(), filledIn: z.int(), cited: z.int(), isFavourite: z.boolean(), rating: z.int().min(1).max(5).nullable() })
export type UseCounts = z.infer<typeof UseCounts>

export const UsedRecord = z.object({ row: RecordRow, opened: z.int(), at: Timestamp })
export type UsedRecord = z.infer<typeof UsedRecord>

const byId = z.object({ id: Uuid })

export const usage = {
  of: procedure.input(byId).output(UseCounts),
  /** Counts one use. */
  note: procedure.input(byId.extend({ kind: UseKind })).output(z.null()),
  /** Marks a record, or rates it; null takes the rating back. */
  mark: procedure.input(byId.extend({ isFavourite: z.boolean().optional(), rating: z.int().min(1).max(5).nullable().optional() })).output(UseCounts),
  /** What was opened last, what is opened most, or what was marked (the latest used first). Records that are not here are left out. */
  list: procedure.input(z.object({ by: z.enum(['recent', 'most', 'favourites']), limit: z.int().min(1).max(200) })).output(z.array(UsedRecord)),
}
