/** What the desktop's main process and the core's process say to one another; all else goes over ports. */
import { z } from 'zod'
import { Sha256 } from '#shared/model/ids'

export const ToCore = z.discriminatedUnion('type', [
  /** Comes with a port on which a window calls the core. */
  z.object({ type: z.literal('port') }),
  z.object({ type: z.literal('attachmentPath'), id: z.int(), sha256: Sha256 }),
  /** Answered by the end of the process, once everything is saved. */
  z.object({ type: z.literal('close') }),
])
export type ToCore = z.infer<typeof ToCore>

export const FromCore = z.object({ type: z.literal('attachmentPath'), id: z.int(), path: z.string().nullable() })
export type FromCore = z.infer<typeof FromCore>
