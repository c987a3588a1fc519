/**
 * The words as a table of which only the rows in sight are drawn. The arrow keys go from row to row, Space chooses, F2 or Enter edits,
 * Delete removes; Tab leaves the table.
 */
import { Checkbox } from 'antd'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useSize } from '#renderer/ui/useSize'
import type { Word } from '#shared/contract/vocabularies'
import { WordLine, type WordLineEvents } from './WordLine'
import { rowHeight, type WordOrder } from './wordRows'
import styles from './words.module.css'

const headHeight = 34
const beyond = 6

interface WordTableProps extends WordLineEvents {
  label: string
  rows: readonly Word[]
  order: WordOrder | undefined
  onOrder: (order: WordOrder | undefined) => void
  /** The word whose name is being typed. */
  editing: string | undefined
}

export const WordTable = (props: WordTableProps) => {
  const { label, rows, withDetails, readOnly, chosen, onChoose, order, onOrder, editing, onEdit, onNamed, onRemove } = props
  const { t } = useTranslation('settings')
  const grid = useRef<HTMLDivElement>(null)
  const size = useSize(grid)
  const [scrollTop, setScrollTop] = useState(0)
  const [active, setActive] = useState(0)
  const height = (size?.height ?? 0) - headHeight
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond)
  const last = Math.min(rows.length, Math.ceil((scrollTop + height) / rowHeight) + beyond)
  const at = Math.min(active, rows.length - 1)
  const allChosen = rows.length > 0 && rows.every(({ name }) => chosen.has(name))
  const someChosen = rows.some(({ name }) => chosen.has(name))

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setActive(next)
    const element = grid.current
    if (!element) return
    if (next * rowHeight < element.scrollTop) element.scrollTop = next * rowHeight
    if ((next + 1) * rowHeight > element.scrollTop + height) element.scrollTop = (next + 1) * rowHeight - height
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return
    const word = rows[at]
    const page = Math.max(1, Math.floor(height / rowHeight) - 1)
    const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + page, PageUp: at - page, Home: 0, End: rows.length - 1 }
    const next = moves[event.key]
    if (next !== undefined) goTo(next)
    else if (!word || readOnly) return
    else if (event.key === ' ') onChoose([word.name], !chosen.has(word.name))
    else if (event.key === 'F2' || event.key === 'Enter') onEdit(word.name)
    else if (event.key === 'Delete') onRemove(word.name)
    else return
    event.preventDefault()
  }
  const focusTable = (): void => { grid.current?.focus({ preventScroll: true }) }
  const head = (by: WordOrder['by'], text: string, className?: string) => {
    const mine = order?.by === by ? order : undefined
    const Arrow = mine?.descending ? ArrowDown : ArrowUp
    return (
      <div role="columnheader" className={className} aria-sort={mine ? (mine.descending ? 'descending' : 'ascending') : 'none'}>
        <button type="button" className={styles.order} onClick={() => { onOrder(nextOrder(by, mine)) }}>{text}{mine && <Arrow size={13} aria-hidden="true" />}</button>
      </div>
    )
  }
  return (
    <div
      ref={grid} className={styles.table} data-details={withDetails || undefined} role="grid" tabIndex={0} aria-label={label} aria-rowcount={rows.length + 1}
      aria-multiselectable={!readOnly} aria-activedescendant={rows.length > 0 ? `word-${String(at)}` : undefined}
      onKeyDown={pressed} onScroll={({ currentTarget }) => { setScrollTop(currentTarget.scrollTop) }}
    >
      <div className={styles.heads} role="row" aria-rowindex={1}>
        <span role="columnheader" className={styles.check}>
          {!readOnly && <Checkbox checked={allChosen} indeterminate={!allChosen && someChosen} disabled={rows.length === 0} onChange={() => { onChoose(rows.map(({ name }) => name), !allChosen) }} aria-label={t('words.chooseAll')} />}
        </span>
        {head('name', t('words.name'))}
        {withDetails && head('unit', t('words.unit'))}
        {withDetails && head('role', t('words.role'))}
        {head('count', t('words.count'), styles.number ?? '')}
        <span role="columnheader" aria-label={t('words.actions')} />
      </div>
      <div className={styles.room} role="rowgroup" style={{ height: rows.length * rowHeight }}>
        {rows.slice(first, last).map((word, offset) => (
          <WordLine
            key={word.key} {...props} word={word} index={first + offset} isActive={first + offset === at} isEditing={editing === word.name}
            onPoint={() => { setActive(first + offset) }} onNamed={(name, into) => { onNamed(name, into); focusTable() }}
          />
        ))}
      </div>
    </div>
  )
}

/** The first press orders, the second turns the order round, the third gives the library's own back. */
const nextOrder = (by: WordOrder['by'], now: WordOrder | undefined): WordOrder | undefined => {
  const begins = by === 'count'
  if (!now) return { by, descending: begins }
  return now.descending === begins ? { by, descending: !begins } : undefined
}
