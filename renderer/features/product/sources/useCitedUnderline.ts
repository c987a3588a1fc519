/** Underlines the passages that are cited already, by the browser's own highlights, since they run across what is drawn. */
import { useEffect, type RefObject } from 'react'
import { blockElement, rangeIn } from '#renderer/editor'
import type { Span } from './citedSpans'

const name = 'lf-cited'

/** `shown` are the blocks that are drawn now. */
export const useCitedUnderline = (root: RefObject<HTMLElement | null>, cited: ReadonlyMap<string, readonly Span[]>, shown: readonly string[]): void => {
  useEffect(() => {
    const element = root.current
    if (!element || !('highlights' in CSS)) return
    const ranges = [...cited].flatMap(([id, spans]) => {
      const block = blockElement(element, id)
      return block ? spans.flatMap(({ start, end }) => rangeIn(block, start, end) ?? []) : []
    })
    CSS.highlights.set(name, new Highlight(...ranges))
    return () => { CSS.highlights.delete(name) }
  }, [root, cited, shown])
}
