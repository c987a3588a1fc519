/** The numbers of a figure as a table: names at the left, numbers at the right. */
import type { ReactNode } from 'react'
import styles from './statistics.module.css'

export interface FigureColumn<T> { key: string; title: string; isNumber?: boolean; cell: (row: T) => ReactNode }

interface FigureTableProps<T> { label: string; columns: readonly FigureColumn<T>[]; rows: readonly T[]; keyOf: (row: T) => string }

export const FigureTable = <T,>({ label, columns, rows, keyOf }: FigureTableProps<T>) => (
  <div className={styles.tableArea}>
    <table className={styles.table} aria-label={label}>
      <thead><tr>{columns.map(({ key, title, isNumber }) => <th key={key} scope="col" data-number={isNumber}>{title}</th>)}</tr></thead>
      <tbody>{rows.map((row) => <tr key={keyOf(row)}>{columns.map(({ key, isNumber, cell }) => <td key={key} data-number={isNumber}>{cell(row)}</td>)}</tr>)}</tbody>
    </table>
  </div>
)
