/**
 * Reads an editor's body again and again while it is written: only what changed since, so that a long body takes no longer than the paragraph
 * that is typed in. Sections that are as they were are the same objects as before, also those that the editor was filled with.
 */
import { HISTORIC_TAG, type EditorState, type LexicalEditor } from 'lexical'
import type { Body } from '#shared/model/body/body'
import { $readBody, nothingRead, type ReadBefore } from './body'

export interface BodyReader {
  /** The body as a state of the editor holds it. */
  read: (state: EditorState) => Body
  stop: () => void
}

/** `filledWith`: what the editor was filled with. */
export const createBodyReader = (editor: LexicalEditor, filledWith: Body): BodyReader => {
  const written = new Map(filledWith.sections.map((section) => [section.id, section]))
  let latest = editor.getEditorState()
  let before: ReadBefore = nothingRead(written)

  const stop = editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
    latest = editorState
    // A state that is put in whole, as undoing does, does not say what is other in it: only its root is dirty.
    const isWhole = dirtyElements.size === 1 && dirtyElements.has('root') && dirtyLeaves.size === 0
    if (isWhole || tags.has(HISTORIC_TAG)) before = nothingRead(written)
    for (const keys of [dirtyElements.keys(), dirtyLeaves]) {
      for (const key of keys) {
        before.blocks.delete(key)
        before.sections.delete(key)
      }
    }
  })

  return { read: (state) => state.read(() => $readBody(state === latest ? before : nothingRead(written)), { editor }), stop }
}
