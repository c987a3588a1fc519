/** The edge of a column's head: drawn by the pointer, or moved by arrow keys, as ARIA's window splitter; Home makes the column as narrow as it gets. */
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { minimalWidth, widest } from './widths'
import styles from './RecordTable.module.css'

const step = 10

const within = (width: number): number => Math.min(widest, Math.max(minimalWidth, Math.round(width)))

/** Undefined for a key that does not move it. */
const widthAfter = (key: string, width: number): number | undefined => {
  switch (key) {
    case 'ArrowLeft': return within(width - step)
    case 'ArrowRight': return within(width + step)
    case 'Home': return minimalWidth
    case 'End': return widest
    default: return undefined
  }
}

interface ColumnEdgeProps { name: string; width: number; onWidth: (width: number) => void }

export const ColumnEdge = ({ name, width, onWidth }: ColumnEdgeProps) => {
  const { t } = useTranslation('library-list')
  const [from, setFrom] = useState<number>()
  const [by, setBy] = useState(0)
  /** What the keys have asked for since the edge has the focus: the next one may come before it is kept. */
  const asked = useRef<number>(undefined)
  const begin = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    asked.current = undefined
    event.currentTarget.setPointerCapture(event.pointerId)
    setFrom(event.clientX)
    setBy(0)
  }
  const end = (): void => {
    if (from !== undefined && by !== 0) onWidth(Math.round(width + by))
    setFrom(undefined)
    setBy(0)
  }
  /** Every key ends here: the head around it sorts by Enter. */
  const pressed = (event: KeyboardEvent): void => {
    if (event.key === 'Tab' || event.ctrlKey || event.metaKey || event.altKey) return
    event.stopPropagation()
    const next = widthAfter(event.key, asked.current ?? width)
    if (next === undefined) return
    event.preventDefault()
    asked.current = next
    onWidth(next)
  }
  return (
    <span
      role="separator" tabIndex={0} aria-orientation="vertical" aria-label={t('columns.width', { column: name })} aria-valuemin={minimalWidth} aria-valuemax={widest} aria-valuenow={Math.round(width)}
      className={styles.edge} data-drawn={from !== undefined || undefined} style={{ transform: `translateX(${by}px)` }} title={t('columns.draw', { column: name })}
      onKeyDown={pressed} onBlur={() => { asked.current = undefined }} onPointerDown={begin} onClick={(event) => { event.stopPropagation() }}
      onPointerMove={(event) => { if (from !== undefined) setBy(within(width + event.clientX - from) - width) }}
      onPointerUp={end} onPointerCancel={() => { setFrom(undefined); setBy(0) }}
    />
  )
}
