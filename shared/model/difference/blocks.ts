/** The difference inside a block that was changed: of a line its parts, of a quote or callout its blocks, of a table its rows and cells. */
import { isKnownBlock, type Block, type KnownBlock, type TableBlock, type TableCell } from '../body/blocks'
import { normaliseBlock } from '../body/normalise'
import { itemRows, wholeText, type DifferenceRow } from './bodies'
import { bigramsOf, fingerprint, likeness } from './fingerprint'
import { betweenPairs, commonPairs, type Pair } from './sequences'
import { inlineParts, type InlinePart } from './texts'

/** A cell, or all cells of a row, on both sides or on one. */
export interface CellDifference { kind: 'same' | 'changed' | 'removed' | 'added'; before?: TableCell; after?: TableCell }

export interface TableRowDifference { kind: CellDifference['kind']; cells: CellDifference[] }

/** `looks`: what is not its content differs too, such as its kind, level, alignment or caption. `whole`: one took the other's place. */
export type BlockDifference =
  | { kind: 'line'; parts: InlinePart[]; looks: boolean }
  | { kind: 'blocks'; rows: DifferenceRow[]; looks: boolean }
  | { kind: 'table'; rows: TableRowDifference[]; looks: boolean }
  | { kind: 'whole' }

type Line = Extract<KnownBlock, { inlines: unknown }>
type Container = Extract<KnownBlock, { type: 'quote' | 'callout' }>

const isLine = (block: Block): block is Line => isKnownBlock(block) && (block.type === 'paragraph' || block.type === 'heading' || block.type === 'listItem')
const isContainer = (block: Block): block is Container => isKnownBlock(block) && (block.type === 'quote' || block.type === 'callout')
const isTable = (block: Block): block is TableBlock => isKnownBlock(block) && block.type === 'table'

const looksDiffer = (before: Block, after: Block): boolean => {
  const looks = (block: Block): string => fingerprint({ ...normaliseBlock(block), inlines: null, blocks: null, rows: null })
  return looks(before) !== looks(after)
}

const cellText = ({ blocks }: TableCell): string => blocks.map(wholeText).join('\n')
const rowKey = (cells: readonly TableCell[]): string => fingerprint(cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(normaliseBlock) })))

/** The blocks of two cells, aligned as those of two bodies. */
export const cellRows = ({ before, after }: CellDifference): DifferenceRow[] =>
  itemRows((before?.blocks ?? []).map((block) => ({ block })), (after?.blocks ?? []).map((block) => ({ block })))

const cellPair = (before: TableCell, after: TableCell): CellDifference => ({ kind: rowKey([before]) === rowKey([after]) ? 'same' : 'changed', before, after })

/** As many cells on both sides are taken one by one, else those that say the same lead. */
const cellsOf = (before: readonly TableCell[], after: readonly TableCell[]): CellDifference[] => {
  const places = before.length === after.length
    ? before.map((_, place): Pair => [place, place])
    : commonPairs(before.map((cell) => rowKey([cell])), after.map((cell) => rowKey([cell])))
  const cells: CellDifference[] = []
  betweenPairs(places, [before.length, after.length], (from, to, next) => {
    cells.push(...before.slice(from[0], to[0]).map((cell): CellDifference => ({ kind: 'removed', before: cell })))
    cells.push(...after.slice(from[1], to[1]).map((cell): CellDifference => ({ kind: 'added', after: cell })))
    const [one, two] = next ? [before[next[0]], after[next[1]]] : []
    if (one && two) cells.push(cellPair(one, two))
  })
  return cells
}

type Row = TableBlock['rows'][number]

const likeEnough = 0.4

/** Rows between those that are the same: each takes the first like it. */
const likeRows = (before: readonly Row[], after: readonly Row[]): Pair[] => {
  const bigrams = after.map(({ cells }) => bigramsOf(cells.map(cellText).join('\n')))
  const pairs: Pair[] = []
  let next = 0
  for (const [index, { cells }] of before.entries()) {
    const own = bigramsOf(cells.map(cellText).join('\n'))
    const found = bigrams.slice(next, next + 25).findIndex((other) => likeness(own, other) >= likeEnough)
    if (found === -1) continue
    next += found + 1
    pairs.push([index, next - 1])
  }
  // As many on both sides, and none alike: numbers were written over.
  return pairs.length === 0 && before.length === after.length ? before.map((_, place): Pair => [place, place]) : pairs
}

const wholeRow = (kind: 'removed' | 'added', { cells }: Row): TableRowDifference =>
  ({ kind, cells: cells.map((cell) => (kind === 'removed' ? { kind, before: cell } : { kind, after: cell })) })

const tableRows = (before: readonly Row[], after: readonly Row[]): TableRowDifference[] => {
  const rows: TableRowDifference[] = []
  const same = commonPairs(before.map(({ cells }) => rowKey(cells)), after.map(({ cells }) => rowKey(cells)))
  betweenPairs(same, [before.length, after.length], (from, to, next) => {
    const [left, right] = [before.slice(from[0], to[0]), after.slice(from[1], to[1])]
    betweenPairs(likeRows(left, right), [left.length, right.length], (start, end, pair) => {
      rows.push(...left.slice(start[0], end[0]).map((row) => wholeRow('removed', row)), ...right.slice(start[1], end[1]).map((row) => wholeRow('added', row)))
      const [one, two] = pair ? [left[pair[0]], right[pair[1]]] : []
      if (one && two) rows.push({ kind: 'changed', cells: cellsOf(one.cells, two.cells) })
    })
    const [one, two] = next ? [before[next[0]], after[next[1]]] : []
    if (one && two) rows.push({ kind: 'same', cells: cellsOf(one.cells, two.cells) })
  })
  return rows
}

export const blockDifference = (before: Block, after: Block): BlockDifference => {
  const looks = looksDiffer(before, after)
  if (isLine(before) && isLine(after)) return { kind: 'line', parts: inlineParts(before.inlines, after.inlines), looks }
  if (isContainer(before) && isContainer(after)) {
    return { kind: 'blocks', rows: itemRows(before.blocks.map((block) => ({ block })), after.blocks.map((block) => ({ block }))), looks }
  }
  if (isTable(before) && isTable(after)) return { kind: 'table', rows: tableRows(before.rows, after.rows), looks }
  return { kind: 'whole' }
}
