/** Where pictures go: into the text as places that wait, then, once stored, as blocks of their own or into the line. */
import { $createParagraphNode, $isParagraphNode, $isRootOrShadowRoot, type LexicalNode } from 'lexical'
import type { AttachmentRef } from '#shared/model/record'
import { $createFiller } from '../mapping/blocksToLexical'
import { $createBlockAtomNode } from '../nodes/BlockAtomNode'
import { $createInlineAtomNode } from '../nodes/InlineAtomNode'
import { $createPendingPictureNode, type PendingPictureNode } from '../nodes/PendingPictureNode'
import { $putBlock } from '../putBlock'
import { waitForPicture } from './waitingPictures'

export const $pendingOfFile = (file: File): PendingPictureNode =>
  $createPendingPictureNode({ pictureId: waitForPicture(file), name: file.name, failure: 'none' })

/** Puts files at the caret, each in a line of its own, in their order. */
export const $insertPictures = (files: readonly File[]): void => {
  for (const file of files) {
    const line = $createParagraphNode().append($pendingOfFile(file))
    $putBlock(line)
    line.selectNext(0, 0)
  }
}

/** Larger than what one puts into a line of text, in CSS pixels. */
const inlineLimit = 64

const $afterLast = (node: LexicalNode): void => {
  if (node.getNextSibling() === null) node.insertAfter($createFiller())
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
  line.insertAfter(figure)
  pending.remove(true)
  if (line.isEmpty()) line.remove(true)
  $afterLast(figure)
}
