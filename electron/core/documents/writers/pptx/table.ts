/** Tables as PowerPoint's own: cells that spans cover are there and say so, rows are as high as they were measured. */
import type { DeckTable } from '#shared/model/slides/deck'
import { cellColumns, cellPadding, rowHeights } from '#shared/model/slides/fitTable'
import { slideText } from '#shared/model/slides/frame'
import type { PptxLabels } from './labels.data'
import { runXml, spacingXml } from './text'
import { tableStyleId } from './theme'
import { emu, pointEmu } from './xml'

type Cell = DeckTable['rows'][number][number]

const padding = ` marL="${pointEmu(cellPadding.x)}" marR="${pointEmu(cellPadding.x)}" marT="${pointEmu(cellPadding.y)}" marB="${pointEmu(cellPadding.y)}"`

const emptyCell = (attributes: string, size: number, lang: string): string => `<a:tc${attributes}><a:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="${lang}" sz="${size * 100}"/></a:p></a:txBody><a:tcPr${padding}/></a:tc>`

const cellXml = ({ text, header, colSpan, rowSpan }: Cell, size: number, isHead: boolean, labels: PptxLabels): string => {
  const paragraphs = text.split('\n').map((line) =>
    `<a:p><a:pPr>${spacingXml(size * slideText.line, 0)}</a:pPr>${line === '' ? `<a:endParaRPr lang="${labels.lang}" sz="${size * 100}"/>` : runXml(line, labels, { size, ...(header || isHead ? { bold: true } : {}) })}</a:p>`).join('')
  return `<a:tc${colSpan > 1 ? ` gridSpan="${colSpan}"` : ''}${rowSpan > 1 ? ` rowSpan="${rowSpan}"` : ''}><a:txBody><a:bodyPr/><a:lstStyle/>${paragraphs}</a:txBody><a:tcPr${padding} anchor="t"/></a:tc>`
}

interface Covered { cell: Cell; isBelow: boolean; isBeside: boolean }

/** Every place of the grid: the cell that begins there, or how one covers it. */
const gridOf = ({ rows, widths }: DeckTable): (Covered | undefined)[][] => {
  const columns = cellColumns(rows)
  const grid = rows.map(() => widths.map((): Covered | undefined => undefined))
  rows.forEach((row, top) => {
    row.forEach((cell, index) => {
      const left = columns[top]?.[index] ?? 0
      for (let y = 0; y < cell.rowSpan; y += 1) for (let x = 0; x < cell.colSpan; x += 1) {
        const line = grid[top + y]
        if (line && left + x < line.length) line[left + x] = { cell, isBelow: y > 0, isBeside: x > 0 }
      }
    })
  })
  return grid
}

/** `width` in inches. */
export const tableXml = (table: DeckTable, width: number, labels: PptxLabels): string => {
  const { size, widths, headRows, rows } = table
  const heights = rowHeights(table, width * 72)
  const columns = widths.map((share) => `<a:gridCol w="${emu(share * width)}"/>`).join('')
  const lines = gridOf(table).map((line, row) => {
    const cells = line.map((place) => {
      if (!place) return emptyCell('', size, labels.lang)
      const { cell, isBelow, isBeside } = place
      const spans = `${cell.rowSpan > 1 && !isBelow ? ` rowSpan="${cell.rowSpan}"` : ''}${cell.colSpan > 1 && !isBeside ? ` gridSpan="${cell.colSpan}"` : ''}`
      return isBelow || isBeside ? emptyCell(`${spans}${isBeside ? ' hMerge="1"' : ''}${isBelow ? ' vMerge="1"' : ''}`, size, labels.lang) : cellXml(cell, size, row < headRows, labels)
    }).join('')
    return `<a:tr h="${pointEmu(heights[row] ?? 0)}">${cells}</a:tr>`
  }).join('')
  return `<a:tbl><a:tblPr${headRows > 0 ? ' firstRow="1"' : ''}><a:tableStyleId>${tableStyleId}</a:tableStyleId></a:tblPr><a:tblGrid>${columns}</a:tblGrid>${rows.length > 0 ? lines : ''}</a:tbl>`
}

/** Inches. */
export const tableHeight = (table: DeckTable, width: number): number => rowHeights(table, width * 72).reduce((sum, height) => sum + height, 0) / 72
