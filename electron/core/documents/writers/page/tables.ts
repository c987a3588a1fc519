/** Tables of a page: widths as shares, the rows that head them apart, and which rows stay together. */
import type { Block, TableBlock } from '#shared/model/body/blocks'
import { bodyPieces } from '#shared/model/body/walk'
import { tableGrid, type PlacedCell } from '../docx/tableGrid'
import { escapeHtml } from '../html/escape'
import type { PageContext, PagePlace } from './context'

export type WriteBlocks = (blocks: readonly Block[], place: PagePlace, context: PageContext) => string

const textOf = (blocks: readonly Block[]): string => bodyPieces({ version: 1, preamble: [...blocks], sections: [] }).map(({ text }) => text).join(' ')

const headsColumn = ({ cell }: PlacedCell): boolean => cell?.header === 'column' || cell?.header === 'both'

/** Rows at the top all of whose cells head their columns. */
const headRows = (rows: readonly (readonly PlacedCell[])[]): number => {
  const first = rows.findIndex((row) => !row.every((placed) => headsColumn(placed) || placed.merge === 'goesOn') || !row.some(headsColumn))
  return first === -1 ? 0 : first
}

/** As shares of the width: the table's own, else by the longest text of each column within bounds that keep it readable. */
export const columnShares = (table: TableBlock, rows: readonly (readonly PlacedCell[])[], columns: number): number[] => {
  const wished = table.columnWidths?.length === columns ? table.columnWidths : Array.from({ length: columns }, (_, at) =>
    Math.max(4, ...rows.flat().flatMap(({ cell, column, colSpan }) => (cell && column === at && colSpan === 1 ? [Math.min(textOf(cell.blocks).length, 24)] : []))))
  const total = wished.reduce((sum, width) => sum + width, 0)
  return wished.map((width) => width / total)
}

/** The lowest row that a span reaches from each row on. */
const reachOf = (rows: readonly (readonly PlacedCell[])[]): boolean[] =>
  rows.map((_, index) => rows[index + 1]?.some(({ merge }) => merge === 'goesOn') ?? false)

const cellHtml = ({ cell, column, colSpan }: PlacedCell, shares: readonly number[], place: PagePlace, context: PageContext, write: WriteBlocks): string => {
  if (!cell) return '<td></td>'
  const { header, rowSpan, blocks } = cell
  const tag = header === undefined ? 'td' : 'th'
  const scope = header === undefined || header === 'both' ? '' : ` scope="${header === 'column' ? 'col' : 'row'}"`
  const spans = `${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${rowSpan === undefined ? '' : ` rowspan="${rowSpan}"`}`
  const width = place.width * shares.slice(column, column + colSpan).reduce((sum, share) => sum + share, 0)
  return `<${tag}${scope}${spans}>${write(blocks, { ...place, isCell: true, box: '', width: Math.max(width - 12, 8) }, context)}</${tag}>`
}

/** `more` are classes. A row that a span ties to the one below says so. */
export const tableHtml = (table: TableBlock, place: PagePlace, context: PageContext, write: WriteBlocks, more = ''): string => {
  const { rows, columns } = tableGrid(table)
  if (columns === 0) return ''
  const shares = columnShares(table, rows, columns)
  const [heads, reach] = [headRows(rows), reachOf(rows)]
  const rowHtml = (row: readonly PlacedCell[], index: number): string => {
    const cells = row.filter(({ merge }) => merge !== 'goesOn').map((placed) => cellHtml(placed, shares, place, context, write))
    return `<tr${reach[index] === true && index >= heads ? ' data-keep="next"' : ''}>${cells.join('')}</tr>`
  }
  const html = rows.map(rowHtml)
  const classes = [place.box, more, columns > 8 ? 'many' : ''].filter((each) => each !== '').join(' ')
  const caption = table.caption === undefined || table.caption.trim() === '' ? '' : `<caption>${escapeHtml(table.caption)}</caption>`
  return `<table${classes === '' ? '' : ` class="${classes}"`}>${caption}<colgroup>${shares.map((share) => `<col width="${(share * 100).toFixed(2)}%">`).join('')}</colgroup>`
    + `${heads > 0 ? `<thead>${html.slice(0, heads).join('')}</thead>` : ''}<tbody>${html.slice(heads).join('')}</tbody></table>`
}
