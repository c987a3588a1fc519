/** What a writer says of its work, one JSON line each: before it begins, and after it was answered for. */
import { z } from 'zod'
import { Sha256, Uuid } from '#shared/model/ids'

/**
 * What an operation is to bring about: `key` names what it writes (`record:<id>`, `library`, `attachment:<sha256>`, `exchange:<id>`, `template:<id>`,
 * `edition:<record>`), `value` what will stand there; empty for what is to be gone.
 */
export const Effect = z.object({ key: z.string(), value: z.string() })
export type Effect = z.infer<typeof Effect>

/** `whole`: all of its effects come, or none. */
const Begun = z.object({ event: z.literal('begun'), n: z.int(), operation: z.string(), effects: z.array(Effect), whole: z.boolean() })

/** `revisions` must stay readable from now on; `numbers` were given now. */
const Done = z.object({
  event: z.literal('done'), n: z.int(),
  revisions: z.array(z.object({ id: Uuid, revisionId: Sha256 })), numbers: z.array(z.object({ number: z.string(), id: Uuid })),
})

const Failed = z.object({ event: z.literal('failed'), n: z.int(), reason: z.string() })

export const LoadEvent = z.discriminatedUnion('event', [
  z.object({ event: z.literal('opening') }), z.object({ event: z.literal('opened') }), Begun, Done, Failed,
])
export type LoadEvent = z.infer<typeof LoadEvent>
export type Begun = z.infer<typeof Begun>

/** What an operation answers for. */
export type Answer = Partial<Pick<z.infer<typeof Done>, 'revisions' | 'numbers'>>
