/** What was done with records on this machine: kept beside the settings, one file for each library, and in no library. */
import { z } from 'zod'
import { Timestamp, Uuid } from './ids'

/** The most records that are kept: what was used longest ago goes first, but for favourites and what was rated. */
export const usageLimit = 3000

export const UseKind = z.enum(['opened', 'exported', 'filledIn'])
export type UseKind = z.infer<typeof UseKind>

/** How often each was done, when something was last; `rating` of 1 to 5 stars. */
export const RecordUse = z.looseObject({
  opened: z.int().min(0), exported: z.int().min(0), filledIn: z.int().min(0).default(0), at: Timestamp, favourite: z.boolean().optional(), rating: z.int().min(1).max(5).optional(),
})
export type RecordUse = z.infer<typeof RecordUse>

export const UsageFile = z.looseObject({ format: z.literal(1), records: z.record(Uuid, RecordUse) })
export type UsageFile = z.infer<typeof UsageFile>
