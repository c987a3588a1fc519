/** New values of own and custom fields for many records, each checked against what its type and the library say of the field. */
import { AppError } from '#shared/contract/errors'
import type { BulkChange } from '#shared/contract/records'
import { fieldSchema } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { listFieldsOf, type ListValue } from '#shared/model/listFields'
import type { RecordContent } from '#shared/model/record'
import { RecordType } from '#shared/model/recordTypes'

type Values = NonNullable<BulkChange['values']>

/** Whether records of a type can have a value there. */
const fits = (type: RecordType, library: LibraryFile, key: string, value: ListValue | null): boolean => {
  const field = listFieldsOf(type, library).find((each) => each.key === key)
  return field !== undefined && (value === null || fieldSchema(field.definition).safeParse(value).success)
}

/** Throws `invalid` for a value that no type's field of this key can have. */
export const expectValues = (values: Values, library: LibraryFile): void => {
  const issues = Object.entries(values).filter(([key, value]) => !RecordType.options.some((type) => fits(type, library, key, value)))
    .map(([key]) => ({ path: `values.${key}`, message: 'not a value of this field' }))
  if (issues.length > 0) throw new AppError('invalid', { issues })
}

/** The content with the values that its type can have. */
export const withValues = (content: RecordContent, values: Values, library: LibraryFile): RecordContent => {
  const next = { fields: { ...content.fields }, custom: { ...content.custom } }
  for (const [key, value] of Object.entries(values)) {
    if (!fits(content.type, library, key, value)) continue
    const [place, name] = key.startsWith('own:') ? [next.fields, key.slice('own:'.length)] : [next.custom, key.slice('custom:'.length)]
    if (value === null) Reflect.deleteProperty(place, name)
    else Object.assign(place, { [name]: value })
  }
  return { ...content, ...next }
}
