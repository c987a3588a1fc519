/** A table among the fields, to read; numbers stand at the right. */
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, type FieldRow, type RowsField } from '#shared/model/fields'
import styles from '../results/results.module.css'

export const RowsTable = ({ field, rows, labelledBy }: { field: RowsField; rows: readonly FieldRow[]; labelledBy: string }) => {
  const language = useLanguage()
  const numberClass = (kind: string): string | undefined => (kind === 'number' ? styles.number : undefined)
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead><tr>{field.columns.map(({ key, kind, title }) => <th key={key} scope="col" className={numberClass(kind)}>{title[language]}</th>)}</tr></thead>
      <tbody>
        {rows.map((row) => <tr key={row.id}>{field.columns.map((column) => <td key={column.key} className={numberClass(column.kind)}>{fieldText(column, row[column.key], language) || '—'}</td>)}</tr>)}
      </tbody>
    </table>
  )
}
