/** Finds a record by what is typed, of those that may be taken. */
import { Input } from 'antd'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useFoundRecords } from '#renderer/features/find-record'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { RecordRow } from '#shared/contract/records'
import type { Citation } from '#shared/model/body/blocks'
import styles from './records.module.css'

interface RecordFinderProps { taken: readonly Citation[]; isOffered: (row: RecordRow) => boolean; isPinning: boolean; onPick: (id: string) => void }

const shownAtOnce = 8

export const RecordFinder = ({ taken, isOffered, isPinning, onPick }: RecordFinderProps) => {
  const { t } = useTranslation('meeting')
  const [typed, setTyped] = useState('')
  const found = useFoundRecords(typed, '')
  const rows = found.rows.filter((row) => isOffered(row) && !taken.some(({ recordId }) => recordId === row.id)).slice(0, shownAtOnce)
  const [first] = rows
  /** ↓ and ↑ go through what was found, from and back to what is typed. */
  const go = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.nativeEvent.isComposing || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input, li button')]
    stops[stops.findIndex((stop) => stop === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
  }
  return (
    <div className={styles.finder} onKeyDown={go}>
      <Input
        autoFocus size="small" value={typed} aria-label={t('records.find')} placeholder={t('records.find')} onChange={(event) => setTyped(event.target.value)} disabled={isPinning}
        onPressEnter={() => { if (first) onPick(first.id) }}
      />
      <ul>{rows.map(({ id, type, title, number }) => <li key={id}><button type="button" onClick={() => onPick(id)}><TypeMark type={type} size={16} /><span>{title}</span><small>{number}</small></button></li>)}</ul>
      {rows.length === 0 && <p role="status">{found.isEmpty ? t('records.hint') : found.isSearching ? t('records.searching') : t('records.none')}</p>}
    </div>
  )
}
