/** Fields that a library defines for itself, beside those of the types. Their values stand in a record's `custom`, under the field's key. */
import { z } from 'zod'
import type { FieldDefinition, PlainField, Words } from './fields'
import { RecordType } from './recordTypes'

export const customLimits = { fields: 100, options: 200, columns: 12, name: 50 } as const

const name = z.string().trim().min(1).max(customLimits.name)

export const customKinds = ['text', 'longText', 'number', 'date', 'flag', 'choice', 'choices', 'words'] as const
export const CustomKind = z.enum([...customKinds, 'rows'])
export type CustomKind = z.infer<typeof CustomKind>

const Column = z.looseObject({ key: z.string().min(1), title: name, kind: z.enum(customKinds), options: z.array(name).max(customLimits.options).optional(), unit: z.string().max(20).optional() })

/**
 * `key` stays when the field is renamed. `types` are the types that have it; `options` the values of a choice, which are what they are
 * called; `unit` that of a number; `columns` those of rows.
 */
export const CustomField = z.looseObject({
  key: z.string().min(1), title: name, kind: CustomKind, types: z.array(RecordType).min(1),
  options: z.array(name).max(customLimits.options).optional(), unit: z.string().max(20).optional(), columns: z.array(Column).max(customLimits.columns).optional(),
})
export type CustomField = z.infer<typeof CustomField>

const inBoth = (text: string): Words => ({ 'zh-CN': text, en: text })

const plain = ({ key, title, kind, options = [], unit }: z.infer<typeof Column>): PlainField => {
  const named = { key, title: inBoth(title) }
  if (kind === 'choice' || kind === 'choices') return { ...named, kind, options: options.map((value) => ({ value, title: inBoth(value) })) }
  return kind === 'number' && unit !== undefined && unit !== '' ? { ...named, kind, unit } : { ...named, kind }
}

/** A custom field as the form, the lists and the printouts know fields. */
export const customDefinition = (field: CustomField): FieldDefinition => {
  const { kind } = field
  return kind === 'rows' ? { key: field.key, title: inBoth(field.title), kind, columns: (field.columns ?? []).map(plain) } : plain({ ...field, kind })
}

/** The fields that a library has added to a type. What is none as this version knows them is left out. */
export const customFieldsOf = ({ customFields = [] }: { customFields?: readonly unknown[] | undefined }, type: RecordType): FieldDefinition[] =>
  customFields.flatMap((each) => {
    const { data } = CustomField.safeParse(each)
    return data?.types.includes(type) ? [customDefinition(data)] : []
  })
