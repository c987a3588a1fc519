/** Records: lists with facets, reading, creating, and saving what an author edited. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { FieldKey, ListSort, ListValue } from '../model/listFields'
import { Confidentiality, EditableContent, MergedFrom, Person, RecordFile, Relation, RevisionFile } from '../model/record'
import { FreeType, RecordType } from '../model/recordTypes'
import { SearchRequest } from '../model/search'
import { procedure } from './base'
import { Failure } from './errors'
import { OperationOutcome } from './operations'

/** One row of a list: the catalog's entry of a record. */
export const RecordRow = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), stage: z.string(), unit: z.string(), team: z.string(), field: z.string(),
  tags: z.array(z.string()), date: z.string(), polarity: z.enum(['positive', 'negative']).nullable(), attachments: z.int(), updatedAt: Timestamp,
  /** The latest edition of a product. */
  edition: z.int().nullable(),
  /** What it says in the columns that were asked for beyond these, by their keys; one that it does not fill is left out. */
  values: z.record(z.string(), ListValue).optional(),
})
export type RecordRow = z.infer<typeof RecordRow>

export { facetNames, FacetName } from '../model/listFields'

/**
 * By facet (shared/model/listFields). Values of one facet are alternatives, facets narrow one another. An empty value means "none given";
 * a unit stands for all that is below it.
 */
export const RecordFilter = z.object({ type: RecordType, facets: z.record(FieldKey, z.array(z.string())).optional() })
export type RecordFilter = z.infer<typeof RecordFilter>

/** What every list can be sorted by; further fields by their keys. */
export const sortNames = ['date', 'number', 'title', 'stage', 'unit', 'field', 'updatedAt'] as const
export const RecordSort = ListSort
export type RecordSort = z.infer<typeof RecordSort>

/** Counts of one facet, each under the filter without this facet's own choice; `parent` is the unit that stands above a unit. */
export const FacetCounts = z.record(z.string(), z.array(z.object({ value: z.string(), count: z.int(), parent: z.string().optional() })))
export type FacetCounts = z.infer<typeof FacetCounts>

/**
 * One group of a list, in the order of the list. `count` records stand in it; with the groups below it, which follow with a higher `level`,
 * they take `total` places.
 */
export const RecordGroup = z.object({ value: z.string(), level: z.int(), count: z.int(), total: z.int() })
export type RecordGroup = z.infer<typeof RecordGroup>

export const SavedRecord = z.object({ id: Uuid, revisionId: Sha256, at: Timestamp })

/** Another record that refers to this one: by a link, by citing it in a quote, or by mentioning it in its text. */
export const Backlink = z.object({ row: RecordRow, relation: z.enum([...Relation.options, 'cites', 'mentions']) })
export type Backlink = z.infer<typeof Backlink>

/**
 * Records by their ids, or all that a filter leaves or a search finds but those excepted: a screen need not know a hundred thousand ids.
 * While the index is not complete, a search stands for what it finds by then.
 */
export const RecordSelection = z.union([
  z.strictObject({ ids: z.array(Uuid).min(1).max(10_000) }),
  z.strictObject({ filter: RecordFilter, except: z.array(Uuid).max(10_000) }),
  z.strictObject({ search: SearchRequest, except: z.array(Uuid).max(10_000) }),
])
export type RecordSelection = z.input<typeof RecordSelection>

const tags = z.array(z.string().trim().min(1).max(100)).min(1).max(50)

/**
 * What is done to each of many records. A record that it leaves as it is gets no new revision. `values` are new values of own and custom
 * fields by their keys, null for none; a record whose type does not have the field is left as it is. A value that the field cannot have for
 * any type is `invalid`.
 */
export const BulkChange = z.strictObject({
  addTags: tags, removeTags: tags, field: z.string().max(200), unit: z.string().max(200), team: z.string().max(200), confidentiality: Confidentiality,
  values: z.record(FieldKey, ListValue.nullable()),
}).partial().refine((change) => Object.keys(change).length > 0, 'nothing to change')
export type BulkChange = z.infer<typeof BulkChange>

/**
 * How a revision came about: the record began here, or came from a file or in a package; it was saved, edited by another program,
 * brought back from an earlier one, or made of two; `masked` left in a package in the place of another.
 */
