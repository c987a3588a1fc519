/** One row of a table of a meeting. It is drawn anew only where it, or what it is among, is another: a table may have hundreds. */
import { Button } from 'antd'
import { X } from 'lucide-react'
import { memo, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CellInput, type RecordSession } from '#renderer/features/record'
import { quoted } from '#renderer/ui/quoted'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, type FieldRow, type PlainField } from '#shared/model/fields'
import styles from './RowsGrid.module.css'

export interface GridColumn {
  column: PlainField; width?: string; cell?: (row: FieldRow) => ReactNode
  /** What the empty row at the end asks for. */
  asks?: string
}

/** What is done in a row; the same object as long as the table is there. */
export interface GridActs {
  write: (row: FieldRow, key: string, value: unknown) => void
  leave: (row: FieldRow) => void
  below: (row: FieldRow, key: string) => void
  pressed: (event: KeyboardEvent, row: FieldRow) => void
  paste: (event: ClipboardEvent, row: FieldRow, key: string) => void
  remove: (row: FieldRow) => void
}

interface GridRowProps {
  name: string; row: FieldRow
  /** From 0. */
  index: number
  columns: readonly GridColumn[]; session: RecordSession; acts: GridActs; readOnly: boolean; isBlank: boolean; isOutlined: boolean
  /** Ids of the lists of words that are offered, by column. */
  lists: ReadonlyMap<string, string>
}

export const cellId = (name: string, id: string, key: string): string => `${name}-${id}-${key}`

const isSame = (a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]))
}

export const GridRow = memo(({ name, row, index, columns, session, acts, readOnly, isBlank, isOutlined, lists }: GridRowProps) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const label = columns.map(({ column }) => fieldText(column, row[column.key], language)).find((text) => text !== '') ?? t('grid.row', { number: index + 1 })
  return (
    <tr id={`${name}-${row.id}`} data-outlined={isOutlined || undefined} onKeyDown={(event) => acts.pressed(event, row)}>
      {columns.map(({ column, cell, asks }) => (
        <td key={column.key} data-at={`${String(index)} ${column.key}`} onPaste={(event) => acts.paste(event, row, column.key)} onBlur={() => acts.leave(row)}>
          {cell ? cell(row) : readOnly ? <span className={styles.text}>{fieldText(column, row[column.key], language) || '—'}</span> : !(isBlank && column.kind === 'flag') && (
            // What says nothing can not be done.
            <CellInput
              id={cellId(name, row.id, column.key)} column={column} value={row[column.key]} vocabularies={undefined} list={lists.get(column.key)} session={session} takesFocus={false} {...isBlank && asks !== undefined && { asks }}
              label={t('grid.cell', { column: column.title[language], row: label })} onEnter={() => acts.below(row, column.key)} onChange={(value) => acts.write(row, column.key, value)}
            />
          )}
        </td>
      ))}
      {!readOnly && <td>{!isBlank && <Button id={cellId(name, row.id, 'remove')} type="text" size="small" icon={<X size={14} />} title={t('grid.remove')} aria-label={t('grid.removeNamed', { row: quoted(label) })} onClick={() => acts.remove(row)} />}</td>}
    </tr>
  )
// Rows come from the record anew with every change.
}, (before, after) => isSame(before.row, after.row) && isSame({ ...before, row: undefined }, { ...after, row: undefined }))
