/** Offers to take what is picked as an excerpt, right below it. For the pointer: the keys do the same without it. */
import { Button } from 'antd'
import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import styles from './Source.module.css'
import type { TakenAs } from './usePicked'

interface ExcerptBarProps {
  top: number
  isTaking: boolean
  into: string
  /** What the cell of a step is called that takes it too. */
  step: string | undefined
  onTake: (as: TakenAs) => void
}

export const ExcerptBar = ({ top, isTaking, into, step, onTake }: ExcerptBarProps) => {
  const { t } = useTranslation('product')
  return (
    <div className={styles.bar} style={{ top }} role="group" aria-label={t('excerpt.bar')} onMouseDown={(event) => event.preventDefault()} onPointerDown={(event) => event.stopPropagation()}>
      <Button type="primary" size="small" tabIndex={-1} icon={<Quote size={14} />} loading={isTaking} aria-keyshortcuts="Q" onClick={() => onTake('quote')}>{t('excerpt.take')}<Keycap>Q</Keycap></Button>
      {step === undefined
        ? <span className={styles.into}>{into}</span>
        : <Button type="text" size="small" tabIndex={-1} disabled={isTaking} aria-keyshortcuts="S" className={styles.intoStep ?? ''} onClick={() => onTake('step')}>{t('excerpt.intoStep', { step })}<Keycap>S</Keycap></Button>}
    </div>
  )
}
