/** A record's fields while it is edited; every change goes straight to the session, which saves it. */
import { AutoComplete, Input, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FieldDefinition, PlainField } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { Confidentiality, type EditableContent, type RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { DateInput } from '../fields/DateInput'
import { FieldInput } from '../fields/FieldInput'
import { offeredWords } from '../fields/words'
import type { RecordSession } from '../session/recordSession'
import styles from './SidePanel.module.css'

interface FieldFormProps {
  content: RecordContent
  vocabularies: LibraryFile['vocabularies'] | undefined
  /** The fields that the library has added to the type. */
  customFields: readonly FieldDefinition[]
  session: RecordSession
}

const toOptions = (words: readonly string[]) => words.map((value) => ({ value }))
const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false

/** A tall one has its label above it. */
interface FieldProps { label: string; isTall?: boolean; children: (labelledBy: string) => ReactNode }

const Field = ({ label, isTall = false, children }: FieldProps) => {
  const id = useId()
  return <div className={isTall ? styles.tallField : styles.field}><span id={id} className={styles.fieldLabel}>{label}</span>{children(id)}</div>
}

const isPlain = (field: FieldDefinition): field is PlainField => field.kind !== 'rows'

export const FieldForm = ({ content, vocabularies, customFields, session }: FieldFormProps) => {
  const onChange: (changes: EditableContent) => void = session.change
  const { t } = useTranslation('common')
  const language = useLanguage()
  const suggested = (value: string, words: readonly string[], change: (value: string) => void) => (labelledBy: string) => (
    <AutoComplete size="small" aria-labelledby={labelledBy} value={value} options={toOptions(words)} showSearch={{ filterOption: contains }} onChange={(next: string | undefined) => change(next ?? '')} />
  )
  const word = (value: string, change: (value: string) => void) => (labelledBy: string) => (
    <Input size="small" aria-labelledby={labelledBy} value={value} onChange={(event) => change(event.target.value)} />
  )
  const many = (value: string[], words: readonly string[], change: (value: string[]) => void) => (labelledBy: string) => (
    <Select size="small" mode="tags" aria-labelledby={labelledBy} value={value} options={toOptions(words)} tokenSeparators={[',', '，', '、', ';', '；']} onChange={change} />
  )
  const defined = (fields: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>, change: (key: string, value: unknown) => void) =>
    fields.filter(isPlain).map((field) => (
      <Field key={field.key} label={field.title[language]} isTall={field.kind === 'longText'}>{(labelledBy) => (
        <FieldInput field={field} value={values[field.key]} labelledBy={labelledBy} vocabularies={vocabularies} session={session} onChange={(value) => change(field.key, value)} />
      )}</Field>
    ))
  const changeOwn = (key: string, value: unknown): void => onChange({ fields: { ...session.view().record.content.fields, [key]: value } })
  const changeCustom = (key: string, value: unknown): void => onChange({ custom: { ...session.view().record.content.custom, [key]: value } })
  const own = recordTypes[content.type].fields
  return (
    <div className={styles.form}>
      {defined(own.filter(({ kind }) => kind !== 'longText'), content.fields, changeOwn)}
      <Field label={t('field.unit')}>{suggested(content.unit, offeredWords(vocabularies, 'units'), (unit) => onChange({ unit }))}</Field>
      <Field label={t('field.team')}>{word(content.team, (team) => onChange({ team }))}</Field>
      <Field label={t('field.authors')}>{many(content.authors, offeredWords(vocabularies, 'people'), (authors) => onChange({ authors }))}</Field>
      <Field label={t('field.contact')}>{word(content.contact, (contact) => onChange({ contact }))}</Field>
      <Field label={t('field.field')}>{suggested(content.field, offeredWords(vocabularies, 'fields'), (field) => onChange({ field }))}</Field>
      <Field label={t('field.date')}>{(labelledBy) => <DateInput labelledBy={labelledBy} session={session} field="date" date={content.date} onChange={(date) => onChange({ date })} />}</Field>
      <Field label={t('field.place')}>{word(content.place, (place) => onChange({ place }))}</Field>
      <Field label={t('field.confidentiality')}>{(labelledBy) => (
        <Select
          size="small" aria-labelledby={labelledBy} value={content.confidentiality}
          options={Confidentiality.options.map((value) => ({ value, label: t(`confidentiality.${value}`) }))}
          onChange={(confidentiality) => onChange({ confidentiality })}
        />
      )}</Field>
      <Field label={t('field.tags')}>{many(content.tags, offeredWords(vocabularies, 'tags'), (tags) => onChange({ tags }))}</Field>
      {defined(customFields, content.custom, changeCustom)}
      {defined(own.filter(({ kind }) => kind === 'longText'), content.fields, changeOwn)}
      <Field label={t('field.summary')} isTall>{(labelledBy) => (
        <Input.TextArea size="small" aria-labelledby={labelledBy} rows={2} value={content.summary} onChange={(event) => onChange({ summary: event.target.value })} />
      )}</Field>
    </div>
  )
}
