/** Choosing sources: search, choose by arrow keys and Enter or by a click, and see below what is chosen. */
import { Input } from 'antd'
import { Check, SearchIcon } from 'lucide-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecordRow } from '#shared/contract/records'
import { ChosenSources } from './ChosenSources'
import styles from './SourcePicker.module.css'
import { useSourceRows } from './useSourceRows'

interface SourcePickerProps {
  chosen: readonly RecordRow[]
  onChange: (chosen: readonly RecordRow[]) => void
  /** Records that are sources already. */
  taken: ReadonlySet<string>
  autoFocus?: boolean
}

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

export const SourcePicker = ({ chosen, onChange, taken, autoFocus = false }: SourcePickerProps) => {
  const { t } = useTranslation('product')
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { rows = [], isRecent, isCurrent, error, retry } = useSourceRows(text)
  const active = rows[Math.min(at, rows.length - 1)]
  useEffect(() => { list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' }) }, [active?.id])

  const isChosen = (row: RecordRow): boolean => chosen.some((other) => other.id === row.id)
  const toggle = (row: RecordRow): void => {
    if (!taken.has(row.id)) onChange(isChosen(row) ? chosen.filter((other) => other.id !== row.id) : [...chosen, row])
  }
  // Enter that comes before the answer means the first of the answer.
  const isWaiting = useRef(false)
  useEffect(() => {
    if (!isCurrent || !isWaiting.current) return
    isWaiting.current = false
    if (active) toggle(active)
  })
  const pressed = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (!active && isCurrent)) return
    const move = moves[event.key]
    if (event.key === 'Enter' && isCurrent && active) toggle(active)
    else if (event.key === 'Enter') isWaiting.current = true
    if (move !== undefined && rows.length > 0) setAt((Math.min(at, rows.length - 1) + move + rows.length) % rows.length)
    if (event.key === 'Enter' || move !== undefined) event.preventDefault()
  }

  return (
    <div className={styles.picker}>
      <Input
        value={text} maxLength={1000} placeholder={t('picker.placeholder')} prefix={<SearchIcon size={15} aria-hidden="true" />} autoFocus={autoFocus} autoComplete="off" spellCheck={false}
        role="combobox" aria-label={t('picker.search')} aria-expanded={rows.length > 0} aria-controls={id} aria-autocomplete="list" aria-activedescendant={active && `${id}-${active.id}`}
        onChange={(event) => { setText(event.target.value); setAt(0); isWaiting.current = false }} onKeyDown={pressed}
      />
      {error && <ErrorPanel error={error} what={t('picker.failed')} onRetry={retry} />}
      {isRecent && rows.length > 0 && <p className={styles.label}>{t('picker.recent')}</p>}
      {!isRecent && rows.length === 0 && !error && <p className={styles.none}>{t('picker.none')}</p>}
      <div ref={list} id={id} role="listbox" aria-multiselectable="true" aria-label={t('picker.results')} className={styles.results} hidden={rows.length === 0}>
        {rows.map((row, index) => (
          <div
            key={row.id} id={`${id}-${row.id}`} role="option" aria-selected={isChosen(row)} aria-disabled={taken.has(row.id) || undefined}
            className={styles.row} data-active={row.id === active?.id || undefined} onMouseMove={() => { if (index !== at) setAt(index) }} onClick={() => toggle(row)}
          >
            <TypeMark type={row.type} /><span className={styles.title}>{row.title}</span>
            <span className={styles.where}>{taken.has(row.id) ? t('picker.taken') : row.team || row.unit}</span>
            {isChosen(row) && <Check size={15} aria-hidden="true" />}
          </div>
        ))}
      </div>
      <ChosenSources rows={chosen} onRemove={toggle} />
    </div>
  )
}
