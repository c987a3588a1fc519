/** Links that lead to nothing: found by a job, and mended many at once. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { Reference } from '../model/references'
import { procedure } from './base'
import { NamedRecord } from './library'
import { OperationOutcome } from './operations'

/**
 * Why one leads to nothing: the record is in the trash, or is not here at all; the revision that is cited or pinned is not here; the section
 * or block that is cited is not in it; the file is not here, or no longer attached to the record.
 */
export const brokenCauses = ['trash', 'gone', 'revision', 'place', 'file'] as const
export const BrokenCause = z.enum(brokenCauses)
export type BrokenCause = z.infer<typeof BrokenCause>

/** `target` is what is known of where it should lead: a title, words of the text, a file's name; empty where nothing is. */
export const BrokenLink = z.object({ record: NamedRecord, sectionTitle: z.string(), reference: Reference, cause: BrokenCause, target: z.string() })
export type BrokenLink = z.infer<typeof BrokenLink>

/** When the links were looked through, how many lead to nothing and how many records could not be read then. */
export const LinksSummary = z.object({ at: Timestamp, count: z.int(), unread: z.int() })
export type LinksSummary = z.infer<typeof LinksSummary>

/** What is done about one: it leads to another record, or (null) goes. */
export const LinkMend = z.object({ recordId: Uuid, reference: Reference, to: Uuid.nullable() })
export type LinkMend = z.infer<typeof LinkMend>

export const links = {
  /** Reads every record and looks where its references lead; a job. One that runs already is answered. */
  check: procedure.output(z.object({ jobId: Uuid })),
  /** What the last check of this run found and still is so, by record; null before the first. At most 1,000 of `count` are listed. */
  broken: procedure.output(LinksSummary.extend({ links: z.array(BrokenLink) }).nullable()),
  /** The outcome of the last check, of an earlier run too; null where there was none. */
  summary: procedure.output(LinksSummary.nullable()),
  /** Changes references of many records in one transaction, which `operations.undo` takes back. What is not there any more is left as it is. */
  mend: procedure.input(z.object({ mends: z.array(LinkMend).min(1).max(5000) })).output(OperationOutcome),
}
