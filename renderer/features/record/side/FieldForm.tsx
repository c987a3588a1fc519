/** A record's fields while it is edited, those of every record, of its type and of the library alike; every change goes straight to the session. */
import { useId, type ReactNode } from 'react'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FieldDefinition, PlainField } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { EditableContent, type RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { commonFields } from '#shared/model/types/common.data'
import { FieldInput } from '../fields/FieldInput'
import type { RecordSession } from '../session/recordSession'
import { fieldElementId } from './focusField'
import styles from './SidePanel.module.css'

interface FieldFormProps {
  content: RecordContent
  vocabularies: LibraryFile['vocabularies'] | undefined
  /** The fields that the library has added to the type. */
  customFields: readonly FieldDefinition[]
  session: RecordSession
}

/** A tall one has its label above it. */
interface FieldProps { label: string; isTall: boolean; elementId: string | undefined; children: (labelledBy: string) => ReactNode }

const Field = ({ label, isTall, elementId, children }: FieldProps) => {
  const id = useId()
  return <div id={elementId} className={isTall ? styles.tallField : styles.field}><span id={id} className={styles.fieldLabel}>{label}</span>{children(id)}</div>
}

const isPlain = (field: FieldDefinition): field is PlainField => field.kind !== 'rows' && field.isGiven !== true
const isTall = ({ kind }: FieldDefinition): boolean => kind === 'longText'

/** What stands in the content where a field of every record says nothing. */
const nothingOf = ({ kind }: PlainField): unknown => (kind === 'words' ? [] : '')

export const FieldForm = ({ content, vocabularies, customFields, session }: FieldFormProps) => {
  const language = useLanguage()
  const inputs = (place: string, fields: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>, change: (field: PlainField, value: unknown) => void) =>
    fields.filter(isPlain).map((field) => (
      <Field key={`${place} ${field.key}`} label={field.title[language]} isTall={isTall(field)} elementId={place === 'custom' ? undefined : fieldElementId(field.key)}>{(labelledBy) => (
        <FieldInput field={field} value={values[field.key]} labelledBy={labelledBy} vocabularies={vocabularies} session={session} onChange={(value) => change(field, value)} />
      )}</Field>
    ))
  const changeCommon = (field: PlainField, value: unknown): void => session.change(EditableContent.parse({ [field.key]: value ?? nothingOf(field) }))
  const changeOwn = ({ key }: PlainField, value: unknown): void => session.change({ fields: { ...session.view().record.content.fields, [key]: value } })
  const changeCustom = ({ key }: PlainField, value: unknown): void => session.change({ custom: { ...session.view().record.content.custom, [key]: value } })
  const own = recordTypes[content.type].fields
  const common = (tall: boolean) => inputs('common', commonFields.filter((field) => isTall(field) === tall), content, changeCommon)
  return (
    <div className={styles.form}>
      {inputs('own', own.filter((field) => !isTall(field)), content.fields, changeOwn)}
      {common(false)}
      {inputs('custom', customFields, content.custom, changeCustom)}
      {inputs('own', own.filter(isTall), content.fields, changeOwn)}
      {common(true)}
    </div>
  )
}
