/** The selection of the page as a choice of a source's blocks. */
import { blockElement, blockIdOf, nearestBlock, offsetIn, textOf } from '#renderer/editor'
import { blocksChoice, passageChoice, type Block, type Choice, type Point } from './choice'

/** The block of `ids` that a node stands in. */
const outermost = (node: Node, ids: ReadonlySet<string>): Element | null => {
  let found = nearestBlock(node)
  while (found && !ids.has(blockIdOf(found))) found = found.parentElement ? nearestBlock(found.parentElement) : null
  return found
}

const isLine = (element: Element): boolean => element.matches('p, li, h3, h4, h5, h6')

export interface Selected { choice: Choice; range: Range }

/** What is selected in `root`, whose blocks are `ids` in order; undefined where nothing is. */
export const readSelection = (root: HTMLElement, ids: readonly string[]): Selected | undefined => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const line = nearestBlock(range.startContainer)
  if (line && isLine(line) && line === nearestBlock(range.endContainer)) {
    const [from, to] = [offsetIn(line, range.startContainer, range.startOffset), offsetIn(line, range.endContainer, range.endOffset)]
    const choice = passageChoice({ id: blockIdOf(line), text: textOf(line) }, from, to)
    return choice && { choice, range }
  }
  const known = new Set(ids)
  const pointAt = (node: Node, offset: number): Point | undefined => {
    const block = outermost(node, known)
    return block ? { blockId: blockIdOf(block), offset: offsetIn(block, node, offset) } : undefined
  }
  const from = pointAt(range.startContainer, range.startOffset)
  const to = pointAt(range.endContainer, range.endOffset)
  const blocks = ids.flatMap((id): Block[] => { const element = blockElement(root, id); return element ? [{ id, text: textOf(element) }] : [] })
  const choice = from && to && blocksChoice(blocks, from, to)
  return choice && { choice, range }
}
