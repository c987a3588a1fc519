/** The edition that was released last, under its seal: who took it up, who is behind. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatDay } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { Seal } from '#renderer/ui/seal/Seal'
import { useEditionName } from '#renderer/ui/useEditionName'
import styles from './Workbench.module.css'

export const ReleaseCard = () => {
  const { t } = useTranslation('workbench')
  const { openRecord, openLibrary } = useNavigation()
  const editionName = useEditionName()
  const latest = useQuery(api.statistics.replication.queryOptions()).data?.[0]
  const adoptions = useQuery({ ...api.adoptions.ofProduct.queryOptions({ input: { id: latest?.productId ?? '' } }), enabled: latest !== undefined }).data
  if (!latest) return null
  const done = adoptions?.adoptions.filter(({ pilot, countedBy, row, seal }) => !pilot && countedBy === null && row.stage === 'done' && seal === latest.seal).length ?? 0
  return (
    <section className={styles.card} aria-labelledby="release-title">
      <div className={styles.cardHead}>
        <h2 id="release-title">{t('release.title')}</h2>
        <Button type="link" size="small" onClick={() => { openLibrary('product') }}>{t('release.list')}<ChevronRight size={14} aria-hidden="true" /></Button>
      </div>
      <button type="button" className={styles.release} onClick={() => { openRecord(latest.productId) }}>
        <Seal edition={latest.edition} state="pressed" size={60} />
        <span className={styles.released}>
          <strong dir="auto">{latest.title}</strong>
          <span>{`${editionName(latest.edition)}　${formatDay(latest.releasedAt)}`}</span>
          {adoptions && <span>{t('release.adopted', { count: done })}{adoptions.behind.length > 0 && t('release.behind', { count: adoptions.behind.length })}</span>}
        </span>
      </button>
    </section>
  )
}
