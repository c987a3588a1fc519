/** The agenda: items one after another on a rail of time, edited in place by mouse and keys; an empty one teaches and offers a beginning. */
import { Button, Dropdown, Space } from 'antd'
import { ChevronDown, Clock, Plus } from 'lucide-react'
import { useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenRecord } from '#renderer/features/record'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { agendaOf, timeText, type AgendaItem, type AgendaKind } from '#shared/model/meeting/agenda'
import { focusSoon, soon } from '../focusSoon'
import { useKeptScroll, type KeptPlace } from '../leftOff'
import { UndoStep } from '../rows/UndoStep'
import type { Rows } from '../rows/useRows'
import { useUndoKey } from '../rows/useUndoKey'
import { AgendaCard, type ItemFigures, type ItemMoves } from './AgendaCard'
import { agendaFrom, movedItem, newItem, totalMinutes, withMovedRecord, type AgendaTemplate } from './agendaRows'
import styles from './agenda.module.css'
import { agendaKinds } from './ItemForm'

interface AgendaPartProps {
  place: KeptPlace; open: OpenRecord; table: Rows; readOnly: boolean; people: readonly string[]
  figures: ReadonlyMap<string, ItemFigures> | undefined
  /** Titles of records that are not in the library, by the items that show them. */
  missing: ReadonlyMap<string, readonly string[]>
  chosen: string | undefined; onChoose: (id: string | undefined) => void
}

/** What is dragged: an item, or a record of one. */
type Dragged = { kind: 'item'; id: string } | { kind: 'record'; id: string; recordId: string }

const newDayAt = (items: readonly AgendaItem[], index: number): string | undefined => {
  const day = items[index]?.day ?? ''
  return day !== '' && items.some((item) => item.day !== day) && items[index - 1]?.day !== day ? day : undefined
}

