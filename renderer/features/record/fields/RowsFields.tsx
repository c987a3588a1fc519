/** The tables among a record's fields, below its text and in the text's measure: to read, or to fill in row by row. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fits, rowsOf, type FieldRow, type FieldDefinition, type RowsField } from '#shared/model/fields'
import type { LibraryFile } from '#shared/model/library'
import { recordTypes } from '#shared/model/recordTypes'
import styles from '../results/results.module.css'
import type { OpenRecord } from '../session/useRecordSession'
import { OddValue } from './OddValue'
import { RowsEditor } from './RowsEditor'
import { RowsTable } from './RowsTable'

interface RowsFieldsProps { open: OpenRecord; editing: boolean; customFields: readonly FieldDefinition[]; vocabularies: LibraryFile['vocabularies'] | undefined }

/** What has an editor of its own is not shown here. */
const isRows = (field: FieldDefinition): field is RowsField => field.kind === 'rows' && field.ownEditor !== true

export const RowsFields = memo(({ open: { session, view }, editing, customFields, vocabularies }: RowsFieldsProps) => {
  const { t, i18n } = useTranslation('record')
  const language = useLanguage()
  const { content } = view.record
  const change = (place: 'fields' | 'custom', key: string, rows: FieldRow[]): void => {
    const there = session.view().record.content
    const value = rows.length > 0 ? rows : undefined
    session.change(place === 'fields' ? { fields: { ...there.fields, [key]: value } } : { custom: { ...there.custom, [key]: value } })
  }
  const all = [
    ...recordTypes[content.type].fields.filter(isRows).map((field) => ({ field, place: 'fields' as const })),
    ...customFields.filter(isRows).map((field) => ({ field, place: 'custom' as const })),
  ]
  return all.map(({ field, place }) => {
    const value = content[place][field.key]
    const rows = rowsOf(value)
    const isOdd = !fits(field, value)
    const id = `rows-${place}-${field.key}`
    if (rows.length === 0 && !editing && !isOdd) return null
    return (
      <section key={id} id={id} className={styles.part} aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`} className={styles.title}>{field.title[language]}</h2>
        {rows.length === 0 && !isOdd && place === 'fields' && i18n.exists(`record:rows.teach.${field.key}`) && <p className={styles.hint}>{t(`rows.teach.${field.key}`)}</p>}
        {isOdd ? <OddValue field={field} value={value} onClear={editing ? () => change(place, field.key, []) : undefined} /> : editing
          ? <RowsEditor key={view.bodyVersion} field={field} rows={rows} vocabularies={vocabularies} session={session} labelledBy={`${id}-title`} onChange={(next) => change(place, field.key, next)} />
          : <RowsTable field={field} rows={rows} labelledBy={`${id}-title`} />}
      </section>
    )
  })
})
