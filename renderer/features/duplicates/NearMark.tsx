/** How much of two texts is the same, as a mark. */
import { Copy } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './duplicates.module.css'

export const NearMark = ({ resemblance }: { resemblance: number }) => {
  const { t } = useTranslation('duplicates')
  // Rounded down, so that only what is wholly the same is said to be.
  return <span className={styles.near}><Copy size={13} aria-hidden="true" />{t('near', { percent: Math.floor(resemblance * 100) })}</span>
}
