/** What an excerpt would be taken of: the selected text, or the block that the keys are on. Q takes it, Enter too on a block; S into the step that is written in. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { blockIdOf } from '#renderer/editor'
import { wholeBlock, type Choice } from './choice'
import { readSelection } from './readSelection'

/** As a quote in the text, or into the cell of a step. */
export type TakenAs = 'quote' | 'step'

export interface Picked {
  choice: Choice
  /** Its lower edge, in CSS pixels from the top of the root. */
  bottom: number
}

const focusedBlock = (root: HTMLElement, ids: readonly string[]): HTMLElement | undefined => {
  const focused = document.activeElement
  return focused instanceof HTMLElement && root.contains(focused) && ids.includes(blockIdOf(focused)) ? focused : undefined
}

const pick = (root: HTMLElement, ids: readonly string[], byKey: boolean): Picked | undefined => {
  const bottomOf = (place: Element | Range): number => place.getBoundingClientRect().bottom - root.getBoundingClientRect().top
  const selected = readSelection(root, ids)
  if (selected) return { choice: selected.choice, bottom: bottomOf(selected.range) }
  const block = focusedBlock(root, ids)
  return block && (byKey || block.matches(':focus-visible')) ? { choice: wholeBlock(blockIdOf(block)), bottom: bottomOf(block) } : undefined
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select, [role=dialog]') !== null)

/** `ids` are the blocks in order, none where nothing can be taken. */
export const usePicked = (root: RefObject<HTMLElement | null>, ids: readonly string[], onTake: (choice: Choice, as: TakenAs) => void): Picked | undefined => {
  const [picked, setPicked] = useState<Picked>()
  const take = useRef(onTake)
  useEffect(() => { take.current = onTake })

  useEffect(() => {
    const element = root.current
    if (!element) return
    const control = new AbortController()
    const { signal } = control
    let isDragging = false
    /** The block that the last excerpt was taken of: it is not offered again at once. */
    let done: Element | undefined
    const look = (): void => {
      if (isDragging) return
      const isDone = done !== undefined && done === document.activeElement && document.getSelection()?.isCollapsed !== false
      setPicked(isDone ? undefined : pick(element, ids, false))
    }
    document.addEventListener('selectionchange', look, { signal })
    element.addEventListener('pointerdown', () => { isDragging = true }, { signal })
    const letGo = (): void => { isDragging = false; look() }
    window.addEventListener('pointerup', letGo, { signal })
    // What begins as a press may become scrolling by a finger, or carrying the selected text away: then no button is let go.
    window.addEventListener('pointercancel', letGo, { signal })
    element.addEventListener('focusin', () => { done = undefined; look() }, { signal })
    element.addEventListener('focusout', () => requestAnimationFrame(look), { signal })
    window.addEventListener('keydown', (event) => {
      if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const takes = event.key === 'q' || event.key === 'Q' || (event.key === 'Enter' && event.target === focusedBlock(element, ids))
      const intoStep = event.key === 's' || event.key === 'S'
      const found = takes || intoStep ? pick(element, ids, true) : undefined
      if (!found) return
      event.preventDefault()
      done = focusedBlock(element, ids)
      take.current(found.choice, intoStep ? 'step' : 'quote')
      look()
    }, { signal })
    return () => control.abort()
  }, [root, ids])

  return picked
}
