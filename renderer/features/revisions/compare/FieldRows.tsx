/** The fields, links, attachments and measured results that differ, above the text. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Eye } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { FilePreview } from '#renderer/features/preview'
import { useLanguage } from '#renderer/ui/useLanguage'
import { customFieldsOf } from '#shared/model/customFields'
import type { ContentDifference, ListChange } from '#shared/model/difference/contents'
import type { FieldRow as TableRow } from '#shared/model/fields'
import type { AttachmentRef, RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { countOfChange, rowChanges } from './rowChanges'
import { attachmentText, fieldLabel, fieldsByKey, linkText, resultText, rowText, stepNames, valueText, type StepName } from './rowText'
import { SideText } from './SideItems'
import { TakenMark, type Taken } from './TakenMark'
import styles from './Compare.module.css'

export const countFieldRows = ({ fields, links, attachments, results }: ContentDifference): number => fields.reduce((sum, change) => sum + countOfChange(change), 0) + links.length + attachments.length + results.length

interface FieldRowProps {
  label: string
  before: string
  after: string
  /** What stands below the label: what can be chosen, say. */
  children?: ReactNode
  /** The sides that are taken, where one can choose. */
  taken?: Taken
  /** What leads on from a side. */
  more?: Partial<Record<'removed' | 'added', ReactNode>>
}

export const FieldRow = ({ label, before, after, children, taken, more }: FieldRowProps) => (
  <tr className={styles.row} data-change tabIndex={-1}>
    <th scope="row" className={styles.place}>{label}{children}</th>
    <td className={styles.value} data-taken={taken?.before}>{taken && <TakenMark isTaken={taken.before} />}<SideText text={before} side="before" against={after} />{more?.removed}</td>
    <td className={styles.value} data-taken={taken?.after}>{taken && <TakenMark isTaken={taken.after} />}<SideText text={after} side="after" against={before} />{more?.added}</td>
  </tr>
)

interface FieldRowsProps { difference: ContentDifference; before: RecordContent; after: RecordContent }

export const FieldRows = ({ difference: { fields, links, attachments, results }, before: one, after: two }: FieldRowsProps) => {
  const { t } = useTranslation(['revisions', 'common', 'record'])
  const language = useLanguage()
  const { type } = two
  const [namesBefore, namesAfter] = [stepNames(one, t), stepNames(two, t)]
  const library = useQuery(api.library.current.queryOptions()).data?.library
  const fieldOfKey = fieldsByKey(recordTypes[type].fields, library ? customFieldsOf(library, type) : [])
  const ids = [...new Set(links.map(({ before, after }) => (before ?? after)?.to ?? ''))]
  const rows = useQuery(api.records.rows.queryOptions({ input: { ids }, enabled: ids.length > 0 }))
  const titleOf = (id: string): string => rows.data?.find((row) => row.id === id)?.title ?? id
  const [previewed, setPreviewed] = useState<AttachmentRef>()
  const look = (file: AttachmentRef | undefined) => file && (
    <Button type="link" size="small" icon={<Eye size={14} />} aria-label={t('record:files.preview', { name: file.name })} onClick={() => setPreviewed(file)}>{t('compare.look')}</Button>
  )
  const entries = <T,>(label: string, changes: readonly ListChange<T>[], textOf: (entry: T) => string) => changes.map(({ before, after }, index) => (
    <FieldRow key={`${label}${index}`} label={label} before={before === undefined ? '' : textOf(before)} after={after === undefined ? '' : textOf(after)} />
  ))
  return (
    <>
      {fields.flatMap((change) => {
        const { key, before, after } = change
        const field = fieldOfKey(key)
        const rows = rowChanges(change)
        if (rows) {
          const textOf = (row: TableRow | undefined, names: StepName): string => (row === undefined ? '' : field?.kind === 'rows' ? rowText(field, row, language, t, names) : JSON.stringify(row))
          return rows.map((row) => (
            <FieldRow
              key={`${key} ${row.id}`} label={t('compare.row', { title: fieldLabel(key, field, language, t), number: row.number || row.wasNumber })} before={textOf(row.before, namesBefore)} after={textOf(row.after, namesAfter)}
            >
              {row.before && row.after && row.number !== row.wasNumber && <span className={styles.kind}>{t('compare.rowMoved', { number: row.wasNumber })}</span>}
            </FieldRow>
          ))
        }
        const text = (value: unknown): string => valueText(key, value, field, language, t)
        return <FieldRow key={key} label={fieldLabel(key, field, language, t)} before={text(before)} after={text(after)} />
      })}
      {entries(t('record:results.title'), results, resultText)}
      {entries(t('common:field.links'), links, (link) => linkText(link, titleOf(link.to), t))}
      {attachments.map(({ before, after }, index) => (
        <FieldRow
          key={`attachment${index}`} label={t('common:field.attachments')} before={before ? attachmentText(before, t) : ''} after={after ? attachmentText(after, t) : ''}
          more={{ removed: look(before), added: look(after) }}
        />
      ))}
      {previewed && <FilePreview files={[previewed]} index={0} onClose={() => setPreviewed(undefined)} />}
    </>
  )
}
