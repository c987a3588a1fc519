/** What stands over the first slide until somebody begins. */
import { useTranslation } from 'react-i18next'
import type { Presented } from '../show/usePresented'
import styles from './stage.module.css'

interface WaitingProps {
  presented: Presented
  onRehearse: () => void
  onPresenter: () => void
  onLeave: () => void
}

export const Waiting = ({ presented: { deck, restricted, meetingId }, onRehearse, onPresenter, onLeave }: WaitingProps) => {
  const { t } = useTranslation('presenting')
  return (
    <div className={styles.waiting}>
      <p className={styles.begin}>{t('begin')}</p>
      <p className={styles.count}>{t('count', { count: deck.slides.length })}</p>
      {restricted.length > 0 && (
        <p className={styles.warned}>
          <b>{t('restricted.mark')}</b>{t('restricted.text', { count: restricted.length, names: restricted.slice(0, 3).map(({ number, title }) => (number === '' ? title : number)).join(t('slide.and')) })}
        </p>
      )}
      <div className={styles.choices} onClick={(event) => event.stopPropagation()}>
        <button type="button" onClick={onPresenter}>{t('tool.presenter')}</button>
        {meetingId !== null && <button type="button" onClick={onRehearse}>{t('rehearsal.begin')}</button>}
        <button type="button" onClick={onLeave}>{t('leave')}</button>
      </div>
    </div>
  )
}
