/** In a toolbar the arrow keys move between the tools, Home and End to the first and last. */
import type { KeyboardEvent } from 'react'

export const moveFocus = (event: KeyboardEvent<HTMLElement>): void => {
  const tools = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')]
  const at = tools.findIndex((tool) => tool === document.activeElement)
  const to = new Map([['ArrowRight', at + 1], ['ArrowLeft', at - 1], ['Home', 0], ['End', tools.length - 1]]).get(event.key)
  if (at === -1 || to === undefined) return
  event.preventDefault()
  tools[(to + tools.length) % tools.length]?.focus()
}
