/** A field while it is written: everything that any kind may have, of which each kind keeps its own. */
import { insertedAt } from '#renderer/ui/insertedAt'
import { CustomField, type CustomKind } from '#shared/model/customFields'
import { newBlockId } from '#shared/model/ids'
import type { RecordType } from '#shared/model/recordTypes'

export type ColumnKind = Exclude<CustomKind, 'rows'>

export interface ColumnDraft { key: string; title: string; kind: ColumnKind; options: readonly string[]; unit: string }

export interface FieldDraft { key: string; title: string; kind: CustomKind; types: readonly RecordType[]; options: readonly string[]; unit: string; columns: readonly ColumnDraft[] }

export const newColumn = (): ColumnDraft => ({ key: newBlockId(), title: '', kind: 'text', options: [], unit: '' })

export const newDraft = (types: readonly RecordType[]): FieldDraft => ({ key: newBlockId(), title: '', kind: 'text', types, options: [], unit: '', columns: [newColumn()] })

export const draftOf = ({ key, title, kind, types, options = [], unit = '', columns = [] }: CustomField): FieldDraft => ({
  key, title, kind, types, options, unit,
  columns: columns.length > 0 ? columns.map((column) => ({ ...newColumn(), key: column.key, title: column.title, kind: column.kind, options: column.options ?? [], unit: column.unit ?? '' })) : [newColumn()],
})

const detailsOf = ({ kind, options, unit }: Pick<FieldDraft, 'kind' | 'options' | 'unit'>) => ({
  ...(kind === 'choice' || kind === 'choices') && { options },
  ...kind === 'number' && unit.trim() !== '' && { unit: unit.trim() },
})

const columnOf = ({ key, title, kind, ...details }: ColumnDraft) => ({ key, title: title.trim(), kind, ...detailsOf({ kind, ...details }) })

const lacksOptions = ({ kind, options }: Pick<FieldDraft, 'kind' | 'options'>): boolean => (kind === 'choice' || kind === 'choices') && options.length === 0

/** Undefined while something is missing. A column without a name is none. */
export const fieldOf = (draft: FieldDraft): CustomField | undefined => {
  const { key, title, kind, types, columns } = draft
  const named = columns.filter((column) => column.title.trim() !== '')
  if (lacksOptions(draft) || (kind === 'rows' && (named.length === 0 || named.some(lacksOptions)))) return undefined
  return CustomField.safeParse({ key, title: title.trim(), kind, types, ...detailsOf(draft), ...kind === 'rows' && { columns: named.map(columnOf) } }).data
}

/** The fields with one of them moved to the place of another: behind it where it came from before it. */
export const movedTo = (fields: readonly CustomField[], key: string, place: string): CustomField[] => {
  const from = fields.findIndex((field) => field.key === key)
  const to = fields.findIndex((field) => field.key === place)
  const field = fields[from]
  return !field || to === -1 ? [...fields] : insertedAt(fields.filter((_, index) => index !== from), to, field)
}
