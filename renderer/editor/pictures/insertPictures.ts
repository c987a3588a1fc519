/** Where pictures go: into the text as places that wait, then, once stored, as blocks of their own or into the line. */
import { $createParagraphNode, $getSelection, $isParagraphNode, $isRangeSelection, $isRootOrShadowRoot, type ElementNode } from 'lexical'
import type { AttachmentRef } from '#shared/model/record'
import { $createBlockAtomNode } from '../nodes/BlockAtomNode'
import { $createInlineAtomNode } from '../nodes/InlineAtomNode'
import { $createPendingPictureNode, type PendingPictureNode } from '../nodes/PendingPictureNode'
import { $goOnBehind, $leaveRoom, $putBlockAndGoOn } from '../putBlock'
import { waitForPicture } from './waitingPictures'

export const $pendingOfFile = (file: File): PendingPictureNode =>
  $createPendingPictureNode({ pictureId: waitForPicture(file), name: file.name, failure: 'none' })

/** Puts files at the caret, each in a line of its own, in their order. */
export const $insertPictures = (files: readonly File[]): void => {
  const [first, ...others] = files.map((file) => $createParagraphNode().append($pendingOfFile(file)))
  if (!first) return
  $putBlockAndGoOn(first)
  for (const line of others.reverse()) first.insertAfter(line)
}

/** Larger than what one puts into a line of text, in CSS pixels. */
const inlineLimit = 64

const $holdsCaret = (line: ElementNode): boolean => {
  const selection = $getSelection()
  return $isRangeSelection(selection) && [selection.anchor, selection.focus].some((point) => line.is(point.getNode()) || line.isParentOf(point.getNode()))
}

/** Puts the stored picture in the place that waited for it. Its size in pixels; it is shown as wide as it was where it came from. */
export const $settlePicture = (pending: PendingPictureNode, attachment: AttachmentRef, size: { width: number, height: number }): void => {
  const { alt = '', width = size.width } = pending.getPicture()
  const shown = { width, height: Math.max(1, Math.round(size.height * width / size.width)) }
  const picture = { type: 'image', attachment: attachment.sha256, alt, ...shown } as const
  const line = pending.getParent()
  if (!$isParagraphNode(line) || !$isRootOrShadowRoot(line.getParent())) {
    pending.replace($createInlineAtomNode(picture))
    return
  }
  const isAlone = line.getChildrenSize() === 1 || line.getTextContent().trim() === ''
  if (!isAlone && shown.height <= inlineLimit) {
    pending.replace($createInlineAtomNode(picture))
    return
  }
  const figure = $createBlockAtomNode(picture)
  const hadCaret = $holdsCaret(line)
  line.insertAfter(figure)
  pending.remove(true)
  if (line.isEmpty()) {
    line.remove(true)
    if (hadCaret) $goOnBehind(figure, figure.getNextSibling())
  }
  $leaveRoom(figure)
}
