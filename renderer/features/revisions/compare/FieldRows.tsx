/** The fields, links, attachments and measured results that differ, above the text. */
import { useTranslation } from 'react-i18next'
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { ContentDifference, ListChange } from '#shared/model/difference/contents'
import { inlineParts } from '#shared/model/difference/texts'
import { inlineText } from '#shared/model/body/walk'
import type { Inline } from '#shared/model/body/inlines'
import { attachmentText, fieldLabel, linkText, resultText, valueText } from './rowText'
import styles from './Compare.module.css'

export const countFieldRows = ({ fields, links, attachments, results }: ContentDifference): number => fields.length + links.length + attachments.length + results.length

const lineOf = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])

interface FieldRowProps { label: string; before: string; after: string }

const FieldRow = ({ label, before, after }: FieldRowProps) => {
  const { t } = useTranslation('common')
  const parts = inlineParts(lineOf(before), lineOf(after))
  const side = (own: 'removed' | 'added') => {
    const Tag = own === 'removed' ? 'del' : 'ins'
    const shown = parts.filter(({ kind }) => kind === 'same' || kind === own)
    if (shown.length === 0) return <span className={styles.none}>{t('notGiven')}</span>
    return shown.map(({ kind, inlines }, index) => (kind === 'same' ? <span key={index}>{inlineText(inlines)}</span> : <Tag key={index}>{inlineText(inlines)}</Tag>))
  }
  return (
    <tr className={styles.row} data-change tabIndex={-1}>
      <th scope="row" className={styles.place}>{label}</th><td className={styles.value}>{side('removed')}</td><td className={styles.value}>{side('added')}</td>
    </tr>
  )
}

export const FieldRows = ({ difference: { fields, links, attachments, results } }: { difference: ContentDifference }) => {
  const { t } = useTranslation(['revisions', 'common', 'record'])
  const ids = [...new Set(links.map(({ before, after }) => (before ?? after)?.to ?? ''))]
  const rows = useQuery(api.records.rows.queryOptions({ input: { ids }, enabled: ids.length > 0 }))
  const titleOf = (id: string): string => rows.data?.find((row) => row.id === id)?.title ?? id
  const entries = <T,>(label: string, changes: readonly ListChange<T>[], textOf: (entry: T) => string) => changes.map(({ before, after }, index) => (
    <FieldRow key={`${label}${index}`} label={label} before={before === undefined ? '' : textOf(before)} after={after === undefined ? '' : textOf(after)} />
  ))
  return (
    <>
      {fields.map(({ key, before, after }) => <FieldRow key={key} label={fieldLabel(key, t)} before={valueText(key, before, t)} after={valueText(key, after, t)} />)}
      {entries(t('record:results.title'), results, resultText)}
      {entries(t('common:field.links'), links, (link) => linkText(link, titleOf(link.to), t))}
      {entries(t('common:field.attachments'), attachments, (attachment) => attachmentText(attachment, t))}
    </>
  )
}
