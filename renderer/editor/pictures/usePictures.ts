/** Takes pictures that were pasted, dropped or chosen into the library, and says at their place when one could not be. */
import { DRAG_DROP_PASTE } from '@lexical/rich-text'
import { $getNodeByKey, $setState, COMMAND_PRIORITY_HIGH, HISTORY_MERGE_TAG, mergeRegister, SKIP_DOM_SELECTION_TAG, type LexicalEditor, type NodeKey } from 'lexical'
import { useEffect } from 'react'
import type { AttachmentRef } from '#shared/model/record'
import { pendingPictureState, type PendingPicture } from '../nodes/pendingPicture'
import { $isPendingPictureNode, PendingPictureNode } from '../nodes/PendingPictureNode'
import { $insertPictures, $settlePicture } from './insertPictures'
import { forgetPicture, largestPicture, pictureSize, waitingPicture } from './waitingPictures'

export const isPicture = (file: File): boolean => file.type.startsWith('image/')

/** For what arrives by itself: whoever writes in the title, or chooses the size of a table, by then, is left there. */
const arrivalTags = (editor: LexicalEditor): string[] => {
  const root = editor.getRootElement()
  return root?.matches(':focus') ? [HISTORY_MERGE_TAG] : [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG]
}

const fail = (editor: LexicalEditor, key: NodeKey, failure: PendingPicture['failure']): void => {
  editor.update(() => {
    const node = $getNodeByKey(key)
    if ($isPendingPictureNode(node)) $setState(node, pendingPictureState, (picture) => ({ ...picture, failure }))
  }, { tag: arrivalTags(editor) })
}

const store = async (editor: LexicalEditor, key: NodeKey, file: File, addPicture: (file: File) => Promise<AttachmentRef>): Promise<void> => {
  if (file.size > largestPicture) { fail(editor, key, 'tooLarge'); return }
  const size = await pictureSize(file)
  if (!size) { fail(editor, key, 'unreadable'); return }
  let attachment: AttachmentRef
  try {
    attachment = await addPicture(file)
  } catch (error) {
    // What went wrong is told at the picture's place; the cause is for whoever looks into it.
    console.error(error)
    fail(editor, key, 'notStored')
    return
  }
  editor.update(() => {
    const node = $getNodeByKey(key)
    if ($isPendingPictureNode(node)) $settlePicture(node, attachment, size)
  }, { tag: arrivalTags(editor) })
}

export const usePictures = (editor: LexicalEditor, addPicture: (file: File) => Promise<AttachmentRef>): void => {
  useEffect(() => {
    const seen = new Set<string>()
    const underWay = new Set<NodeKey>()
    const start = (key: NodeKey): void => {
      const picture = editor.read(() => { const node = $getNodeByKey(key); return $isPendingPictureNode(node) ? node.getPicture() : undefined })
      if (picture?.failure !== 'none' || underWay.has(key)) return
      const file = waitingPicture(picture.pictureId)
      if (!file) { fail(editor, key, 'unreadable'); return }
      seen.add(picture.pictureId)
      underWay.add(key)
      void store(editor, key, file, addPicture).finally(() => underWay.delete(key))
    }
    const stop = mergeRegister(
      editor.registerMutationListener(PendingPictureNode, (mutations) => {
        for (const [key, mutation] of mutations) if (mutation !== 'destroyed') start(key)
      }),
      editor.registerCommand(DRAG_DROP_PASTE, (files) => {
        const pictures = files.filter(isPicture)
        $insertPictures(pictures)
        return pictures.length > 0
      }, COMMAND_PRIORITY_HIGH),
    )
    return () => {
      stop()
      for (const id of seen) forgetPicture(id)
    }
  }, [editor, addPicture])
}
