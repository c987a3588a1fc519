/** How far an opening has come that reads every record, since this library has no list of its records yet. */
import { BookOpen } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import styles from './Banner.module.css'

export const OpeningBanner = () => {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const { data: opening } = useQuery(api.library.opening.queryOptions())
  if (!opening || opening.total === 0) return null
  return (
    <div className={styles.banner} data-tone="blue" role="status">
      <BookOpen size={15} aria-hidden="true" />{t('opening.text', { count: formatCount(opening.records, language) })}
      <Progress className={styles.progress ?? ''} percent={(opening.done / opening.total) * 100} showInfo={false} size={{ height: 6 }} aria-label={t('opening.label')} />
    </div>
  )
}
