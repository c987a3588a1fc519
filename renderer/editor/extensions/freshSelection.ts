/** Keys act where the caret is. The browser tells a moved caret only with its next frame: End and, at once, Ctrl+B or Enter would otherwise act where it was before. */
import { defineExtension, type LexicalEditor } from 'lexical'

type Ends = Pick<Selection, 'anchorNode' | 'anchorOffset' | 'focusNode' | 'focusOffset'>

const endsOf = ({ anchorNode, anchorOffset, focusNode, focusOffset }: Selection): Ends => ({ anchorNode, anchorOffset, focusNode, focusOffset })

const areSame = (a: Ends, b: Ends): boolean =>
  a.anchorNode === b.anchorNode && a.anchorOffset === b.anchorOffset && a.focusNode === b.focusNode && a.focusOffset === b.focusOffset

const listen = (root: HTMLElement): () => void => {
  const { ownerDocument } = root
  let told: Ends | undefined
  const remember = (): void => {
    const selection = ownerDocument.getSelection()
    told = selection ? endsOf(selection) : undefined
  }
  const tell = (event: KeyboardEvent): void => {
    const selection = ownerDocument.getSelection()
    if (!selection || event.isComposing || (told && areSame(told, endsOf(selection)))) return
    ownerDocument.dispatchEvent(new Event('selectionchange'))
  }
  ownerDocument.addEventListener('selectionchange', remember)
  root.addEventListener('keydown', tell, { capture: true })
  return () => {
    ownerDocument.removeEventListener('selectionchange', remember)
    root.removeEventListener('keydown', tell, { capture: true })
  }
}

export const FreshSelectionExtension = defineExtension({
  name: 'lf/fresh-selection',
  register: (editor: LexicalEditor) => editor.registerRootListener((root) => (root ? listen(root) : undefined)),
})
