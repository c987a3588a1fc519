/** Work that takes long: progress, cancel, and how it ended. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { procedure } from './base'
import { Failure } from './errors'

export const Job = z.object({
  id: Uuid,
  kind: z.enum([
    'import', 'compare', 'maskPackage', 'makePackage', 'openPackage', 'takePackage', 'verify', 'checkLinks', 'repair', 'sweep', 'bulk', 'undo', 'emptyTrash', 'backup', 'verifyBackup', 'restoreBackup', 'makeDocument',
  ]),
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  /** Whole items; `total` is null until it is known. */
  done: z.int(), total: z.int().nullable(),
  failedItems: z.int(),
  current: z.string().nullable(),
  startedAt: Timestamp, endedAt: Timestamp.nullable(),
  perSecond: z.number().nullable(), remainingMs: z.number().nullable(),
  failure: Failure.nullable(),
})
export type Job = z.infer<typeof Job>

const byId = z.object({ id: Uuid })

export const jobs = {
  list: procedure.output(z.array(Job)),
  get: procedure.input(byId).output(Job),
  /** Stops after the item under way, which is either whole or not begun. */
  cancel: procedure.input(byId).output(Job),
}