export const revisionKinds = ['created', 'imported', 'received', 'saved', 'outside', 'restored', 'merged', 'masked'] as const

/** One revision of a record without its content. */
export const RevisionEntry = z.object({
  revisionId: Sha256, parents: z.array(Sha256), by: Person, at: Timestamp, device: Uuid, contentHash: Sha256,
  restoredFrom: Sha256.nullable(), mergedFrom: MergedFrom.nullable(), kind: z.enum(revisionKinds), title: z.string(),
  /** The one in place. */
  isHead: z.boolean(),
  /** It is here and the one in place does not descend from it: from a sync tool's conflict copy, say, or a package. */
  branch: z.boolean(),
  /** It says in masks what the one in place says without: it left in a package, or was written there on top of such a one. It can't be brought back. */
  masked: z.boolean(),
  /** The units that a masked one left for. */
  sentTo: z.array(z.string()),
})
export type RevisionEntry = z.infer<typeof RevisionEntry>

/** A revision that is here and can't be read; `revisionId` is null for the one in place. */
export const UnreadRevision = z.object({ revisionId: Sha256.nullable(), failure: Failure })
export type UnreadRevision = z.infer<typeof UnreadRevision>

export const RecordHistory = z.object({ revisions: z.array(RevisionEntry), unread: z.array(UnreadRevision) })
export type RecordHistory = z.infer<typeof RecordHistory>

const title = z.string().trim().min(1)

/**
 * An edit that could not be saved, kept outside the library: whole fields that were to be saved on top of the revision `base`. `editing`
 * is whose edit it is, of all who have the record open.
 */
export const Recovery = z.object({ libraryId: Uuid, recordId: Uuid, editing: Uuid, base: Sha256, at: Timestamp, by: Person, changes: EditableContent })
export type Recovery = z.infer<typeof Recovery>

/** What a person gives to a new record; `sources` are the records that a product is made from, `stage` where it begins. */
export const NewRecord = z.object({ type: RecordType, content: EditableContent.extend({ title }), sources: z.array(Uuid), stage: z.enum(['proposed', 'drafting']).optional() })
export type NewRecord = z.infer<typeof NewRecord>

/** A new record that could not be created, kept the same way under the id that it is to have. */
export const KeptCreation = z.object({ libraryId: Uuid, recordId: Uuid, at: Timestamp, by: Person, creation: NewRecord })
export type KeptCreation = z.infer<typeof KeptCreation>

/**
 * `title` is that of the edit, else that of the record; empty where the record is not here. `creates` is the type of a record that could
 * not be created, null for an edit.
 */
export const RecoveryEntry = z.object({ recordId: Uuid, editing: Uuid, at: Timestamp, title: z.string(), creates: RecordType.nullable() })
export type RecoveryEntry = z.infer<typeof RecoveryEntry>

