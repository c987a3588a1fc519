/** What is to be done after the meeting, beside its agenda: who, what, by when, ticked where it is done; the whole of it is edited below 会后. */
import { AlarmClock, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { outcomeOf } from '#shared/model/meeting/followUps'
import cards from '../cards.module.css'
import type { Rows } from '../rows/useRows'
import styles from './beside.module.css'

interface FollowUpsCardProps { table: Rows; readOnly: boolean; onEdit: (rowId: string | undefined) => void }

/** YYYY-MM-DD of this machine. */
const todayHere = (): string => { const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-') }

/** 12-25 of this year. */
const shortDay = (due: string, today: string): string => (due.length === 10 && due.startsWith(today.slice(0, 4)) ? due.slice(5) : due)
/** The day, or the whole of the month or the year, is past. */
const isPast = (due: string, today: string): boolean => due !== '' && due < today.slice(0, due.length)

export const FollowUpsCard = ({ table, readOnly, onEdit }: FollowUpsCardProps) => {
  const { t } = useTranslation('meeting')
  const outcomes = table.rows.map(outcomeOf)
  const today = todayHere()
  return (
    <section className={cards.card} aria-labelledby="follow-ups-title">
      <header className={cards.head}><h2 id="follow-ups-title">{t('followUps.title')}</h2><span className={cards.about}>{t('followUps.about')}</span></header>
      <ul className={styles.followUps}>
        {outcomes.map(({ id, what, who, due, isDone }) => {
          const isLate = !isDone && isPast(due, today)
          return (
          <li key={id} data-done={isDone || undefined}>
            <input type="checkbox" checked={isDone} disabled={readOnly} aria-label={t('followUps.done', { what })} onChange={({ target }) => table.change(id, { isDone: target.checked || undefined })} />
            <button type="button" onClick={() => onEdit(id)}>{what || t('followUps.unnamed')}</button>
            <span title={who}>{who}</span>
            <time dateTime={due} title={isLate ? t('followUps.late') : undefined} data-late={isLate || undefined}>{isLate && <AlarmClock size={13} aria-label={t('followUps.late')} />}{shortDay(due, today)}</time>
          </li>
          )
        })}
      </ul>
      {outcomes.length === 0 && <p className={cards.teach}>{t('followUps.teach')}</p>}
      {!readOnly && <button type="button" className={styles.add} onClick={() => onEdit(undefined)}><Plus size={14} aria-hidden="true" />{t('followUps.add')}</button>}
    </section>
  )
}
