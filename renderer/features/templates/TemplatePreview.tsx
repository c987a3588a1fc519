/** What a template gives, to read: its fields, then its text. */
import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentUrl } from '#renderer/client/files'
import { api } from '#renderer/client/queries'
import { recordSource } from '#renderer/client/recordSource'
import { BodyView } from '#renderer/editor'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import { customFieldsOf } from '#shared/model/customFields'
import { fieldText, type FieldDefinition } from '#shared/model/fields'
import type { Language } from '#shared/model/language'
import { recordTypes, type FreeType } from '#shared/model/recordTypes'
import type { TemplateContent } from '#shared/model/template'
import { commonFields } from '#shared/model/types/common.data'
import styles from './templates.module.css'

interface TemplatePreviewProps { type: FreeType; content: TemplateContent }

interface Row { key: string; label: string; text: string }

const rowsOf = (place: string, fields: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>, language: Language): Row[] =>
  fields.map((field) => ({ key: `${place} ${field.key}`, label: field.title[language], text: fieldText(field, values[field.key], language) })).filter(({ text }) => text !== '')

export const TemplatePreview = ({ type, content }: TemplatePreviewProps) => {
  const { t } = useTranslation('templates')
  const language = useLanguage()
  const { openRecord } = useNavigation()
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const indicators = (content.fields.results ?? []).map(({ indicator }) => indicator).filter((indicator) => indicator !== '')
  const rows: Row[] = [
    ...rowsOf('common', commonFields, content, language),
    ...rowsOf('own', recordTypes[type].fields, content.fields, language),
    ...rowsOf('custom', library ? customFieldsOf(library, type) : [], content.custom, language),
    ...indicators.length > 0 ? [{ key: 'results', label: t('indicators'), text: indicators.join('　') }] : [],
  ]
  return (
    <>
      <dl className={styles.fields}>{rows.map(({ key, label, text }) => <Fragment key={key}><dt>{label}</dt><dd>{text}</dd></Fragment>)}</dl>
      <div className={styles.body}><BodyView body={content.body} attachmentUrl={attachmentUrl} onOpenRecord={openRecord} records={recordSource} /></div>
    </>
  )
}
