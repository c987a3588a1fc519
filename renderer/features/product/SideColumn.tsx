/** Beside a product's text: the gate of its release, or what a record has beside its text. */
import { Segmented } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useComments } from '#renderer/features/record'
import styles from './ProductPage.module.css'

interface SideColumnProps {
  /** What is shown at first. */
  first: 'gate' | 'details'
  met: number
  of: number
  gate: ReactNode
  details: ReactNode
}

export const SideColumn = ({ first, met, of, gate, details }: SideColumnProps) => {
  const { t } = useTranslation('product')
  const { asked } = useComments()
  const [picked, setPicked] = useState({ shown: first, asked })
  // The comments, when they are asked for, are among the details.
  const shown = asked > picked.asked ? 'details' : picked.shown
  const setShown = (next: 'gate' | 'details'): void => setPicked({ shown: next, asked })
  return (
    <aside className={styles.side} aria-label={t('side.label')}>
      <header className={styles.sideHead}>
        <Segmented
          block size="small" value={shown} onChange={setShown} aria-label={t('side.shown')}
          options={[{ value: 'gate', label: of > 0 ? t('gate.titleCount', { met, of }) : t('gate.title') }, { value: 'details', label: t('side.details') }]}
        />
      </header>
      {shown === 'gate' ? <section className={styles.gate} aria-label={t('gate.title')}>{gate}</section> : details}
    </aside>
  )
}
