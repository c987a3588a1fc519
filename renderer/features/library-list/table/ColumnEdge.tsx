/** The edge of a column's head, which is drawn to make it wider; by keys the width is set where columns are chosen. */
import { useState, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { minimalWidth } from './widths'
import styles from './RecordTable.module.css'

const widest = 800

interface ColumnEdgeProps { name: string; width: number; onWidth: (width: number) => void }

export const ColumnEdge = ({ name, width, onWidth }: ColumnEdgeProps) => {
  const { t } = useTranslation('library-list')
  const [from, setFrom] = useState<number>()
  const [by, setBy] = useState(0)
  const begin = (event: PointerEvent<HTMLElement>): void => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    setFrom(event.clientX)
    setBy(0)
  }
  const end = (): void => {
    if (from !== undefined && by !== 0) onWidth(Math.round(width + by))
    setFrom(undefined)
    setBy(0)
  }
  return (
    <span
      className={styles.edge} data-drawn={from !== undefined || undefined} style={{ transform: `translateX(${by}px)` }} title={t('columns.draw', { column: name })} aria-hidden="true"
      onPointerDown={begin} onClick={(event) => { event.stopPropagation() }}
      onPointerMove={(event) => { if (from !== undefined) setBy(Math.min(widest, Math.max(minimalWidth, width + event.clientX - from)) - width) }}
      onPointerUp={end} onPointerCancel={() => { setFrom(undefined); setBy(0) }}
    />
  )
}
