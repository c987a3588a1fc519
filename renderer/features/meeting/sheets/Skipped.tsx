/** Rows of a sheet that nothing was made of, and why. */
import { useTranslation } from 'react-i18next'
import type { ReadParticipants } from '#shared/contract/meetings'
import styles from './sheets.module.css'

const shownAtOnce = 8

export const Skipped = ({ skipped }: { skipped: ReadParticipants['skipped'] }) => {
  const { t } = useTranslation('meeting')
  if (skipped.length === 0) return null
  return (
    <section className={styles.skipped} aria-label={t('skipped.title')}>
      <h3>{t('skipped.count', { count: skipped.length })}</h3>
      <ul>
        {skipped.slice(0, shownAtOnce).map(({ row, why, text }, index) => <li key={index}>{row > 0 && <span>{t('skipped.row', { row })}</span>}<span>{t(`skipped.why.${why}`)}</span><span>{text}</span></li>)}
        {skipped.length > shownAtOnce && <li>{t('skipped.more', { count: skipped.length - shownAtOnce })}</li>}
      </ul>
    </section>
  )
}
