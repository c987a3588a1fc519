/**
 * A table among the fields, to write: a field a cell, Enter goes to the row below. Every change goes straight to the session; an empty row
 * is only here. It starts anew (by its key) when the record comes from elsewhere, as the body's editor does.
 */
import { Button } from 'antd'
import { Plus, Undo2, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { insertedAt } from '#renderer/ui/insertedAt'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, saysNothing, type FieldRow, type RowsField } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { LibraryFile } from '#shared/model/library'
import styles from '../results/results.module.css'
import type { RecordSession } from '../session/recordSession'
import { CellInput, cellField } from './CellInput'

interface RowsEditorProps {
  field: RowsField
  rows: readonly FieldRow[]
  vocabularies: LibraryFile['vocabularies'] | undefined
  labelledBy: string
  session: RecordSession
  onChange: (rows: FieldRow[]) => void
}

/** New rows of which there is only what a cell refuses: the session alone remembers them. */
const refusedRows = (session: RecordSession, { key, columns }: RowsField, kept: readonly FieldRow[]): FieldRow[] => {
  const ids = session.saving().refused.flatMap((refused) => columns.flatMap((column) => {
    const [start, end] = [` cell-${key}-`, `-${column.key}`]
    const at = refused.indexOf(start)
    return at !== -1 && refused.endsWith(end) ? [refused.slice(at + start.length, -end.length)] : []
  }))
  return [...new Set(ids)].filter((id) => !kept.some((row) => row.id === id)).map((id) => ({ id }))
}

export const RowsEditor = ({ field, rows: kept, vocabularies, labelledBy, session, onChange }: RowsEditorProps) => {
  const { columns, title } = field
  const cellId = (row: FieldRow, key: string): string => `cell-${field.key}-${row.id}-${key}`
  const { t } = useTranslation('record')
  const language = useLanguage()
  /** The rows in their order, the empty ones with them; what a row says is what the session has. */
  const [places, setPlaces] = useState<readonly FieldRow[]>(() => [...kept, ...refusedRows(session, field, kept)])
  const rows = [
    ...places.map((place) => kept.find(({ id }) => id === place.id) ?? place),
    ...kept.filter(({ id }) => !places.some((place) => place.id === id)),
  ]
  const [added, setAdded] = useState<string>()
  const [deleted, setDeleted] = useState<{ row: FieldRow; index: number }>()
  const isEmpty = (row: FieldRow): boolean => columns.every(({ key }) => saysNothing(row[key]))

  const change = (next: readonly FieldRow[]): void => {
    setPlaces(next)
    onChange(next.filter((row) => !isEmpty(row)))
  }
  const insert = (index: number): void => {
    const row = { id: newBlockId() }
    setPlaces(insertedAt(rows, index, row))
    setAdded(row.id)
  }
  const below = (index: number, key: string): void => {
    const next = rows[index + 1]
    if (next) document.getElementById(cellId(next, key))?.focus()
    else insert(index + 1)
  }
  const remove = (row: FieldRow, index: number): void => {
    for (const column of columns) session.refuse(cellField(cellId(row, column.key), column), undefined)
    setDeleted(isEmpty(row) ? undefined : { row, index })
    change(rows.filter((other) => other !== row))
  }
  const labelOf = (row: FieldRow, index: number): string =>
    columns.map((column) => fieldText(column, row[column.key], language)).find((text) => text !== '') ?? t('results.row', { number: index + 1 })
  return (
    <>
      {rows.length > 0 && (
        <table className={styles.table} data-editing aria-labelledby={labelledBy}>
          <colgroup>{columns.map(({ key }) => <col key={key} />)}<col className={styles.tool} /></colgroup>
          <thead><tr>{columns.map((column) => <th key={column.key} scope="col">{column.title[language]}</th>)}<td /></tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={row.id}>
                {columns.map((column, place) => (
                  <td key={column.key}>
                    <CellInput
                      id={cellId(row, column.key)} column={column} value={row[column.key]} vocabularies={vocabularies} session={session} takesFocus={row.id === added && place === 0}
                      label={t('results.fieldOf', { field: column.title[language], label: labelOf(row, index) })} onEnter={() => below(index, column.key)}
                      onChange={(value) => { setDeleted(undefined); change(rows.map((other) => (other.id === row.id ? { ...row, [column.key]: value } : other))) }}
                    />
                  </td>
                ))}
                <td><Button type="text" size="small" icon={<X size={14} />} title={t('results.delete')} aria-label={t('results.deleteNamed', { label: labelOf(row, index) })} onClick={() => remove(row, index)} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className={styles.foot}>
        <Button size="small" icon={<Plus size={14} />} aria-label={t('rows.addTo', { title: title[language] })} onClick={() => insert(rows.length)}>{t('rows.add')}</Button>
        {deleted && (
          <span className={styles.deleted} role="status">
            {t('results.deleted', { label: labelOf(deleted.row, deleted.index) })}
            <Button type="link" size="small" icon={<Undo2 size={14} />} onClick={() => { change(insertedAt(rows, deleted.index, deleted.row)); setDeleted(undefined) }}>{t('results.undo')}</Button>
          </span>
        )}
      </div>
    </>
  )
}
