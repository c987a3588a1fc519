/** Whether the audience's window is there, and a way to it. */
import { ArrowLeftRight, CircleCheck, CircleDashed, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './presenter.module.css'

interface CompanionProps {
  isThere: boolean
  onOpen: () => void
  /** The windows take one another's part. */
  onChange: () => void
}

export const Companion = ({ isThere, onOpen, onChange }: CompanionProps) => {
  const { t } = useTranslation('presenting')
  const [wasThere, setWasThere] = useState(isThere)
  if (isThere && !wasThere) setWasThere(true)
  const state = isThere ? 'there' : wasThere ? 'gone' : 'alone'
  const Icon = { there: CircleCheck, gone: Unplug, alone: CircleDashed }[state]
  return (
    <div className={styles.companion} data-state={state}>
      <Icon size={15} aria-hidden="true" />
      <span role="status">{t(`companion.${state}`)}</span>
      {isThere
        ? <button type="button" className={styles.link} onClick={onChange}><ArrowLeftRight size={15} aria-hidden="true" />{t('companion.change')}</button>
        : <button type="button" className={styles.link} onClick={onOpen}>{t('companion.open')}</button>}
    </div>
  )
}
