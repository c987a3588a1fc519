/** Beside a product's text: the gate of its release, who takes it up, or what a record has beside its text. */
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './ProductPage.module.css'

export type SideTab = 'gate' | 'adoptions' | 'details'

interface SideColumnProps { shown: SideTab; onShow: (shown: SideTab) => void; met: number; of: number; gate: ReactNode; adoptions: ReactNode; details: ReactNode }

export const SideColumn = ({ shown, onShow, met, of, gate, adoptions, details }: SideColumnProps) => {
  const { t } = useTranslation('product')
  return (
    <aside className={styles.side} aria-label={t('side.label')}>
      <header className={styles.sideHead}>
        <Segmented
          block size="small" value={shown} onChange={onShow} aria-label={t('side.shown')}
          options={[{ value: 'gate', label: of > 0 ? t('gate.titleCount', { met, of }) : t('gate.title') }, { value: 'adoptions', label: t('side.adoptions') }, { value: 'details', label: t('side.details') }]}
        />
      </header>
      {shown === 'gate' && <section className={styles.gate} aria-label={t('gate.title')}>{gate}</section>}
      {shown === 'adoptions' && <section className={styles.adoptions} tabIndex={0} aria-label={t('side.adoptions')}>{adoptions}</section>}
      {shown === 'details' && details}
    </aside>
  )
}
