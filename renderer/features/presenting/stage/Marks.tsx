/** Small marks over the slides: the number that is typed, the time, and what may not be seen by everyone. */
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { clockText } from '../show/clock'
import { itemTime } from '../show/itemTime'
import type { Show } from '../show/show'
import { useNow } from '../show/useNow'
import styles from './stage.module.css'

export const TypedNumber = ({ digits }: { digits: string }) => {
  const { t } = useTranslation('presenting')
  return <div className={styles.typed} role="status">{t('jumpTo', { number: digits })}</div>
}

export const TimeMark = ({ agenda, show }: { agenda: readonly AgendaItem[]; show: Show }) => {
  const { t } = useTranslation('presenting')
  const { planned, spent, inAll } = itemTime(agenda, show, useNow())
  const isOver = planned !== null && spent > planned
  const text = planned === null ? clockText(inAll) : isOver ? `+${clockText(spent - planned)}` : clockText(planned - spent)
  return (
    <div className={styles.time} data-over={isOver || undefined} role="timer" aria-label={t('tool.timer')}>
      {show.isRehearsal && <span>{t('rehearsal.mark')}</span>}{text}
    </div>
  )
}

export const RestrictedMark = () => {
  const { t } = useTranslation('presenting')
  return <div className={styles.restricted} title={t('restricted.hint')}>{t('restricted.mark')}</div>
}
