/** What is left of the agenda item, or how far over it is; where nothing was planned, the time so far. */
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { timeText } from '#shared/model/meeting/agenda'
import { clockText, isPaused } from '../show/clock'
import { itemTime } from '../show/itemTime'
import type { Show } from '../show/show'
import { useNow } from '../show/useNow'
import styles from './presenter.module.css'

const minuteOfDay = (now: number): number => {
  const date = new Date(now)
  return date.getHours() * 60 + date.getMinutes()
}

export const ItemTimer = ({ agenda, show }: { agenda: readonly AgendaItem[]; show: Show }) => {
  const { t } = useTranslation('presenting')
  const now = useNow()
  const { planned, spent, inAll } = itemTime(agenda, show, now)
  const clock = timeText(minuteOfDay(now))
  const isOver = planned !== null && spent > planned
  const label = planned === null ? t('time.inAll') : t(isOver ? 'time.over' : 'time.left')
  const shown = planned === null ? clockText(inAll) : clockText(Math.abs(planned - spent) + (isOver ? 0 : 999))
  return (
    <section aria-label={t('time.label')} data-over={isOver || undefined} className={styles.timer}>
      <h2 className={styles.label}>{label}{show.isRehearsal && <span className={styles.rehearsed}>{t('rehearsal.mark')}</span>}{isPaused(show.clock) && <span className={styles.paused}>{t('time.paused')}</span>}</h2>
      <p className={styles.clock} role="timer" data-paused={isPaused(show.clock) || undefined}>{isOver ? '+' : ''}{shown}</p>
      {planned !== null && <div className={styles.bar} aria-hidden="true"><i style={{ width: `${String(Math.min(100, spent / planned * 100))}%` }} /></div>}
      <p className={styles.spent}>
        {planned !== null && <span>{t('time.spent', { spent: clockText(spent), minutes: planned / 60_000 })}</span>}
        {planned !== null && <span>{t('time.all', { time: clockText(inAll) })}</span>}
        <span>{t('time.now', { time: clock })}</span>
      </p>
    </section>
  )
}
