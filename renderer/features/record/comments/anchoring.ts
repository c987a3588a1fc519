/** Between words on the page and the anchors of comments: what is selected as an anchor, an anchor as a range of what is drawn. */
import { blockElement, blockIdOf, nearestBlock, offsetIn, rangeIn, textOf } from '#renderer/editor'
import { commentLimits, findAnchor, type CommentAnchor } from '#shared/model/comments'

export interface SelectedWords { anchor: CommentAnchor; range: Range }

/** The innermost block that a range begins in; where it goes on into another, the words up to the end of the first are meant. */
export const selectedWords = (root: HTMLElement): SelectedWords | undefined => {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined
  const block = nearestBlock(range.startContainer)
  if (!block || !root.contains(block)) return undefined
  const text = textOf(block)
  const from = offsetIn(block, range.startContainer, range.startOffset)
  const to = block.contains(range.endContainer) ? offsetIn(block, range.endContainer, range.endOffset) : text.length
  const chosen = text.slice(from, Math.min(to, from + commentLimits.quote))
  const quote = chosen.trim()
  return quote === '' ? undefined : { anchor: { blockId: blockIdOf(block), quote, start: from + chosen.indexOf(quote) }, range }
}

/** Where the words of an anchor are drawn; undefined where they are no longer there. */
export const anchorRange = (root: HTMLElement, anchor: CommentAnchor): Range | undefined => {
  const block = blockElement(root, anchor.blockId)
  const place = block && findAnchor(textOf(block), anchor)
  return block && place ? rangeIn(block, place.start, place.end) : undefined
}

/** Whether a point of the window lies on what a range draws. */
export const isOn = (range: Range, x: number, y: number): boolean =>
  [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom)
