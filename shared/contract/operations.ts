/** Operations: what was done to many records at once, latest first, and taking one back. */
import { z } from 'zod'
import { Timestamp, Uuid } from '../model/ids'
import { OperationKind } from '../model/operation'
import { VocabularyKind } from '../model/vocabularies/rows'
import { procedure } from './base'
import { Failure } from './errors'

/**
 * Why a record was left as it is: it was edited since; it is already as it would be made; it is no longer in the trash; another one is in
 * its place, and what was in the trash went to its history; it is a filled copy that was changed since, or has another in its place, and stays with the tool that it is with; it can't make the move from its
 * stage, or the gate before it does not hold; it could not be read (`failure` says why).
 */
export const keptReasons = ['edited', 'asBefore', 'gone', 'placeTaken', 'copyEdited', 'otherStage', 'gateNotMet', 'failed'] as const
export const KeptRecord = z.object({ id: Uuid, number: z.string(), title: z.string(), why: z.enum(keptReasons), failure: Failure.nullable() })
export type KeptRecord = z.infer<typeof KeptRecord>

/** What came of it. `operationId` is what can be undone, null where nothing was changed. */
export const OperationOutcome = z.object({ operationId: Uuid.nullable(), done: z.int(), kept: z.array(KeptRecord), cancelled: z.boolean() })
export type OperationOutcome = z.infer<typeof OperationOutcome>

/** One line of the list: the titles are those of the first records. `words`: which words became what, the first of them where they are many. */
export const OperationSummary = z.object({
  id: Uuid, kind: OperationKind, at: Timestamp, by: z.string(), count: z.int(), titles: z.array(z.string()),
  undoes: z.object({ id: Uuid, kind: OperationKind }).nullable(), undoneBy: Uuid.nullable(),
  words: z.object({ kind: VocabularyKind, from: z.array(z.string()), into: z.string().nullable() }).nullable(),
})
export type OperationSummary = z.infer<typeof OperationSummary>

export const operations = {
  /** Latest first. */
  list: procedure.input(z.object({ offset: z.int().min(0), limit: z.int().min(1).max(100) })).output(z.object({ total: z.int(), operations: z.array(OperationSummary) })),
  /**
   * Takes an operation back in one transaction: deleted records come back, changed ones get the content before as a new revision, new ones
   * go to the trash. A record that was edited since is left as it is. It is an operation itself. Throws `already_undone`, and
   * `merged_removed` for a merge of which nothing can be put back in the place of the record that went. Where the records are many it shows
   * as a job, and answers when that has ended.
   */
  undo: procedure.input(z.object({ id: Uuid })).output(OperationOutcome),
}
