/** Tables of a clipboard: merged cells, widths, heads; what a spreadsheet hides stays behind. */
import { newBlockId } from '#shared/model/ids'
import { isKnownBlock, type Block, type TableBlock, type TableCell } from '#shared/model/body/blocks'
import { isHidden, pixels, type StyleOf } from './styles'
import { gridOf, type Grid, type GridCell, type SourceCell } from './tableGrid'

export interface TableReading {
  styleOf: StyleOf
  readCell: (cell: Element) => Block[]
  hidden: () => void
}

interface Row { element: Element, cells: Element[], isHead: boolean, isMeasure: boolean }

const leastWidth = 24

const hasContent = (element: Element): boolean => element.textContent.trim() !== '' || element.querySelector('img') !== null

const childrenOf = (parent: Element, ...tags: string[]): Element[] => [...parent.children].filter(({ localName }) => tags.includes(localName))

/** Office programs end a table whose columns do not line up with a row without height that only gives widths. */
const isMeasure = (row: Element, cells: readonly Element[], styleOf: StyleOf): boolean =>
  (pixels(row.getAttribute('height')) === 0 || pixels(styleOf(row).height) === 0) && !cells.some(hasContent)

const rowsOf = (table: Element, styleOf: StyleOf): Row[] => {
  const parts = [table, ...childrenOf(table, 'thead', 'tbody', 'tfoot')]
  return parts.flatMap((part) => childrenOf(part, 'tr').map((element): Row => {
    const cells = childrenOf(element, 'td', 'th')
    const isHead = part.localName === 'thead' || (cells.length > 0 && cells.every(({ localName }) => localName === 'th'))
    return { element, cells, isHead, isMeasure: isMeasure(element, cells, styleOf) }
  }))
}

const spanOf = (cell: Element, name: 'colspan' | 'rowspan'): number => {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10)
  return Number.isNaN(span) || span < 0 ? 1 : span
}

const widthOf = (element: Element, styleOf: StyleOf): number | undefined => pixels(styleOf(element).width) ?? pixels(element.getAttribute('width'))

interface SourceColumn { width: number | undefined, isHidden: boolean }

const columnsOf = (table: Element, styleOf: StyleOf): SourceColumn[] =>
  [...childrenOf(table, 'col'), ...childrenOf(table, 'colgroup').flatMap((group) => childrenOf(group, 'col'))].flatMap((column) => {
    const source = { width: widthOf(column, styleOf), isHidden: isHidden(styleOf(column)) }
    return Array.from({ length: Math.min(spanOf(column, 'colspan') === 1 ? Number(column.getAttribute('span') ?? 1) || 1 : 1, 1000) }, () => source)
  })

/** A cell that a web page hides takes no place; in a spreadsheet it stands in a column that is hidden. */
const sourceCells = (row: Row, hasHiddenColumns: boolean, styleOf: StyleOf): SourceCell<Element>[] =>
  row.cells.filter((cell) => hasHiddenColumns || !isHidden(styleOf(cell))).map((content) =>
    ({ content, colSpan: spanOf(content, 'colspan'), rowSpan: spanOf(content, 'rowspan') }))

const widths = (grid: Grid<Element>, columns: readonly SourceColumn[], measure: Row | undefined, styleOf: StyleOf): number[] | undefined => {
  const bySource = columns.length > 0 ? columns.map(({ width }) => width)
    : measure?.cells.flatMap((cell) => Array.from({ length: Math.max(spanOf(cell, 'colspan'), 1) }, () => widthOf(cell, styleOf))) ?? []
  const found = grid.columns.map((sources, column) => {
    const ofSources = sources.map((source) => bySource[source])
    if (ofSources.every((width) => width !== undefined)) return ofSources.reduce((sum, width) => sum + width, 0)
    for (const row of grid.rows) {
      const alone = row.find((cell) => cell.column === column && cell.colSpan === 1)
      const width = alone?.content && widthOf(alone.content, styleOf)
      if (width !== undefined) return width
    }
    return undefined
  })
  return found.every((width) => width !== undefined && width > 0) ? found.map((width) => Math.max(leastWidth, Math.round(width ?? 0))) : undefined
}

const isBold = (blocks: readonly Block[]): boolean => blocks.every((block) => isKnownBlock(block) && block.type === 'paragraph'
  && block.inlines.every((inline) => inline.type !== 'text' || (Array.isArray(inline.marks) && inline.marks.includes('bold'))))

const withoutBold = (blocks: readonly Block[]): Block[] => blocks.map((block): Block => {
  if (!isKnownBlock(block) || block.type !== 'paragraph') return block
  return { ...block, inlines: block.inlines.map((inline) => {
    if (inline.type !== 'text' || !Array.isArray(inline.marks)) return inline
    const { marks, ...rest } = inline
    const left = marks.filter((mark) => mark !== 'bold')
    return left.length > 0 ? { ...rest, marks: left } : rest
  }) }
})

/** A first row that alone is bold throughout is a head, even where nothing says so: so people mark theirs. */
const hasBoldHead = ([first = [], second = []]: readonly (readonly { blocks: Block[] }[])[]): boolean => {
  const filled = first.filter(({ blocks }) => blocks.length > 0)
  return first.length > 1 && filled.length > 0 && filled.every(({ blocks }) => isBold(blocks))
    && second.some(({ blocks }) => blocks.length > 0 && !isBold(blocks))
}

export const readTable = (table: Element, { styleOf, readCell, hidden }: TableReading): TableBlock | undefined => {
  const rows = rowsOf(table, styleOf)
  const columns = columnsOf(table, styleOf)
  const isRowHidden = rows.map((row) => row.isMeasure || isHidden(styleOf(row.element)))
  const hasHiddenColumns = columns.some((column) => column.isHidden)
  const grid = gridOf(
    rows.map((row) => (row.isMeasure ? [] : sourceCells(row, hasHiddenColumns, styleOf))),
    (row) => isRowHidden[row] ?? false, (column) => columns[column]?.isHidden ?? false,
  )
  if (grid.hidden.some(hasContent)) hidden()
  if (grid.rows.length === 0) return undefined
  const read = grid.rows.map((row) => row.map((cell) => ({ cell, blocks: cell.content ? readCell(cell.content) : [] })))
  const saysHeads = rows.some((row) => row.isHead || row.cells.some(({ localName }) => localName === 'th'))
  const boldHead = !saysHeads && hasBoldHead(read)
  const headRows = new Set(rows.filter((row) => row.isHead).map(({ element }) => element))
  const headerOf = ({ content, row }: GridCell<Element | undefined>): TableCell['header'] => {
    if (boldHead && row === 0) return 'column'
    if (content?.parentElement && headRows.has(content.parentElement)) return 'column'
    return content?.localName === 'th' ? 'row' : undefined
  }
  const columnWidths = widths(grid, columns, rows.find((row) => row.isMeasure), styleOf)
  const caption = (childrenOf(table, 'caption')[0]?.textContent ?? '').replace(/\s+/g, ' ').trim()
  return {
    type: 'table', id: newBlockId(), ...(caption ? { caption } : {}), ...(columnWidths ? { columnWidths } : {}),
    rows: read.map((row) => ({ cells: row.map(({ cell, blocks }): TableCell => {
      const header = headerOf(cell)
      return {
        ...(cell.colSpan > 1 ? { colSpan: cell.colSpan } : {}), ...(cell.rowSpan > 1 ? { rowSpan: cell.rowSpan } : {}),
        ...(header ? { header } : {}), blocks: header ? withoutBold(blocks) : blocks,
      }
    }) })),
  }
}
