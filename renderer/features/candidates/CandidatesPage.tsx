/** What is ripe to become a product: records of like practice, and why. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { setApart } from './alike'
import { CandidateCard } from './CandidateCard'
import styles from './candidates.module.css'

const most = 20
/** While the index is being built there may be more every moment. */
const rebuildMs = 3000

export const CandidatesPage = () => {
  const { t } = useTranslation('candidates')
  const { openLibrary } = useNavigation()
  const library = useQuery(api.library.current.queryOptions()).data
  const query = useQuery({ ...api.products.candidates.queryOptions({ input: { limit: most } }), refetchInterval: ({ state }) => (state.data?.isComplete === false ? rebuildMs : false) })
  const { data } = query
  const canWrite = library !== undefined && library !== null && !library.readOnly
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1><p>{t('hint')}</p>
      </header>
      {query.isPending && <SkeletonRows rows={8} />}
      {query.error && <ErrorPanel error={query.error} what={t('notRead')} onRetry={() => { void query.refetch() }} />}
      {data?.isComplete === false && <p className={styles.incomplete} role="status">{t('incomplete')}</p>}
      {data?.candidates.length === 0 && data.isComplete && <div className={styles.empty}><EmptyState title={t('empty.title')} text={t('empty.text')} action={<Button type="primary" onClick={() => { openLibrary('case') }}>{t('empty.action')}</Button>} /></div>}
      <ul className={styles.cards}>{data?.candidates.flatMap(setApart).map((candidate) => <li key={candidate.records[0]?.row.id}><CandidateCard candidate={candidate} canWrite={canWrite} /></li>)}</ul>
    </div>
  )
}
