/** Attachments: files kept once by their hash. Their bytes travel outside the contract, at `/attachments/<hash>` and `/uploads`. */
import { z } from 'zod'
import { AttachmentRef } from '../model/record'
import { procedure } from './base'

export const attachments = {
  /** Takes a file in. Safe to repeat: the same bytes are stored once. */
  add: procedure.input(z.object({ path: z.string().min(1), name: z.string().min(1).max(255).optional() })).output(AttachmentRef),
}
