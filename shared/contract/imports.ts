/** Imports: files become records, one job for all, one entry in the report for each. */
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { LibraryType } from '../model/recordTypes'
import { procedure } from './base'
import { DuplicateRecord } from './duplicates'
import { Failure } from './errors'

/** Why a file did not become a record. Texts in shared/text/messages under `import.`. */
export const importFailures = ['not_docx', 'old_doc', 'encrypted', 'damaged', 'empty', 'too_large', 'no_text', 'locked', 'unreadable', 'timeout'] as const
export const ImportFailure = z.object({ code: z.enum(importFailures), detail: z.string() })
export type ImportFailure = z.infer<typeof ImportFailure>

/** What was carried over with a change, or could not be: kept in the original file, which is always attached. */
export const importWarnings = [
  'picture_missing', 'picture_unsupported', 'object_not_shown', 'comments_left_out', 'headers_left_out', 'deleted_text_left_out',
  'attachment_missing', 'editions_left_out', 'values_left_out',
  'sections_not_recognised', 'sections_partly_recognised', 'no_sections', 'title_from_file_name', 'equation_as_text', 'other',
] as const
export const ImportWarning = z.object({ code: z.enum(importWarnings), count: z.int().min(1), detail: z.string() })
export type ImportWarning = z.infer<typeof ImportWarning>

export const ImportEntry = z.object({
  path: z.string(),
  outcome: z.enum(['imported', 'skipped', 'failed']),
  /** The new record; for `skipped`, the one that already has this very file. */
  recordId: Uuid.nullable(),
  title: z.string().nullable(),
  sections: z.array(z.object({ key: z.string().nullable(), title: z.string() })),
  tables: z.int(), pictures: z.int(),
  warnings: z.array(ImportWarning),
  failure: z.union([ImportFailure, Failure]).nullable(),
  /** Records that the new one is perhaps the same as, as far as they were looked for. */
  duplicates: z.array(DuplicateRecord),
})
export type ImportEntry = z.infer<typeof ImportEntry>

/**
 * How far the new records were compared with all others, which a job of its own does after the import: `done` of `total`. Where that was
 * stopped or took too long, fewer were compared than there are.
 */
export const ImportComparison = z.object({ jobId: Uuid, done: z.int(), total: z.int() })
export type ImportComparison = z.infer<typeof ImportComparison>

export const imports = {
  /** Files, and folders with all below them. Answers at once with the job. */
  start: procedure.input(z.object({ paths: z.array(z.string().min(1)).min(1), type: LibraryType })).output(z.object({ jobId: Uuid })),
  /** Entries so far, failures first, then what is perhaps here twice, then with warnings, then the rest, each in the order of the files. */
  report: procedure
    .input(z.object({ jobId: Uuid, offset: z.int().min(0).default(0), limit: z.int().min(1).max(1000).default(1000) }))
    .output(z.object({ total: z.int(), imported: z.int(), skipped: z.int(), failed: z.int(), entries: z.array(ImportEntry), alike: z.int(), comparison: ImportComparison.nullable() })),
}
