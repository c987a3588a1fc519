/** Records like this one, as it was saved last: every save of a record asks again. Those that are nearly the same come first and say so. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { isNearDuplicate } from '#shared/model/search'
import side from '../side/SidePanel.module.css'
import { SimilarItem } from './SimilarItem'
import styles from './SimilarRecords.module.css'

const most = 8
/** While the index is being built there may be more every moment. */
const rebuildMs = 1000

export const SimilarRecords = ({ id }: { id: string }) => {
  const { t } = useTranslation('record')
  const { data, error, isFetching, refetch } = useQuery({
    ...api.search.similar.queryOptions({ input: { id, limit: most } }), gcTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.complete === false ? rebuildMs : false),
  })
  const near = data?.records.filter(({ resemblance }) => isNearDuplicate(resemblance)).length ?? 0
  return (
    <section className={side.part} aria-label={t('similar.title')}>
      <h2 className={side.heading}>{t('similar.title')}</h2>
      {error && <ErrorPanel error={error} what={t('similar.failed')} isRetrying={isFetching} onRetry={() => { void refetch() }} />}
      {data?.complete === false && <p className={styles.building} role="status">{t('similar.building')}</p>}
      {data?.complete === true && data.records.length === 0 && !error && <p className={side.none}>{t('similar.none')}</p>}
      {near > 0 && <p className={styles.note}>{t('similar.nearNote', { count: near })}</p>}
      {data && data.records.length > 0 && <ul className={side.list}>{data.records.map((similar) => <SimilarItem key={similar.row.id} similar={similar} />)}</ul>}
      {!data && !error && <SkeletonRows rows={3} rowHeight={64} />}
    </section>
  )
}
