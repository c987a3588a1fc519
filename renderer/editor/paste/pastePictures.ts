/** Pictures on their way from a clipboard into the text: first a mark among the blocks that were read, then a place that waits. */
import { $isElementNode, type LexicalNode } from 'lexical'
import { z } from 'zod'
import type { Inline } from '#shared/model/body/inlines'
import { $isInlineAtomNode } from '../nodes/InlineAtomNode'
import { $createPendingPictureNode } from '../nodes/PendingPictureNode'
import { waitForPicture } from '../pictures/waitingPictures'
import type { FoundPicture } from './pictureSources'

const PastedPicture = z.object({
  type: z.literal('pastedPicture'), pictureId: z.string(), name: z.string(), alt: z.string(), width: z.number().positive().optional(),
})

/** Stands in the blocks until they are put into the editor; it never becomes part of a body. */
export const markOf = ({ file, alt, width }: FoundPicture & { file: File }): Inline => ({
  type: 'pastedPicture', pictureId: waitForPicture(file), name: alt || file.name, alt, ...(width ? { width } : {}),
} satisfies z.infer<typeof PastedPicture>)

/** Makes the marks among new nodes places that wait for their pictures. */
export const $placePictures = (nodes: readonly LexicalNode[]): void => {
  for (const node of nodes) {
    if ($isElementNode(node)) { $placePictures(node.getChildren()); continue }
    const mark = $isInlineAtomNode(node) ? PastedPicture.safeParse(node.getInline()) : undefined
    if (!mark?.success) continue
    const { pictureId, name, alt, width } = mark.data
    node.replace($createPendingPictureNode({ pictureId, name, failure: 'none', alt, ...(width ? { width } : {}) }))
  }
}
