/** Offers to take what is picked as an excerpt, right below it. For the pointer: the keys do the same without it. */
import { Button } from 'antd'
import { Quote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Keycap } from '#renderer/ui/marks/Keycap'
import styles from './Source.module.css'

interface ExcerptBarProps { top: number; isTaking: boolean; into: string; onTake: () => void }

export const ExcerptBar = ({ top, isTaking, into, onTake }: ExcerptBarProps) => {
  const { t } = useTranslation('product')
  return (
    <div className={styles.bar} style={{ top }} role="group" aria-label={t('excerpt.bar')} onMouseDown={(event) => event.preventDefault()} onPointerDown={(event) => event.stopPropagation()}>
      <Button type="primary" size="small" tabIndex={-1} icon={<Quote size={14} />} loading={isTaking} aria-keyshortcuts="Q" onClick={onTake}>{t('excerpt.take')}<Keycap>Q</Keycap></Button>
      <span className={styles.into}>{into}</span>
    </div>
  )
}
