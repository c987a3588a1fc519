/** A record's fields while it is edited; every change goes straight to the session, which saves it. */
import { AutoComplete, Input, Segmented, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFile, Term } from '#shared/model/library'
import { Confidentiality, type EditableContent, type RecordContent } from '#shared/model/record'
import type { RecordSession } from '../session/recordSession'
import { DateField } from './DateField'
import { hasConclusion, hasKind, hasPolarity, unitNames } from './fieldRules'
import styles from './SidePanel.module.css'

interface FieldFormProps {
  content: RecordContent
  vocabularies: LibraryFile['vocabularies'] | undefined
  session: RecordSession
}

const termNames = (terms: readonly Term[] | undefined): string[] | undefined => terms?.map(({ name }) => name)
const toOptions = (words: readonly string[] | undefined) => words?.map((value) => ({ value })) ?? []
const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false

/** A tall one has its label above it. */
interface FieldProps { label: string; isTall?: boolean; children: (labelledBy: string) => ReactNode }

const Field = ({ label, isTall = false, children }: FieldProps) => {
  const id = useId()
  return <div className={isTall ? styles.tallField : styles.field}><span id={id} className={styles.fieldLabel}>{label}</span>{children(id)}</div>
}

export const FieldForm = ({ content, vocabularies, session }: FieldFormProps) => {
  const onChange: (changes: EditableContent) => void = session.change
  const { t } = useTranslation('common')
  const { polarity, conclusion = '', kind = '' } = content.fields
  const suggested = (value: string, words: readonly string[] | undefined, change: (value: string) => void) => (labelledBy: string) => (
    <AutoComplete size="small" aria-labelledby={labelledBy} value={value} options={toOptions(words)} showSearch={{ filterOption: contains }} onChange={(next: string | undefined) => change(next ?? '')} />
  )
  const word = (value: string, change: (value: string) => void) => (labelledBy: string) => (
    <Input size="small" aria-labelledby={labelledBy} value={value} onChange={(event) => change(event.target.value)} />
  )
  const text = (value: string, change: (value: string) => void) => (labelledBy: string) => (
    <Input.TextArea size="small" aria-labelledby={labelledBy} rows={2} value={value} onChange={(event) => change(event.target.value)} />
  )
  const many = (value: string[], words: readonly string[] | undefined, change: (value: string[]) => void) => (labelledBy: string) => (
    <Select size="small" mode="tags" aria-labelledby={labelledBy} value={value} options={toOptions(words)} tokenSeparators={[',', '，', '、', ';', '；']} onChange={change} />
  )
  return (
    <div className={styles.form}>
      {hasPolarity(content.type) && (
        <Field label={t('field.polarity')}>{(labelledBy) => (
          <Segmented
            size="small" aria-labelledby={labelledBy} value={polarity ?? null}
            options={(['positive', 'negative'] as const).map((value) => ({ value, label: t(`polarity.${value}`) }))}
            onChange={(value) => { if (value) onChange({ fields: { ...content.fields, polarity: value } }) }}
          />
        )}</Field>
      )}
      {hasKind(content.type) && <Field label={t('field.kind')}>{word(kind, (next) => onChange({ fields: { ...content.fields, kind: next } }))}</Field>}
      <Field label={t('field.unit')}>{suggested(content.unit, vocabularies && unitNames(vocabularies.units), (unit) => onChange({ unit }))}</Field>
      <Field label={t('field.team')}>{word(content.team, (team) => onChange({ team }))}</Field>
      <Field label={t('field.authors')}>{many(content.authors, termNames(vocabularies?.people), (authors) => onChange({ authors }))}</Field>
      <Field label={t('field.contact')}>{word(content.contact, (contact) => onChange({ contact }))}</Field>
      <Field label={t('field.field')}>{suggested(content.field, termNames(vocabularies?.fields), (field) => onChange({ field }))}</Field>
      <Field label={t('field.date')}>{(labelledBy) => <DateField labelledBy={labelledBy} session={session} date={content.date} />}</Field>
      <Field label={t('field.place')}>{word(content.place, (place) => onChange({ place }))}</Field>
      <Field label={t('field.confidentiality')}>{(labelledBy) => (
        <Select
          size="small" aria-labelledby={labelledBy} value={content.confidentiality}
          options={Confidentiality.options.map((value) => ({ value, label: t(`confidentiality.${value}`) }))}
          onChange={(confidentiality) => onChange({ confidentiality })}
        />
      )}</Field>
      <Field label={t('field.tags')}>{many(content.tags, termNames(vocabularies?.tags), (tags) => onChange({ tags }))}</Field>
      {hasConclusion(content.type) && <Field label={t('field.conclusion')} isTall>{text(conclusion, (next) => onChange({ fields: { ...content.fields, conclusion: next } }))}</Field>}
      <Field label={t('field.summary')} isTall>{text(content.summary, (summary) => onChange({ summary }))}</Field>
    </div>
  )
}
