/** A table of a form to fill in row by row; Enter goes to the row below. */
import { Button } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldLimits, rowsOf, saysNothing, type FieldRow } from '#shared/model/fields'
import { columnKey, type FormField } from '#shared/model/forms/form'
import { newBlockId } from '#shared/model/ids'
import styles from './fill.module.css'

interface RowsInputProps { field: FormField; value: unknown; id: string; labelledBy: string; onChange: (value: unknown) => void }

export const RowsInput = ({ field: { columns = [], title }, value, id, labelledBy, onChange }: RowsInputProps) => {
  const { t } = useTranslation('filled')
  const kept = rowsOf(value)
  /** The rows in their order, with the empty ones, which are only here. */
  const [places, setPlaces] = useState<readonly FieldRow[]>(kept.length > 0 ? kept : [{ id: newBlockId() }])
  const rows = [...places.map((place) => kept.find((row) => row.id === place.id) ?? { id: place.id }), ...kept.filter((row) => !places.some((place) => place.id === row.id))]
  const isEmpty = (row: FieldRow): boolean => columns.every((_, index) => saysNothing(row[columnKey(index)]))
  const change = (next: readonly FieldRow[]): void => {
    setPlaces(next)
    const said = next.filter((row) => !isEmpty(row))
    onChange(said.length > 0 ? said : undefined)
  }
  const cellId = (row: FieldRow, index: number): string => `${id}-${row.id}-${index}`
  const add = (): FieldRow => {
    const row = { id: newBlockId() }
    setPlaces([...rows, row])
    return row
  }
  const below = (position: number, column: number): void => {
    const next = rows[position + 1] ?? add()
    requestAnimationFrame(() => document.getElementById(cellId(next, column))?.focus())
  }
  return (
    <>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <thead><tr>{columns.map((column, index) => <th key={index} scope="col">{column}</th>)}<td className={styles.tool} /></tr></thead>
        <tbody>
          {rows.map((row, position) => (
            <tr key={row.id}>
              {columns.map((column, index) => {
                const said = row[columnKey(index)]
                return (
                  <td key={index}>
                    <input
                      id={position === 0 && index === 0 ? id : cellId(row, index)} className={styles.cell} aria-label={t('rows.cell', { column, number: position + 1 })} autoComplete="off" maxLength={fieldLimits.text}
                      value={typeof said === 'string' ? said : ''}
                      onChange={(event) => change(rows.map((other) => (other.id === row.id ? { ...row, [columnKey(index)]: event.target.value || undefined } : other)))}
                      onKeyDown={(event) => {
                        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                        event.preventDefault()
                        below(position, index)
                      }}
                    />
                  </td>
                )
              })}
              <td><Button type="text" size="small" icon={<X size={14} />} aria-label={t('rows.delete', { number: position + 1 })} title={t('rows.delete', { number: position + 1 })} onClick={() => change(rows.filter((other) => other.id !== row.id))} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button size="small" icon={<Plus size={14} />} aria-label={t('rows.addTo', { title })} onClick={add}>{t('rows.add')}</Button>
    </>
  )
}
