/** The trash: what was deleted, bringing it back, and removing it for good. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { Failure } from './errors'
import { OperationOutcome } from './operations'

export const TrashRow = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), unit: z.string(), deletedAt: Timestamp, by: z.string(), operationId: Uuid.nullable(),
})
export type TrashRow = z.infer<typeof TrashRow>

/** Why a revision stays although its record was removed for good: a record cites or pins it; an edition names it; it was sent or received. */
export const stayReasons = ['cited', 'edition', 'exchanged'] as const
export const StayReason = z.enum(stayReasons)
export type StayReason = z.infer<typeof StayReason>

/**
 * What emptying did. `stayed` lists the records of which revisions had to stay; of what is in `failed` nothing was removed. `opened`: files
 * of removed records that were opened in another program on this machine, changed there and not taken back, or held by it: they stay at `path`.
 */
export const EmptyReport = z.object({
  removed: z.int(), revisions: z.int(),
  stayed: z.array(z.object({ id: Uuid, number: z.string(), title: z.string(), revisions: z.int(), why: z.array(StayReason) })),
  failed: z.array(z.object({ id: Uuid, number: z.string(), title: z.string(), failure: Failure })),
  opened: z.array(z.object({ id: Uuid, number: z.string(), title: z.string(), path: z.string() })),
})
export type EmptyReport = z.infer<typeof EmptyReport>

const ids = z.array(Uuid).min(1).max(10_000)
const job = z.object({ jobId: Uuid })

export const trash = {
  /** Latest deleted first. `text` narrows by number and title; `all` counts what is there without it. */
  list: procedure
    .input(z.object({ text: z.string().max(200).default(''), offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.int(), all: z.int(), rows: z.array(TrashRow) })),
  /** Brings records back as they were, in one transaction. What is in a record's place stays there. */
  restore: procedure.input(z.object({ ids })).output(OperationOutcome),
  /** Removes records for good, one after another; a job. Revisions that something refers to stay, and so do editions. */
  remove: procedure.input(z.object({ ids })).output(job),
  /** The same for all that is in the trash. */
  empty: procedure.output(job),
  /** How many filled copies would go with the tools among the records, all in the trash where none are named: unreadable ones and those out of the list too. */
  copies: procedure.input(z.object({ ids: ids.optional() })).output(z.int()),
  /** What a job of `remove` or `empty` did; throws `not_found` until it is done. */
  emptied: procedure.input(job).output(EmptyReport),
}
