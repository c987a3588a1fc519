/** A document that is one form: rows of a section's name and a long text become sections, the other rows stay a table before them. */
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockInlines, blockText, inlineText, placedBlocks } from '#shared/model/body/walk'
import type { LibraryType } from '#shared/model/recordTypes'
import { width } from './headings'
import { labelField } from './metadata'
import type { FinishedBlock, Line, Piece } from './piece'
import { exactSectionKey, sectionKeys } from './sectionKeys'

type TableRow = TableBlock['rows'][number]

interface FormRow {
  rows: TableRow[]
  /** Undefined where the row is no section. */
  section: { title: string; blocks: Block[]; long: boolean } | undefined
}

/** In Han characters: a text no longer may be a mere entry of a table. */
const minText = 20
const maxLabel = 20

const textOf = (blocks: readonly Block[]): string =>
  [...placedBlocks({ version: 1, preamble: [...blocks], sections: [] })].map(({ block }) => blockText(block)).join('')

/** Undefined where a cell holds more than words. */
const labelOf = (blocks: readonly Block[]): string | undefined => {
  const isPlain = blocks.every((block) => isKnownBlock(block) && (block.type === 'paragraph' || block.type === 'listItem')
    && block.inlines.every((inline) => isKnownInline(inline) && (inline.type === 'text' || inline.type === 'break')))
  return isPlain ? blocks.map((block) => inlineText(blockInlines(block))).join('').replace(/\s+/g, ' ').trim() : undefined
}

const sectionOf = (rows: readonly TableRow[], type: LibraryType): FormRow['section'] => {
  const [first, ...below] = rows.map(({ cells }) => cells)
  const [label, ...values] = first?.filter(({ blocks }, index) => index === 0 || blocks.length > 0) ?? []
  const title = label && labelOf(label.blocks)
  if (title === undefined || width(title) > maxLabel || labelField(title) || values.length !== 1) return undefined
  if (below.some((cells) => cells.filter(({ blocks }) => blocks.length > 0).length > 1)) return undefined
  if (rows.some(({ cells }) => cells.some((cell) => cell !== label && (cell.rowSpan ?? 1) > 1))) return undefined
  const blocks = [...values, ...below.flat()].flatMap((cell) => cell.blocks)
  const long = width(textOf(blocks)) >= minText
  const known = long ? sectionKeys([title], type)[0] !== null : exactSectionKey(title, type) !== undefined
  return known ? { title, blocks, long } : undefined
}

/** Rows that a merged cell holds together are one. */
const formRows = (table: TableBlock, type: LibraryType): FormRow[] => {
  const groups: TableRow[][] = []
  let held = 0
  table.rows.forEach((row, index) => {
    if (index < held) groups.at(-1)?.push(row)
    else groups.push([row])
    held = Math.max(held, ...row.cells.map(({ rowSpan }) => index + (rowSpan ?? 1)))
  })
  return groups.map((rows) => ({ rows, section: sectionOf(rows, type) }))
}

const headingLine = (text: string): Line => ({
  kind: 'line', inlines: [{ type: 'text', text }], text, align: undefined, number: undefined, styleName: '', outline: 0,
  bold: false, headingFace: false, size: 0, boxed: false, contents: false, keepNext: false, section: undefined,
})

const finished = (block: Block): FinishedBlock => ({ kind: 'block', block })

const textLength = (piece: Piece): number => (piece.kind === 'line' ? piece.text.length : textOf([piece.block]).length)

/** The pieces with their forms taken apart; undefined where the document is no form. */
export const openForm = (pieces: readonly Piece[], type: LibraryType): Piece[] | undefined => {
  const forms = new Map(pieces.flatMap((piece): [Piece, { table: TableBlock; rows: FormRow[] }][] => {
    if (piece.kind !== 'block' || !isKnownBlock(piece.block) || piece.block.type !== 'table') return []
    const rows = formRows(piece.block, type)
    return rows.filter(({ section }) => section?.long).length >= 2 ? [[piece, { table: piece.block, rows }]] : []
  }))
  const length = (all: Iterable<Piece>): number => [...all].reduce((sum, piece) => sum + textLength(piece), 0)
  if (forms.size === 0 || length(forms.keys()) * 2 < length(pieces)) return undefined
  return pieces.flatMap((piece): Piece[] => {
    const form = forms.get(piece)
    if (!form) return [piece]
    const rest = form.rows.flatMap(({ rows, section }) => (section ? [] : rows))
    return [
      ...(rest.length > 0 ? [finished({ ...form.table, rows: rest })] : []),
      ...form.rows.flatMap(({ section }) => (section ? [headingLine(section.title), ...section.blocks.map(finished)] : [])),
    ]
  })
}
