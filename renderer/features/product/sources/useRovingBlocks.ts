/** The blocks of a source as one stop of the Tab key; the arrow keys go from one to the next. */
import { useCallback, useState, type KeyboardEvent, type RefObject } from 'react'
import type { BlockPropsOf } from '#renderer/editor'
import { blockElement, blockIdOf } from '#renderer/editor'

const moves: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last), ArrowUp: (at) => Math.max(at - 1, 0), Home: () => 0, End: (_at, last) => last,
}

export const useRovingBlocks = (root: RefObject<HTMLElement | null>, ids: readonly string[]) => {
  const [last, setLast] = useState<string>()
  const current = last !== undefined && ids.includes(last) ? last : ids[0]
  const blockProps = useCallback<BlockPropsOf>(
    (id) => (ids.includes(id) ? { tabIndex: id === current ? 0 : -1, 'aria-keyshortcuts': 'Q', onFocus: () => setLast(id) } : undefined),
    [ids, current],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    const at = event.target instanceof Element ? ids.indexOf(blockIdOf(event.target)) : -1
    if (!move || at === -1 || !root.current || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    blockElement(root.current, ids[move(at, ids.length - 1)] ?? '')?.focus()
  }
  return { blockProps, onKeyDown }
}
