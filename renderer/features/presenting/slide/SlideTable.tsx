/** A table on a slide, its columns as wide as the deck shares them out. */
import type { DeckTable } from '#shared/model/slides/deck'
import styles from './slide.module.css'

export const SlideTable = ({ table }: { table: DeckTable }) => {
  const { widths, rows, headRows, caption } = table
  return (
    <table className={styles.table} aria-label={caption === '' ? undefined : caption}>
      <colgroup>{widths.map((share, index) => <col key={index} style={{ width: `${String(share * 100)}%` }} />)}</colgroup>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index} data-head={index < headRows || undefined}>
            {row.map(({ text, header, colSpan, rowSpan }, cell) => {
              const Cell = header || index < headRows ? 'th' : 'td'
              return <Cell key={cell} colSpan={colSpan} rowSpan={rowSpan}>{text}</Cell>
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
