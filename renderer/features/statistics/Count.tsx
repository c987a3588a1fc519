/** A number that opens the list behind it; nothing to open where there is none. */
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { useBehind, type Behind } from './behind'
import styles from './statistics.module.css'

export const Count = ({ value, title, ids, text }: Behind & { value: number; text?: string }) => {
  const { t } = useTranslation('statistics')
  const language = useLanguage()
  const show = useBehind()
  const shown = text ?? formatCount(value, language)
  if (ids.length === 0) return <span>{shown}</span>
  return <button type="button" className={styles.count} aria-label={t('behind.open', { title, shown })} onClick={() => { show({ title, ids }) }}>{shown}</button>
}
