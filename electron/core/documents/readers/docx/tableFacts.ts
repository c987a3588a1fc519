/** What the pass over document.xml notes of tables: column widths and shading; and it fills the places that a row leaves out at its ends. */
import { namespacePrefix } from './bookmarks'
import type { OpenTag, Scanner, Token } from './xmlScanner'

export interface TableFacts {
  /** CSS pixels, one a grid column; empty where the file gives none. */
  columnWidths: number[]
}

export interface CellFacts { table: TableFacts; shaded: boolean }

const twipsPerPixel = 15

export interface TableReader {
  /** The innermost cell that is open. */
  cell(): CellFacts | undefined
  /** Takes note of a tag; true if it has read the whole element. */
  open(tag: OpenTag): boolean
  close(token: Token & { kind: 'close' }): void
}

/** A row that begins or ends some columns late (gridBefore, gridAfter) would shift its cells to other columns in mammoth. */
const fillerCell = (span: string): string => {
  const w = namespacePrefix
  return `<${w}:tc><${w}:tcPr><${w}:gridSpan ${w}:val="${span}"/></${w}:tcPr><${w}:p/></${w}:tc>`
}

const isShade = (fill: string | undefined): boolean => fill !== undefined && !/^(auto|f{6})$/i.test(fill)

export const createTableReader = (scanner: Scanner, insert: (at: number, text: string) => void): TableReader => {
  const tables: TableFacts[] = []
  const cells: CellFacts[] = []
  const rowEnds: string[] = []

  const readRowProperties = (tag: OpenTag): void => {
    let before: string | undefined
    let after: string | undefined
    const { after: end } = scanner.inside(tag, (token) => {
      if (token.kind !== 'open') return
      if (token.name === 'w:gridBefore') before = scanner.attribute(token, 'w:val')
      if (token.name === 'w:gridAfter') after = scanner.attribute(token, 'w:val')
    })
    if (before !== undefined && /^[1-9]\d?$/.test(before)) insert(end, fillerCell(before))
    if (after !== undefined && /^[1-9]\d?$/.test(after)) rowEnds[rowEnds.length - 1] = fillerCell(after)
  }

  return {
    cell: () => cells.at(-1),
    open: (tag) => {
      switch (tag.name) {
        case 'w:tbl': tables.push({ columnWidths: [] }); return false
        case 'w:tr': rowEnds.push(''); return false
        case 'w:tc': cells.push({ table: tables.at(-1) ?? { columnWidths: [] }, shaded: false }); return false
        case 'w:trPr': readRowProperties(tag); return true
        case 'w:tblGrid':
          scanner.inside(tag, (token) => {
            if (token.kind === 'open' && token.name === 'w:gridCol') tables.at(-1)?.columnWidths.push(Number(scanner.attribute(token, 'w:w') ?? 0) / twipsPerPixel)
          })
          return true
        case 'w:tcPr':
          scanner.inside(tag, (token) => {
            const cell = cells.at(-1)
            if (cell && token.kind === 'open' && token.name === 'w:shd' && isShade(scanner.attribute(token, 'w:fill'))) cell.shaded = true
          })
          return true
        case 'w:tblPr': scanner.inside(tag); return true
        default: return false
      }
    },
    close: (token) => {
      if (token.name === 'w:tbl') tables.pop()
      else if (token.name === 'w:tc') cells.pop()
      else if (token.name === 'w:tr') {
        const filler = rowEnds.pop() ?? ''
        if (filler !== '') insert(token.start, filler)
      }
    },
  }
}
