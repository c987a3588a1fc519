/** A record's fields while it is edited; every change goes straight to the session, which saves it. */
import { AutoComplete, Input, Segmented, Select } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LibraryFile, Term } from '#shared/model/library'
import { Confidentiality, type EditableContent, type RecordContent } from '#shared/model/record'
import { DateField } from './DateField'
import { hasPolarity, unitNames } from './fieldRules'
import styles from './SidePanel.module.css'

interface FieldFormProps {
  content: RecordContent
  vocabularies: LibraryFile['vocabularies'] | undefined
  onChange: (changes: EditableContent) => void
}

const termNames = (terms: readonly Term[] | undefined): string[] | undefined => terms?.map(({ name }) => name)
const toOptions = (words: readonly string[] | undefined) => words?.map((value) => ({ value })) ?? []
const contains = (typed: string, option: { value: string } | undefined): boolean => option?.value.includes(typed) ?? false

const Field = ({ label, children }: { label: string; children: (labelledBy: string) => ReactNode }) => {
  const id = useId()
  return <div className={styles.field}><span id={id} className={styles.fieldLabel}>{label}</span>{children(id)}</div>
}

export const FieldForm = ({ content, vocabularies, onChange }: FieldFormProps) => {
  const { t } = useTranslation('common')
  const { polarity } = content.fields
  const suggested = (value: string, words: readonly string[] | undefined, change: (value: string) => void) => (labelledBy: string) => (
    <AutoComplete size="small" aria-labelledby={labelledBy} value={value} options={toOptions(words)} showSearch={{ filterOption: contains }} onChange={(next: string | undefined) => change(next ?? '')} />
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
      <Field label={t('field.unit')}>{suggested(content.unit, vocabularies && unitNames(vocabularies.units), (unit) => onChange({ unit }))}</Field>
      <Field label={t('field.team')}>{(labelledBy) => <Input size="small" aria-labelledby={labelledBy} value={content.team} onChange={(event) => onChange({ team: event.target.value })} />}</Field>
      <Field label={t('field.authors')}>{many(content.authors, termNames(vocabularies?.people), (authors) => onChange({ authors }))}</Field>
      <Field label={t('field.field')}>{suggested(content.field, termNames(vocabularies?.fields), (field) => onChange({ field }))}</Field>
      <Field label={t('field.date')}>{(labelledBy) => <DateField labelledBy={labelledBy} date={content.date} onChange={(date) => onChange({ date })} />}</Field>
      <Field label={t('field.place')}>{(labelledBy) => <Input size="small" aria-labelledby={labelledBy} value={content.place} onChange={(event) => onChange({ place: event.target.value })} />}</Field>
      <Field label={t('field.confidentiality')}>{(labelledBy) => (
        <Select
          size="small" aria-labelledby={labelledBy} value={content.confidentiality}
          options={Confidentiality.options.map((value) => ({ value, label: t(`confidentiality.${value}`) }))}
          onChange={(confidentiality) => onChange({ confidentiality })}
        />
      )}</Field>
      <Field label={t('field.tags')}>{many(content.tags, termNames(vocabularies?.tags), (tags) => onChange({ tags }))}</Field>
    </div>
  )
}
