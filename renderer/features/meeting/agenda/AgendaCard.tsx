/** One item on the rail of time: its card to read, or with its fields to write once it is chosen; its handle moves it, its lower edge changes its length. */
import { Button } from 'antd'
import { CircleAlert, Coffee, GripVertical, Trash2 } from 'lucide-react'
import type { DragEvent, KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordSession } from '#renderer/features/record'
import { formatCount } from '#renderer/ui/format'
import { quoted } from '#renderer/ui/quoted'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FieldRow } from '#shared/model/fields'
import { timeText, type AgendaItem } from '#shared/model/meeting/agenda'
import { needsSomebody } from '../needsSomebody'
import { heightOf } from './agendaRows'
import styles from './agenda.module.css'
import { ItemForm } from './ItemForm'
import { ItemRecords } from './ItemRecords'
import { useResize } from './useResize'

export interface ItemFigures { slides: number; words: number }

export interface ItemMoves {
  choose: (id: string | undefined) => void
  change: (values: Readonly<Record<string, unknown>>, place?: string) => void
  remove: () => void
  keys: (event: KeyboardEvent) => void
  drag: { 'data-over': 'above' | 'below' | undefined; onDragOver: (event: DragEvent) => void; onDragLeave: () => void; onDrop: (event: DragEvent) => void }
  onDragStart: (event: DragEvent) => void
  onDragRecord: (event: DragEvent, recordId: string) => void
  onDragEnd: () => void
  moveRecord: (recordId: string, by: 1 | -1) => void
}

interface AgendaCardProps { row: FieldRow; item: AgendaItem; figures: ItemFigures | undefined; missing: readonly string[] | undefined; isChosen: boolean; readOnly: boolean; people: readonly string[]; session: RecordSession; moves: ItemMoves }

const Facts = ({ item, words }: { item: AgendaItem; words: number | undefined }) => {
  const { t } = useTranslation('meeting')
  const language = useLanguage()
  const { minutes, questions, rehearsed } = item
  // An item that shows no records says its note, which stands below.
  const facts = [
    ...questions > 0 ? [t('facts.split', { talk: minutes - questions, questions })] : [],
    ...words !== undefined && words > 0 && item.records.length > 0 ? [t('facts.words', { count: words, words: formatCount(words, language) })] : [],
    ...rehearsed === null ? [] : [t('facts.rehearsed', { time: `${String(Math.floor(rehearsed / 60))}:${String(rehearsed % 60).padStart(2, '0')}` })],
  ]
  const isOver = rehearsed !== null && rehearsed > minutes * 60
  if (facts.length === 0 && !item.overlaps) return null
  return (
    <p className={styles.facts}>
      {facts.map((fact) => <span key={fact}>{fact}</span>)}
      {isOver && <span className={styles.told}><CircleAlert size={13} aria-hidden="true" />{t('facts.over')}</span>}
      {item.overlaps && <span className={styles.told}><CircleAlert size={13} aria-hidden="true" />{t('facts.overlaps')}</span>}
    </p>
  )
}

export const AgendaCard = ({ row, item, figures, missing: absent, isChosen, readOnly, people, session, moves }: AgendaCardProps) => {
  const { t } = useTranslation('meeting')
  const resize = useResize(item.minutes, (minutes) => moves.change({ minutes }))
  const minutes = resize.minutes ?? item.minutes
  const editing = isChosen && !readOnly
  const name = item.title || t('untitledItem')
  const missing = needsSomebody(item)
  const isBreak = item.kind === 'break'
  const who = item.presenter || (item.host === '' ? '' : t('chairedBy', { name: item.host }))
  return (
    <li className={styles.item} data-kind={item.kind} data-chosen={isChosen || undefined} {...moves.drag} onKeyDown={moves.keys}>
      <span className={styles.time} data-fixed={item.isFixed || undefined}>{item.begins === null ? '—' : timeText(item.begins)}</span>
      <span className={styles.dot} aria-hidden="true" />
      <article className={styles.card} style={{ minHeight: heightOf(minutes) }} aria-label={name} onClick={() => { if (!isChosen && !readOnly) moves.choose(row.id) }}>
        {!readOnly && (
          <Button
            id={`agenda-${row.id}`} type="text" size="small" draggable className={styles.handle ?? ''} icon={<GripVertical size={14} aria-hidden="true" />} title={t('move')} aria-label={t('moveItem', { name: quoted(name) })} aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
            onDragStart={moves.onDragStart} onDragEnd={moves.onDragEnd} onClick={() => moves.choose(row.id)}
          />
        )}
        <div className={styles.main}>
          <div className={styles.line} data-editing={editing || undefined}>
            {isBreak && <Coffee size={15} aria-hidden="true" />}
            {editing
              ? <input id={`agenda-${row.id}-title`} className={styles.titleInput} value={typeof row.title === 'string' ? row.title : ''} maxLength={1000} aria-label={t('form.title')} placeholder={t('form.titleOf')} autoComplete="off" onChange={(event) => moves.change({ title: event.target.value || undefined }, 'title')} />
              : <h3 className={styles.title} dir="auto">{readOnly ? name : <button type="button" onClick={() => moves.choose(row.id)}>{name}</button>}</h3>}
            {isBreak && !editing && <span className={styles.length}>{t('minutes', { count: minutes })}</span>}
            {!isBreak && <>
              {!editing && <span className={styles.who} title={missing ? undefined : who}>{missing ? <span className={styles.told}><CircleAlert size={13} aria-hidden="true" />{t(`missing.${missing}`)}</span> : who}</span>}
              <span className={styles.length}>{t('minutes', { count: minutes })}</span>
              <span className={styles.slides}>{figures && t('slides', { count: figures.slides })}</span>
            </>}
          </div>
          <Facts item={item} words={figures?.words} />
          {editing ? <ItemForm row={row} item={item} people={people} session={session} onChange={moves.change} /> : item.note !== '' && <p className={styles.note} dir="auto">{item.note}</p>}
          {(editing ? !isBreak || item.records.length > 0 : item.records.length > 0) && (
            <ItemRecords records={item.records} missing={absent} onChange={editing ? (records) => moves.change({ records: records.length > 0 ? records : undefined }) : undefined} onDragStart={moves.onDragRecord} onMove={moves.moveRecord} />
          )}
          {/* The last to be reached by keys, though it stands beside the title. */}
          {editing && <Button type="text" size="small" className={styles.remove ?? ''} icon={<Trash2 size={14} />} title={t('removeItem')} aria-label={t('removeNamed', { name: quoted(name) })} onClick={moves.remove} />}
        </div>
        {!readOnly && (
          <span
            id={`agenda-${row.id}-edge`} className={styles.edge} role="slider" tabIndex={0} aria-orientation="vertical" aria-label={t('lengthOf', { name: quoted(name) })} aria-valuemin={1} aria-valuemax={1440} aria-valuenow={minutes} aria-valuetext={t('minutes', { count: minutes })}
            onClick={(event) => event.stopPropagation()} {...resize.edge}
          />
        )}
      </article>
    </li>
  )
}
