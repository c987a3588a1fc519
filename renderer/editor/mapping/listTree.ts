/** Flat list items as nested lists: what both the mapping to Lexical and the reading view draw lists from. */
import { isKnownBlock, type Block, type ListItemBlock } from '#shared/model/body/blocks'

export interface ListTree {
  kind: ListItemBlock['list']
  entries: ListEntry[]
}

/** An item, or a list one level deeper. */
export type ListEntry = { item: ListItemBlock } | { nested: ListTree }

const isListItem = (block: Block): block is ListItemBlock => isKnownBlock(block) && block.type === 'listItem'

/** A run of neighbouring list items, or a block of another kind. */
export type Gathered = { list: ListItemBlock[] } | { block: Block }

export const gatherLists = (blocks: readonly Block[]): Gathered[] => {
  const out: Gathered[] = []
  for (const block of blocks) {
    const last = out.at(-1)
    if (!isListItem(block)) out.push({ block })
    else if (last && 'list' in last) last.list.push(block)
    else out.push({ list: [block] })
  }
  return out
}

/**
 * Nests a run of list items. A change of kind at a level begins another list there; a level that is skipped is filled with
 * lists that hold only the deeper one.
 */
export const nestLists = (items: readonly ListItemBlock[]): ListTree[] => {
  const roots: ListTree[] = []
  const open: ListTree[] = []
  for (const item of items) {
    open.length = Math.min(open.length, item.level + 1)
    if (open.length === item.level + 1 && open[item.level]?.kind !== item.list) open.length = item.level
    while (open.length <= item.level) {
      const list: ListTree = { kind: item.list, entries: [] }
      const parent = open.at(-1)
      if (parent) parent.entries.push({ nested: list })
      else roots.push(list)
      open.push(list)
    }
    open[item.level]?.entries.push({ item })
  }
  return roots
}