export const AgendaPart = ({ place, open: { session, view: { record: { content } } }, table, readOnly, people, figures, missing, chosen, onChoose }: AgendaPartProps) => {
  const { t } = useTranslation('meeting')
  const items = agendaOf({ date: content.date, fields: { agenda: table.rows } })
  const [dragged, setDragged] = useState<Dragged>()
  const [over, setOver] = useState<string>()
  const undoKey = useUndoKey(table)
  const part = useRef<HTMLElement>(null)
  const rail = useKeptScroll<HTMLOListElement>(place, 'agenda')
  const ends = items.at(-1)?.ends ?? null

  const add = (kind: AgendaKind, at = table.rows.length): void => {
    const row = newItem(kind, kind === 'break' ? t('template.tea') : '')
    table.add(row, at)
    onChoose(row.id)
    focusSoon(`agenda-${row.id}-title`)
  }
  const begin = (template: AgendaTemplate): void => table.fill(agendaFrom(template, (key) => t(`template.${key}`)), 'begun')
  const move = (id: string, to: number): void => { const rows = movedItem(table.rows, items.map(({ day }) => day), id, to); if (rows !== table.rows) table.fill(rows, 'moved') }
  const remove = (id: string, index: number): void => {
    const next = table.rows[index + 1] ?? table.rows[index - 1]
    onChoose(undefined)
    table.remove(id)
    if (next) focusSoon(`agenda-${next.id}`)
    else soon(() => part.current?.querySelector<HTMLElement>('[data-undo]'))
  }
  const drop = (event: DragEvent, onto: string, index: number): void => {
    if (!dragged) return
    event.preventDefault()
    if (dragged.kind === 'item') move(dragged.id, index)
    else table.fill(withMovedRecord(table.rows, dragged.recordId, dragged.id, onto), 'moved')
    setDragged(undefined)
    setOver(undefined)
  }
  const pressed = (event: KeyboardEvent, id: string, index: number): void => {
    const { target } = event
    if (readOnly || event.nativeEvent.isComposing || !(target instanceof HTMLElement) || !event.currentTarget.contains(target)) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(id, event.key === 'ArrowUp' ? index - 1 : index + 1)
      focusSoon(target.id, `agenda-${id}`)
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      target.blur()
      add('talk', index + 1)
    } else if (event.key === 'Escape' && chosen === id) {
      event.preventDefault()
      event.stopPropagation()
      // What is typed is taken when its field is left.
      target.blur()
      onChoose(undefined)
      focusSoon(`agenda-${id}`)
    } else if (event.key === 'Delete' && target.id === `agenda-${id}`) {
      event.preventDefault()
      remove(id, index)
    }
  }
  /** Where what is dragged would come: what goes down comes behind the item that it is let go on. */
  const markOn = (what: Dragged, id: string, index: number): 'above' | 'below' | undefined => {
    if (what.id === id) return undefined
    return what.kind === 'item' && table.rows.findIndex((row) => row.id === what.id) < index ? 'below' : 'above'
  }
  const movesOf = (id: string, index: number): ItemMoves => ({
    choose: onChoose, change: (values, place) => table.change(id, values, place), remove: () => remove(id, index), keys: (event) => pressed(event, id, index),
    drag: {
      'data-over': over === id && dragged ? markOn(dragged, id, index) : undefined,
      onDragOver: (event) => { if (dragged) { event.preventDefault(); setOver(id) } }, onDragLeave: () => setOver(undefined), onDrop: (event) => drop(event, id, index),
    },
    onDragStart: (event) => { event.dataTransfer.effectAllowed = 'move'; setDragged({ kind: 'item', id }) },
    onDragRecord: (event, recordId) => { event.stopPropagation(); event.dataTransfer.effectAllowed = 'move'; setDragged({ kind: 'record', id, recordId }) },
    onDragEnd: () => { setDragged(undefined); setOver(undefined) },
    moveRecord: (recordId, by) => { const to = table.rows[index + by]; if (to) { table.fill(withMovedRecord(table.rows, recordId, id, to.id), 'moved'); onChoose(to.id) } },
  })
  return (
    <section ref={part} className={styles.part} tabIndex={-1} aria-labelledby="agenda-title" onKeyDown={undoKey}>
      <header className={styles.head}>
        <h2 id="agenda-title">{t('agenda')}</h2>
        {items.length > 0 && <p className={styles.totals}><span>{t('items', { count: items.length })}</span><span>{t('totalMinutes', { count: totalMinutes(items) })}</span></p>}
        <UndoStep table={table} />
        {!readOnly && items.length > 0 && <>
          <span className={styles.hint} title={t('dragHint')}><Clock size={14} aria-hidden="true" /><span>{t('dragHint')}</span></span>
          <Space.Compact>
            <Button size="small" icon={<Plus size={14} />} onClick={() => add('talk')}>{t('add.item')}</Button>
            <Dropdown trigger={['click']} menu={{ items: agendaKinds.map((kind) => ({ key: kind, label: t(`add.${kind}`), onClick: () => add(kind) })) }}>
              <Button size="small" icon={<ChevronDown size={14} />} aria-label={t('add.other')} title={t('add.other')} />
            </Dropdown>
          </Space.Compact>
        </>}
      </header>
      {items.length === 0 && (
        <EmptyState
          title={t('empty.title')} text={t('empty.text')} action={readOnly ? undefined : <Button type="primary" onClick={() => add('talk')}>{t('empty.action')}</Button>}
          example={readOnly ? undefined : <><Button onClick={() => begin('half')}>{t('empty.half')}</Button><Button onClick={() => begin('whole')}>{t('empty.whole')}</Button></>}
        />
      )}
      {items.length > 0 && (
        <ol className={styles.rail} {...rail}>
          {items.map((item, index) => {
            const row = table.rows[index]
            const day = newDayAt(items, index)
            return row && [
              day !== undefined && <li key={`${item.id} day`} className={styles.day}>{day}</li>,
              <AgendaCard key={item.id} row={row} item={item} figures={figures?.get(item.id)} missing={missing.get(item.id)} isChosen={chosen === item.id} readOnly={readOnly} people={people} session={session} moves={movesOf(item.id, index)} />,
            ]
          })}
          {ends !== null && <li className={styles.end}><span className={styles.time}>{timeText(ends)}</span><span className={styles.dot} aria-hidden="true" /></li>}
        </ol>
      )}
    </section>
  )
}
