/** What a changed row marks on either side: the parts of lines, and blocks inside it that are on one side only. */
import type { LinesInParts } from '#renderer/editor'
import type { Block } from '#shared/model/body/blocks'
import type { Inline } from '#shared/model/body/inlines'
import { blockInlines } from '#shared/model/body/walk'
import { blockDifference, cellRows } from '#shared/model/difference/blocks'
import type { DifferenceRow } from '#shared/model/difference/bodies'
import type { InlinePart } from '#shared/model/difference/texts'

export type BlockMark = 'removed' | 'added' | 'moved' | 'looks'

export interface MarkedSide { lines: LinesInParts; blocks: ReadonlyMap<string, BlockMark> }

interface Side { lines: Map<readonly Inline[], readonly InlinePart[]>; blocks: Map<string, BlockMark> }

interface Sides { before: Side; after: Side }

const newSide = (): Side => ({ lines: new Map(), blocks: new Map() })

const mark = (side: Side, item: DifferenceRow extends infer Row ? Row extends { before: infer Item } ? Item : never : never, as: BlockMark): void => {
  if ('block' in item) side.blocks.set(item.block.id, as)
}

const markRows = (rows: readonly DifferenceRow[], { before, after }: Sides): void => {
  for (const row of rows) {
    switch (row.kind) {
      case 'same': break
      case 'removed': mark(before, row.before, 'removed'); break
      case 'added': mark(after, row.after, 'added'); break
      case 'movedAway': mark(before, row.before, 'moved'); break
      case 'movedHere': mark(after, row.after, 'moved'); break
      case 'changed': if ('block' in row.before && 'block' in row.after) markPair(row.before.block, row.after.block, { before, after })
    }
  }
}

const markPair = (before: Block, after: Block, sides: Sides): void => {
  const difference = blockDifference(before, after)
  if (difference.kind === 'whole') {
    sides.before.blocks.set(before.id, 'removed')
    sides.after.blocks.set(after.id, 'added')
    return
  }
  if (difference.looks) for (const [side, block] of [[sides.before, before], [sides.after, after]] as const) side.blocks.set(block.id, 'looks')
  switch (difference.kind) {
    case 'line':
      sides.before.lines.set(blockInlines(before), difference.parts.filter(({ kind }) => kind !== 'added'))
      sides.after.lines.set(blockInlines(after), difference.parts.filter(({ kind }) => kind !== 'removed'))
      break
    case 'blocks': markRows(difference.rows, sides); break
    case 'table':
      for (const { cells } of difference.rows) for (const cell of cells) if (cell.kind !== 'same') markRows(cellRows(cell), sides)
  }
}

/** The marks of one row, on the sides that it stands on. */
export const markedSides = (row: DifferenceRow): { before: MarkedSide; after: MarkedSide } => {
  const sides = { before: newSide(), after: newSide() }
  if ((row.kind === 'changed' || row.kind === 'movedHere') && 'block' in row.before && 'block' in row.after) markPair(row.before.block, row.after.block, sides)
  // Where it was, what moved stands as it was.
  if (row.kind === 'movedHere') sides.before = newSide()
  return sides
}
