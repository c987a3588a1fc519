/** Records: lists with facets, reading, creating, and saving what an author edited. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { EditableContent, RecordFile, Relation, RevisionFile } from '../model/record'
import { LibraryType, RecordType } from '../model/recordTypes'
import { procedure } from './base'

/** One row of a list: the catalog's entry of a record. */
export const RecordRow = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), stage: z.string(), unit: z.string(), team: z.string(), field: z.string(),
  tags: z.array(z.string()), date: z.string(), polarity: z.enum(['positive', 'negative']).nullable(), attachments: z.int(), updatedAt: Timestamp,
  /** The latest edition of a product. */
  edition: z.int().nullable(),
})
export type RecordRow = z.infer<typeof RecordRow>

export const facetNames = ['unit', 'stage', 'polarity', 'year', 'field', 'tag'] as const
export const FacetName = z.enum(facetNames)
export type FacetName = z.infer<typeof FacetName>

/** Values of one facet are alternatives, facets narrow one another. An empty value means "none given". */
export const RecordFilter = z.object({ type: RecordType, facets: z.partialRecord(FacetName, z.array(z.string())).optional() })
export type RecordFilter = z.infer<typeof RecordFilter>

export const RecordSort = z.object({ by: z.enum(['date', 'number', 'title', 'stage', 'unit', 'field', 'updatedAt']), descending: z.boolean() })
export type RecordSort = z.infer<typeof RecordSort>

/** Counts of one facet, each under the filter without this facet's own choice. */
export const FacetCounts = z.partialRecord(FacetName, z.array(z.object({ value: z.string(), count: z.int() })))
export type FacetCounts = z.infer<typeof FacetCounts>

export const SavedRecord = z.object({ id: Uuid, revisionId: Sha256, at: Timestamp })

/** Another record that refers to this one: by a link, by citing it in a quote, or by mentioning it in its text. */
export const Backlink = z.object({ row: RecordRow, relation: z.enum([...Relation.options, 'cites', 'mentions']) })
export type Backlink = z.infer<typeof Backlink>

export const records = {
  list: procedure
    .input(z.object({ filter: RecordFilter, sort: RecordSort, offset: z.int().min(0), limit: z.int().min(1).max(500) }))
    .output(z.object({ total: z.int(), rows: z.array(RecordRow) })),
  facets: procedure.input(z.object({ filter: RecordFilter })).output(FacetCounts),
  get: procedure.input(z.object({ id: Uuid })).output(RecordFile),
  /** A record as it was at one revision, the one in place too. */
  revision: procedure.input(z.object({ id: Uuid, revisionId: Sha256 })).output(RevisionFile),
  /** Who refers to a record. */
  backlinks: procedure.input(z.object({ id: Uuid })).output(z.array(Backlink)),
  byNumber: procedure.input(z.object({ number: z.string().min(1).max(100) })).output(RecordRow.nullable()),
  /** Titles of records by id, for links; an id that is not here is left out. */
  rows: procedure.input(z.object({ ids: z.array(Uuid).max(500) })).output(z.array(RecordRow)),
  /** A new draft with its type's empty sections; `content` fills what is known already. */
  create: procedure.input(z.object({ type: LibraryType, content: EditableContent.extend({ title: z.string().trim().min(1) }) })).output(RecordFile),
  /** Saves changed fields whole. `base` is the revision they were made on; another one in place is a `conflict`. */
  save: procedure.input(z.object({ id: Uuid, base: Sha256, changes: EditableContent })).output(SavedRecord),
}
