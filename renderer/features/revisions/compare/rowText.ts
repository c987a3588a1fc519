/** Values of fields and entries of lists as a comparison says them. */
import type { TFunction } from 'i18next'
import { fieldText, type FieldDefinition, type FieldRow, type PlainField, type RowsField } from '#shared/model/fields'
import type { Language } from '#shared/model/language'
import { flowEnd } from '#shared/model/product/flow'
import { stepsOf } from '#shared/model/product/steps'
import type { AttachmentRef, MeasuredResult, RecordContent, RecordLink } from '#shared/model/record'

/** Fields whose values are names of their own on screen. */
const named: ReadonlySet<string> = new Set(['stage', 'confidentiality', 'type'])

/** The field of a type or library that a key such as `fields.kind` names; undefined for what every record has. */
export type FieldOfKey = (key: string) => FieldDefinition | undefined

export const fieldsByKey = (own: readonly FieldDefinition[], custom: readonly FieldDefinition[]): FieldOfKey => {
  const all = new Map<string, FieldDefinition>([...own.map((field) => [`fields.${field.key}`, field] as const), ...custom.map((field) => [`custom.${field.key}`, field] as const)])
  return (key) => all.get(key)
}

const plainKey = (key: string): string => key.replace(/^(fields|custom)\./, '')

export const fieldLabel = (key: string, field: FieldDefinition | undefined, language: Language, t: TFunction): string =>
  field?.title[language] ?? t(`common:field.${plainKey(key)}`, { defaultValue: t(`revisions:field.${plainKey(key)}`, { defaultValue: plainKey(key) }) })

export const valueText = (key: string, value: unknown, field: FieldDefinition | undefined, language: Language, t: TFunction): string => {
  if (value === undefined || value === null) return ''
  if (field) return fieldText(field, value, language)
  if (Array.isArray(value)) return value.map((each) => valueText(key, each, field, language, t)).join('　')
  if (typeof value === 'string') return named.has(key) ? t(`common:${key}.${value}`, { defaultValue: value }) : value
  return JSON.stringify(value)
}

/** A unit in the language of the screen, where it has a word for it. */
const inUnit = (column: PlainField, value: unknown, t: TFunction): string | undefined =>
  (column.kind === 'number' && column.unit !== undefined && typeof value === 'number' ? `${String(value)} ${t(`revisions:unit.${column.unit}`, { defaultValue: column.unit })}` : undefined)

/** What a column says of a step by its id, in the words of the content that it stands in; undefined for what names none. */
export type StepName = (id: unknown) => string | undefined

export const stepNames = ({ fields }: Pick<RecordContent, 'fields'>, t: TFunction): StepName => {
  const ids = stepsOf(fields).map(({ id }) => id)
  return (id) => (id === flowEnd ? t('revisions:compare.flowEnd') : typeof id === 'string' && ids.includes(id) ? t('revisions:compare.step', { number: ids.indexOf(id) + 1 }) : undefined)
}

/** A row of a table: a line a column that says something. */
export const rowText = (field: RowsField, row: FieldRow, language: Language, t: TFunction, stepName: StepName): string => field.columns.flatMap((column) => {
  const value = row[column.key]
  const named = field.key === 'flow' && column.key === 'otherwise' ? stepName(value) : undefined
  const text = named ?? inUnit(column, value, t) ?? fieldText(column, value, language)
  return text === '' ? [] : [`${column.title[language]}：${text}`]
}).join('\n')

export const attachmentText = ({ name, role }: AttachmentRef, t: TFunction): string => (role ? `${name}（${t(`record:side.${role}`)}）` : name)

export const resultText = ({ indicator, unit, before, after, note }: MeasuredResult): string =>
  [[indicator, unit].filter((part) => part !== '').join(' '), before !== '' || after !== '' ? `${before} → ${after}` : '', note ?? ''].filter((part) => part !== '').join('　')

export const linkText = (link: RecordLink, title: string, t: TFunction): string =>
  [t(`common:relation.${link.relation}`), title, link.note ?? ''].filter((part) => part !== '').join('　')
