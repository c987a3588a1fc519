/** A table as read, with merged cells and heads. */
import type { ReactNode } from 'react'
import type { Block, TableBlock, TableCell } from '#shared/model/body/blocks'
import css from '../body.module.css'
import { CaptionLabel, isCounted } from './Caption'
import { MarkedText } from './InlineView'
import { useBlockElement } from './ViewContext'

interface TableViewProps {
  table: TableBlock
  renderBlocks: (blocks: readonly Block[]) => ReactNode
}

const scopes = { column: 'col', row: 'row', both: 'col' } as const

const CellView = ({ cell, children }: { cell: TableCell, children: ReactNode }) => {
  const spans = { colSpan: cell.colSpan, rowSpan: cell.rowSpan }
  if (!cell.header) return <td className={css.cell} {...spans}>{children}</td>
  return <th className={`${css.cell} ${css.headerCell}`} scope={scopes[cell.header]} {...spans}>{children}</th>
}

export const TableView = ({ table, renderBlocks }: TableViewProps) => {
  const { caption = '', columnWidths } = table
  const element = useBlockElement()
  return (
    <div {...element(table.id)}>
      {caption && (
        <div className={isCounted(caption) ? css.tableCaption : `${css.tableCaption} ${css.ownNumber}`}>
          <CaptionLabel caption={caption} kind="table" /><MarkedText text={caption} />
        </div>
      )}
      <div className={css.tableScroll} tabIndex={-1}>
        <table className={columnWidths ? `${css.table} ${css.sizedTable}` : css.table}>
          {columnWidths && <colgroup>{columnWidths.map((width, index) => <col key={index} style={{ width }} />)}</colgroup>}
          <tbody>
            {table.rows.map((row, rowIndex) => (
              <tr key={rowIndex}>{row.cells.map((cell, index) => <CellView key={index} cell={cell}>{renderBlocks(cell.blocks)}</CellView>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}