export const records = {
  /**
   * With `group`, the records of one group after another, in each by `sort`: a record with several values stands in several groups, so that
   * there are as many places as the groups count, while `total` still counts records.
   */
  list: procedure
    .input(z.object({
      filter: RecordFilter, sort: RecordSort, group: FieldKey.optional(), columns: z.array(FieldKey).max(50).optional(),
      offset: z.int().min(0), limit: z.int().min(1).max(500),
    }))
    .output(z.object({ total: z.int(), rows: z.array(RecordRow) })),
  groups: procedure.input(z.object({ filter: RecordFilter, sort: RecordSort, group: FieldKey })).output(z.array(RecordGroup)),
  facets: procedure.input(z.object({ filter: RecordFilter, facets: z.array(FieldKey).max(100).optional() })).output(FacetCounts),
  get: procedure.input(z.object({ id: Uuid })).output(RecordFile),
  /** A record as it was at one revision, the one in place too. */
  revision: procedure.input(z.object({ id: Uuid, revisionId: Sha256 })).output(RevisionFile),
  /** Who refers to a record. */
  backlinks: procedure.input(z.object({ id: Uuid })).output(z.array(Backlink)),
  byNumber: procedure.input(z.object({ number: z.string().min(1).max(100) })).output(RecordRow.nullable()),
  /** Titles of records by id, for links; an id that is not here is left out. */
  rows: procedure.input(z.object({ ids: z.array(Uuid).max(500) })).output(z.array(RecordRow)),
  /**
   * A new draft with its type's empty sections; `content` fills what is known already. Whoever may ask again gives it an `id`: a record
   * that was made before, and only not answered for, is not made twice.
   */
  create: procedure.input(z.object({ id: Uuid.optional(), type: FreeType, content: EditableContent.extend({ title }) })).output(RecordFile),
  /**
   * Saves changed fields whole. `base` is the revision they were made on; another one in place is a `conflict`. Saves of one `editing`
   * send again what they failed to save: of one that fails, the last is kept. `overwrites` says that the changes were made without having
   * seen their base, which then stays in history even within a sitting.
   */
  save: procedure.input(z.object({ id: Uuid, base: Sha256, changes: EditableContent, editing: Uuid.optional(), overwrites: z.boolean().optional() })).output(SavedRecord),
  /** The ids that a selection stands for. */
  ids: procedure.input(z.object({ selection: RecordSelection })).output(z.array(Uuid)),
  /**
   * Moves records to the trash, all in one transaction; a record that can't be read is left as it is and listed. Throws why if that is so of
   * every one. Where they are many it shows as a job, and answers when that has ended.
   */
  remove: procedure.input(z.object({ selection: RecordSelection })).output(OperationOutcome),
  /** Changes many records in one transaction, each as a new revision; answers and lists as `remove` does. */
  bulkEdit: procedure.input(z.object({ selection: RecordSelection, change: BulkChange })).output(OperationOutcome),
  /** Moves many records on by one move (see `move`), each if its gate holds; answers and lists as `remove` does. */
  bulkMove: procedure.input(z.object({ selection: RecordSelection, move: z.string().max(50), reason: z.string().trim().max(2000).default('') })).output(OperationOutcome),
  /**
   * Makes one record of two, in one transaction that `operations.undo` takes back: `into` gets `content` as a sealed revision, with the
   * stricter confidentiality of the two, and keeps number, type and stage; `from` goes to the trash; what linked to it or mentioned it does
   * so to `into`, but for links that pin a revision, and citations. The revisions are those that were looked at, others are a `conflict`.
   */
  merge: procedure.input(z.object({ into: Uuid, intoBase: Sha256, from: Uuid, fromBase: Sha256, content: EditableContent })).output(OperationOutcome),
  /** Every revision that is here: the one in place, then the latest first. It works for a record whose revision in place can't be read. */
  history: procedure.input(z.object({ id: Uuid })).output(RecordHistory),
  /**
   * Brings the content of a revision back as a new one on top of `base`, which must be in place, else it is a `conflict`. Stage, number,
   * origin and edition stay. Restoring the revision before undoes it. A masked revision is refused (`invalid`) where the one in place is none.
   */
  restoreRevision: procedure.input(z.object({ id: Uuid, base: Sha256, revisionId: Sha256 })).output(SavedRecord),
  /**
   * Moves a record on in its life by a move of its type (shared/model/life), as a sealed revision. A gate that does not hold is
   * `gate_not_met` unless `override` says that the reason is one to pass it for. A move that can't be made, or lacks its reason, is `invalid`.
   */
  move: procedure
    .input(z.object({ id: Uuid, base: Sha256, move: z.string().max(50), reason: z.string().trim().max(2000).default(''), override: z.boolean().default(false) }))
    .output(SavedRecord),
  /** Whether a record was edited since it came to its stage. */
  changedSinceMove: procedure.input(z.object({ id: Uuid })).output(z.boolean()),
  /** The edits of a record that could not be saved, latest first. */
  recoveriesOf: procedure.input(z.object({ id: Uuid })).output(z.array(Recovery)),
  /** All such edits of the open library, and the records that could not be created, latest first. */
  recoveries: procedure.output(z.array(RecoveryEntry)),
  /** Creates a record that could not be created, under the id that it was to have. */
  createKept: procedure.input(z.object({ id: Uuid })).output(SavedRecord),
  discardRecovery: procedure.input(z.object({ id: Uuid, editing: Uuid })).output(z.null()),
}
