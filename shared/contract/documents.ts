/** Documents that leave: a record as a Word file. */
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { procedure } from './base'
import { MadeFile } from './packages'

/** What could not be carried over as it is. Texts in shared/text/messages under `export.`. */
export const exportWarnings = ['picture_missing', 'picture_unsupported', 'unknown_block', 'other'] as const
export const ExportWarning = z.object({ code: z.enum(exportWarnings), count: z.int().min(1), detail: z.string() })
export type ExportWarning = z.infer<typeof ExportWarning>

export const documents = {
  /** Written to `to`, or kept to be downloaded. A restricted record throws `restricted_content` unless that was confirmed; it is logged. */
  word: procedure
    .input(z.object({ id: Uuid, to: z.string().min(1).nullable(), allowRestricted: z.boolean().default(false) }))
    .output(z.object({ file: MadeFile, warnings: z.array(ExportWarning) })),
}
