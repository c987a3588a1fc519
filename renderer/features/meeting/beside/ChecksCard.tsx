/** What is looked at before the meeting; what is open leads to where it is seen to. */
import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { quoted } from '#renderer/ui/quoted'
import cards from '../cards.module.css'
import type { Check, Place } from '../checks'
import styles from './beside.module.css'

interface ChecksCardProps { checks: readonly Check[]; onGo: ((place: Place) => void) | undefined }

export const ChecksCard = ({ checks, onGo }: ChecksCardProps) => {
  const { t } = useTranslation('meeting')
  return (
    <section className={cards.card} aria-labelledby="checks-title">
      <header className={cards.head}><h2 id="checks-title">{t('checks.title')}</h2><span className={cards.about}>{t('checks.count', { met: checks.filter(({ isMet }) => isMet === true).length, of: checks.length })}</span></header>
      <ul className={styles.checks}>
        {checks.map(({ key, isMet, said, place, variant }) => (
          <li key={key} data-met={isMet}>
            {isMet === undefined ? <CircleDashed size={15} aria-hidden="true" /> : isMet ? <CircleCheck size={15} aria-label={t('checks.met')} /> : <CircleAlert size={15} aria-label={t('checks.open')} />}
            <span>{isMet === undefined ? t(`checks.looking.${key}`, { defaultValue: t('checks.looking.any') }) : isMet ? t(`checks.done.${key}`) : t(`checks.todo.${key}${variant === undefined ? '' : `.${variant}`}`, typeof said.title === 'string' ? { ...said, title: quoted(said.title) } : said)}</span>
            {isMet === false && place && onGo && <button type="button" onClick={() => onGo(place)}>{t(`checks.go.${key}`)}</button>}
          </li>
        ))}
      </ul>
    </section>
  )
}
