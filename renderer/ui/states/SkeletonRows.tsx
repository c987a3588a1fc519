/** Rows of the real height while something loads. Nothing is drawn in the first 200 ms: most answers are there by then. */
import { useTranslation } from 'react-i18next'
import styles from './states.module.css'

interface SkeletonRowsProps { rows?: number, rowHeight?: number }

const widths = [62, 48, 71, 55, 66, 43, 58, 74]

export const SkeletonRows = ({ rows = 8, rowHeight = 36 }: SkeletonRowsProps) => {
  const { t } = useTranslation('common')
  return (
    <div className={styles.skeleton} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.skeletonRow} style={{ height: rowHeight }}>
          <span style={{ width: `${widths[row % widths.length]}%` }} />
        </div>
      ))}
    </div>
  )
}
