/**
 * Blocks far from the screen rest: of a long text the browser lays out and draws with each key only what is near. How high they are is taken
 * while all are drawn, so that nothing moves; where the column becomes wider or narrower, all are drawn again and it is taken anew.
 */
import { defineExtension, type LexicalEditor } from 'lexical'

const watch = (root: HTMLElement): () => void => {
  let width: number | undefined
  let frame = 0
  const observer = new ResizeObserver((entries) => {
    const now = entries.at(-1)?.contentRect.width
    if (now === width) return
    width = now
    delete root.dataset.farBlocksRest
    cancelAnimationFrame(frame)
    // The browser takes the heights of a frame at its end.
    frame = requestAnimationFrame(() => { frame = requestAnimationFrame(() => { root.dataset.farBlocksRest = '' }) })
  })
  observer.observe(root)
  return () => {
    cancelAnimationFrame(frame)
    observer.disconnect()
  }
}

export const FarBlocksExtension = defineExtension({
  name: 'lf/far-blocks',
  register: (editor: LexicalEditor) => editor.registerRootListener((root) => (root ? watch(root) : undefined)),
})
