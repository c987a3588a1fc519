/** What can be done with the table in which the caret stands. */
import {
  $createTableNodeWithDimensions, $deleteTableColumnAtSelection, $deleteTableRowAtSelection, $getTableNodeFromLexicalNodeOrThrow, $getTableRowIndexFromTableCellNode, $insertTableColumnAtSelection,
  $insertTableRowAtSelection, $isTableCellNode, $isTableRowNode, $isTableSelection, $mergeCells, $setTableRowIsHeader, $unmergeCell, TableCellHeaderStates, type TableCellNode,
} from '@lexical/table'
import { $createParagraphNode, $findMatchingParent, $getSelection, $isRangeSelection, type NodeKey } from 'lexical'
import { $putBlock } from '../putBlock'

export const $selectedCells = (): TableCellNode[] => {
  const selection = $getSelection()
  if ($isTableSelection(selection)) return selection.getNodes().filter($isTableCellNode)
  if (!$isRangeSelection(selection)) return []
  const cell = $findMatchingParent(selection.anchor.getNode(), $isTableCellNode)
  const other = $findMatchingParent(selection.focus.getNode(), $isTableCellNode)
  return cell && other && $getTableNodeFromLexicalNodeOrThrow(cell).is($getTableNodeFromLexicalNodeOrThrow(other)) ? [cell] : []
}

export interface TableState {
  tableKey: NodeKey
  canMerge: boolean
  canSplit: boolean
  isHeaderRow: boolean
}

export const $tableState = (): TableState | undefined => {
  const cells = $selectedCells()
  const [cell] = cells
  if (!cell) return undefined
  return {
    tableKey: $getTableNodeFromLexicalNodeOrThrow(cell).getKey(), canMerge: cells.length > 1,
    canSplit: cells.length === 1 && (cell.getColSpan() > 1 || cell.getRowSpan() > 1),
    isHeaderRow: (cell.getHeaderStyles() & TableCellHeaderStates.ROW) !== 0,
  }
}

const $toggleHeaderRow = (): void => {
  const [cell] = $selectedCells()
  if (!cell) return
  const table = $getTableNodeFromLexicalNodeOrThrow(cell)
  $setTableRowIsHeader(table, $getTableRowIndexFromTableCellNode(cell), (cell.getHeaderStyles() & TableCellHeaderStates.ROW) === 0)
}

const $deleteTable = (): void => {
  const [cell] = $selectedCells()
  if (!cell) return
  const table = $getTableNodeFromLexicalNodeOrThrow(cell)
  const paragraph = $createParagraphNode()
  table.replace(paragraph)
  paragraph.select()
}

/** A new table with a head row. */
export const $insertTable = (rows: number, columns: number): void => {
  const table = $createTableNodeWithDimensions(rows, columns, { rows: true, columns: false })
  $putBlock(table)
  table.selectStart()
}

/** Goes on in a new row where the caret is in a table's last cell; says whether it was. */
export const $goOnInNewRow = (): boolean => {
  const selection = $getSelection()
  const [cell] = $isRangeSelection(selection) && selection.isCollapsed() ? $selectedCells() : []
  const lastRow = cell && $getTableNodeFromLexicalNodeOrThrow(cell).getLastChild()
  if (!$isTableRowNode(lastRow) || !cell?.is(lastRow.getLastChild())) return false
  $insertTableRowAtSelection(true)?.selectStart()
  return true
}

/** Outside of a table there is nothing to do. */
const inTable = (action: () => void) => (): void => {
  if ($selectedCells().length > 0) action()
}

export const tableActions = {
  rowAbove: inTable(() => { $insertTableRowAtSelection(false) }),
  rowBelow: inTable(() => { $insertTableRowAtSelection(true) }),
  columnLeft: inTable(() => { $insertTableColumnAtSelection(false) }),
  columnRight: inTable(() => { $insertTableColumnAtSelection(true) }),
  deleteRow: inTable($deleteTableRowAtSelection),
  deleteColumn: inTable($deleteTableColumnAtSelection),
  merge: inTable(() => { $mergeCells($selectedCells())?.selectEnd() }),
  split: inTable($unmergeCell),
  headerRow: inTable($toggleHeaderRow),
  deleteTable: inTable($deleteTable),
} as const
