/** Links that lead to nothing, as far as the last look found any; nothing where there is none. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link2Off } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import styles from './Workbench.module.css'

export const BrokenLinksCard = () => {
  const { t } = useTranslation('workbench')
  const { openHealth } = useNavigation()
  const count = useQuery(api.links.summary.queryOptions()).data?.count ?? 0
  if (count === 0) return null
  return (
    <section className={`${styles.card} ${styles.notice}`} aria-label={t('brokenLinks.text', { count })}>
      <Link2Off size={16} aria-hidden="true" /><p>{t('brokenLinks.text', { count })}</p><Button size="small" onClick={openHealth}>{t('brokenLinks.look')}</Button>
    </section>
  )
}
