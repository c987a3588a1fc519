/** Options to choose from by a field that keeps the focus: the arrow keys of that field move among them. */
import { useEffect, useRef, type ReactNode } from 'react'
import css from './floating.module.css'

export interface PanelOption {
  id: string
  icon: ReactNode
  label: string
  note?: string
}

interface OptionListProps {
  id: string
  label: string
  options: readonly PanelOption[]
  /** The index of the one that Enter takes. */
  active: number
  onActive: (index: number) => void
  onChoose: (index: number) => void
  /** The field is no combobox, so that the list itself must be reachable to be scrolled. */
  isReachable?: boolean
}

export const optionId = (listId: string, index: number): string => `${listId}-${index}`

/** The index after an arrow key, counted round; undefined for other keys. */
export const movedIndex = (key: string, active: number, count: number): number | undefined => {
  if (count === 0) return undefined
  if (key === 'ArrowDown') return (active + 1) % count
  if (key === 'ArrowUp') return (active - 1 + count) % count
  return undefined
}

export const OptionList = ({ id, label, options, active, onActive, onChoose, isReachable = false }: OptionListProps) => {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => { list.current?.children[active]?.scrollIntoView({ block: 'nearest' }) }, [active])
  return (
    <ul ref={list} id={id} className={css.list} role="listbox" aria-label={label} {...(isReachable ? { tabIndex: 0 } : {})}>
      {options.map((option, index) => (
        <li
          key={option.id} id={optionId(id, index)} className={css.option} role="option" aria-selected={index === active}
          onMouseMove={() => { if (index !== active) onActive(index) }} onMouseDown={(event) => { event.preventDefault() }} onClick={() => { onChoose(index) }}
        >
          {option.icon}
          <span className={css.optionText}>{option.label}</span>
          {option.note !== undefined && option.note !== '' && <span className={css.optionNote}>{option.note}</span>}
        </li>
      ))}
    </ul>
  )
}
