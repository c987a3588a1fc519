/** A row of tools as one stop of the Tab key: the tool that had the focus last, else the first that can be used. The arrow keys go on from it. */
import { useLayoutEffect, useRef, type FocusEvent, type ReactNode } from 'react'
import { moveFocus } from './moveFocus'

interface ToolRowProps {
  className: string | undefined
  label: string
  children: ReactNode
}

/** What the buttons of a row are to the Tab key is known from all of them together: whichever can't be used now is no stop. */
const keepOneStop = (row: HTMLElement, last: HTMLElement | undefined): void => {
  const tools = [...row.querySelectorAll<HTMLButtonElement>('button')]
  const usable = tools.filter((tool) => !tool.disabled)
  const stop = usable.find((tool) => tool === last) ?? usable[0]
  for (const tool of tools) tool.tabIndex = tool === stop ? 0 : -1
}

export const ToolRow = ({ className, label, children }: ToolRowProps) => {
  const row = useRef<HTMLDivElement>(null)
  const last = useRef<HTMLElement>(undefined)
  useLayoutEffect(() => { if (row.current) keepOneStop(row.current, last.current) })
  const onFocus = ({ target, currentTarget }: FocusEvent<HTMLElement>): void => {
    // What a tool opens is drawn elsewhere, and is no tool.
    if (!currentTarget.contains(target)) return
    last.current = target
    keepOneStop(currentTarget, target)
  }
  return <div ref={row} className={className} role="toolbar" aria-label={label} onKeyDown={moveFocus} onFocus={onFocus}>{children}</div>
}
