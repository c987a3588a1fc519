/** The restricted records for which something was not let out. */
import { z } from 'zod'
import { toFailure } from '#shared/contract/errors'

const NamedRecord = z.object({ id: z.string(), number: z.string(), title: z.string() })
export type NamedRecord = z.infer<typeof NamedRecord>

const Refused = z.object({ code: z.literal('restricted_content'), data: z.object({ records: z.array(NamedRecord) }) })

/** Of what was thrown, or of a failure of a job; none where it failed for another reason. */
export const refusedRecords = (error: unknown): readonly NamedRecord[] => Refused.safeParse(toFailure(error) ?? error).data?.data.records ?? []
