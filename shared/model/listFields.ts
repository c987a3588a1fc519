/**
 * What the list of a library can be narrowed, grouped and sorted by, and which columns it can have: what every record says, by its name;
 * an own field of the type as `own:<key>`; one that the library added as `custom:<key>`.
 */
import { z } from 'zod'
import { customFieldsOf } from './customFields'
import type { FieldDefinition } from './fields'
import { Uuid } from './ids'
import { fieldOf, RecordType, recordTypes } from './recordTypes'

export const FieldKey = z.string().min(1).max(200)

/** The facets that every type has, in their order on screen. Only some types have a `polarity`. */
export const facetNames = ['unit', 'field', 'tag', 'stage', 'year', 'polarity', 'attachments', 'confidentiality', 'team'] as const
export const FacetName = z.enum(facetNames)
export type FacetName = z.infer<typeof FacetName>

/** A value of a record as a list knows it: a text or date as it stands, a number, a flag, several words. */
export const ListValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type ListValue = z.infer<typeof ListValue>

/** By what a list is sorted: what every list can be sorted by has a name, further fields their keys. */
export const ListSort = z.object({ by: FieldKey, descending: z.boolean() })
export type ListSort = z.infer<typeof ListSort>

/** What a list is narrowed to, by facet, in which order it stands, and by what it is grouped, if it is. */
export const ListQuery = z.looseObject({ facets: z.record(FieldKey, z.array(z.string())), sort: ListSort, group: FieldKey.optional() })
export type ListQuery = z.infer<typeof ListQuery>

/** The columns of a list in their order, the width of each in CSS pixels where it was set. */
export const ListColumns = z.array(z.looseObject({ key: FieldKey, width: z.int().min(40).max(1200).optional() })).max(60)
export type ListColumns = z.infer<typeof ListColumns>

/** A list as somebody kept it under a name; without columns it takes those of whoever looks at it. */
export const SavedView = ListQuery.extend({ id: Uuid, name: z.string().trim().min(1).max(100), type: RecordType, columns: ListColumns.optional() })
export type SavedView = z.infer<typeof SavedView>

/** The longest text that a list keeps of a value, in characters. */
export const listValueLimit = 200

export interface ListField { key: string; definition: FieldDefinition }

/** Long texts and tables have no place in a row; polarity has one of its own. */
const fits = ({ key, kind }: FieldDefinition): boolean => kind !== 'longText' && kind !== 'rows' && key !== 'polarity'

/** The fields of a type beyond those that every record has: its own, then those of the library. */
export const listFieldsOf = (type: RecordType, library: { customFields?: readonly unknown[] | undefined }): ListField[] => [
  ...recordTypes[type].fields.filter(fits).map((definition) => ({ key: `own:${definition.key}`, definition })),
  ...customFieldsOf(library, type).filter((definition) => definition.kind !== 'longText' && definition.kind !== 'rows').map((definition) => ({ key: `custom:${definition.key}`, definition })),
]

/** Whether the values of a field recur, so that records are told apart by them. */
export const isFacet = ({ kind }: FieldDefinition): boolean => kind === 'choice' || kind === 'choices' || kind === 'flag' || kind === 'words'

export const facetNamesOf = (type: RecordType): FacetName[] => facetNames.filter((name) => name !== 'polarity' || fieldOf(type, 'polarity') !== undefined)

/** What a library's list can be narrowed by, in the order on screen. */
export const facetsOf = (type: RecordType, library: { customFields?: readonly unknown[] | undefined }): string[] => {
  const own = listFieldsOf(type, library).filter(({ definition }) => isFacet(definition)).map(({ key }) => key)
  const base = facetNamesOf(type)
  const isLast = (name: FacetName): boolean => name === 'attachments' || name === 'confidentiality' || name === 'team'
  return [...base.filter((name) => !isLast(name)), ...own, ...base.filter(isLast)]
}

const groupNames: readonly FacetName[] = ['unit', 'stage', 'field', 'year', 'tag', 'polarity']

/** What a library's list can be grouped by. */
export const groupsOf = (type: RecordType, library: { customFields?: readonly unknown[] | undefined }): string[] =>
  facetsOf(type, library).filter((key) => groupNames.some((name) => name === key) || key.includes(':'))
