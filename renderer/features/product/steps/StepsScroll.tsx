/** Holds the table of the steps: where the page is narrower than its columns can be, the table scrolls by itself, and says so. */
import { MoveHorizontal } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useSize } from '#renderer/ui/useSize'
import styles from './steps.module.css'

/** CSS pixels below which the columns could not be read; the sheet has the same. */
const narrowest = 680

export const StepsScroll = ({ labelledBy, children }: { labelledBy: string; children: ReactNode }) => {
  const { t } = useTranslation('product')
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  const isWider = size !== undefined && size.width < narrowest
  return (
    <>
      {isWider && <p className={styles.wider}><MoveHorizontal size={14} aria-hidden="true" />{t('steps.wider')}</p>}
      <div ref={box} className={styles.scroll} {...isWider && { tabIndex: 0, role: 'group', 'aria-labelledby': labelledBy }}>{children}</div>
    </>
  )
}
