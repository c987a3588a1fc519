/** After the last slide: the end is said, and what a rehearsal took. */
import { Button } from 'antd'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Show } from '../show/show'
import type { Presented } from '../show/usePresented'
import { RehearsalTable } from './RehearsalTable'
import styles from './rehearsal.module.css'
import type { Rehearsal } from './useRehearsal'

interface EndedProps {
  presented: Presented
  show: Show
  rehearsal: Rehearsal
  onAgain: () => void
  onLeave: () => void
}

export const Ended = ({ presented: { meetingId }, show, rehearsal, onAgain, onLeave }: EndedProps) => {
  const { t } = useTranslation('presenting')
  const leaves = useRef<HTMLButtonElement>(null)
  return (
    <div className={styles.ended} onClick={(event) => { if (show.isRehearsal) event.stopPropagation() }}>
      {show.isRehearsal && meetingId !== null ? <RehearsalTable rehearsal={rehearsal} onKept={() => leaves.current?.focus()} /> : <p className={styles.end}>{t('ended')}</p>}
      <div className={styles.choices} onClick={(event) => event.stopPropagation()}>
        <Button onClick={onAgain}>{t('again')}</Button>
        <Button ref={leaves} onClick={onLeave}>{t('leave')}</Button>
      </div>
    </div>
  )
}
