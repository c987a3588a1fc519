/** A record's fields to read; what is not given is left out, but for what every record should say. */
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Tag } from '#renderer/ui/marks/Tag'
import { useLanguage } from '#renderer/ui/useLanguage'
import { saysNothing, type FieldDefinition } from '#shared/model/fields'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { FieldValue } from '../fields/FieldValue'
import styles from './SidePanel.module.css'

interface Row { key: string; label: string; value: ReactNode }

/** Asked of every record of the type, so that it shows that it is missing. */
const expected: ReadonlySet<string> = new Set(['polarity', 'kind'])

export const FieldList = ({ content, customFields }: { content: RecordContent; customFields: readonly FieldDefinition[] }) => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  const given = (text: string): ReactNode => (text === '' ? <span className={styles.none}>{t('notGiven')}</span> : text)
  const rowsOf = (fields: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>, isText: boolean): Row[] => fields.flatMap((field): Row[] => {
    const value = values[field.key]
    if (field.kind === 'rows' || (field.kind === 'longText') !== isText || (saysNothing(value) && !expected.has(field.key))) return []
    return [{ key: field.key, label: field.title[language], value: saysNothing(value) ? given('') : <FieldValue field={field} value={value} /> }]
  })
  const { fields } = recordTypes[content.type]
  const rows: readonly Row[] = [
    ...rowsOf(fields, content.fields, false),
    { key: 'unit', label: t('field.unit'), value: given(content.unit) },
    { key: 'team', label: t('field.team'), value: given(content.team) },
    { key: 'authors', label: t('field.authors'), value: given(content.authors.join('　')) },
    ...(content.contact ? [{ key: 'contact', label: t('field.contact'), value: content.contact }] : []),
    { key: 'field', label: t('field.field'), value: given(content.field) },
    { key: 'date', label: t('field.date'), value: given(content.date) },
    { key: 'place', label: t('field.place'), value: given(content.place) },
    { key: 'confidentiality', label: t('field.confidentiality'), value: t(`confidentiality.${content.confidentiality}`) },
    { key: 'tags', label: t('field.tags'), value: content.tags.length > 0 ? <span className={styles.tags}>{content.tags.map((tag) => <Tag key={tag}>{tag}</Tag>)}</span> : given('') },
    ...rowsOf(customFields, content.custom, false).map((row) => ({ ...row, key: `custom ${row.key}` })),
  ]
  const texts = [
    ...rowsOf(fields, content.fields, true),
    ...(content.summary === '' ? [] : [{ key: 'summary', label: t('field.summary'), value: content.summary }]),
    ...rowsOf(customFields, content.custom, true).map((row) => ({ ...row, key: `custom ${row.key}` })),
  ]
  return (
    <>
      <dl className={styles.fields}>{rows.map(({ key, label, value }) => <Fragment key={key}><dt>{label}</dt><dd dir="auto">{value}</dd></Fragment>)}</dl>
      <dl className={styles.texts}>{texts.map(({ key, label, value }) => <Fragment key={key}><dt>{label}</dt><dd dir="auto">{value}</dd></Fragment>)}</dl>
    </>
  )
}
