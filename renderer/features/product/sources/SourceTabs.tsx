/** The sources by their titles, one of them in sight. A row that scrolls: however many there are, each is reached by the arrow keys. */
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import type { ProductSource } from '#shared/contract/products'
import styles from './Source.module.css'

interface SourceTabsProps {
  id: string
  sources: readonly ProductSource[]
  active: string
  onChange: (recordId: string) => void
}

const moves: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowRight: (at, count) => (at + 1) % count, ArrowLeft: (at, count) => (at - 1 + count) % count, Home: () => 0, End: (_at, count) => count - 1,
}

export const SourceTabs = ({ id, sources, active, onChange }: SourceTabsProps) => {
  const { t } = useTranslation('product')
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => { list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' }) }, [active])
  const pressed = (event: KeyboardEvent): void => {
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    const next = move(sources.findIndex(({ recordId }) => recordId === active), sources.length)
    const source = sources[next]
    if (source) onChange(source.recordId)
    list.current?.querySelectorAll('button')[next]?.focus()
  }
  return (
    <div ref={list} role="tablist" aria-label={t('sources.title')} className={styles.tabs} onKeyDown={pressed}>
      {sources.map(({ recordId, row, title, state }) => (
        <button
          key={recordId} type="button" role="tab" id={`${id}-${recordId}`} aria-selected={recordId === active} aria-controls={`${id}-panel`} tabIndex={recordId === active ? 0 : -1}
          className={styles.tab} title={title} onClick={() => onChange(recordId)}
        >
          {row && <TypeMark type={row.type} size={16} />}<span className={styles.tabName}>{title || t('sources.unnamed')}</span>
          {state !== 'current' && <span className={styles.dot} data-state={state} role="img" aria-label={t(`sources.state.${state}`)} />}
        </button>
      ))}
    </div>
  )
}
