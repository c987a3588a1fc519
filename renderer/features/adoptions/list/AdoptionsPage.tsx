/** All adoptions: what of them is still to be reported, and the table, narrowed by what its address says. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ChartNoAxesColumn } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { useNavigation, type AdoptionChoice } from '#renderer/ui/navigation'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import { AdoptionFilters } from './AdoptionFilters'
import { AdoptionTable } from './AdoptionTable'
import { filtered, isNarrowed } from './filters'
import { ReportableList } from './ReportableList'
import styles from './list.module.css'

export interface AdoptionsPageProps { filter: AdoptionChoice; onFilter: (filter: AdoptionChoice) => void }

export const AdoptionsPage = ({ filter, onFilter }: AdoptionsPageProps) => {
  const { t } = useTranslation('adoptions')
  const language = useLanguage()
  const { openLibrary, openStatistics } = useNavigation()
  const query = useQuery(api.adoptions.list.queryOptions())
  const { data } = query
  const rows = useMemo(() => (data ? filtered(data, filter) : []), [data, filter])
  const count = (value: number) => ({ count: value, shown: formatCount(value, language) })
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('list.title')}</h1>
        <p role="status">{data && data.length > 0 && (isNarrowed(filter) ? t('list.countOf', { ...count(rows.length), all: formatCount(data.length, language) }) : t('list.count', count(data.length)))}</p>
        <Button icon={<ChartNoAxesColumn size={15} />} onClick={() => { openStatistics() }}>{t('list.statistics')}</Button>
      </header>
      <ReportableList />
      {query.isPending && <SkeletonRows rows={10} rowHeight={36} />}
      {query.error && <ErrorPanel error={query.error} what={t('notRead')} onRetry={() => { void query.refetch() }} />}
      {data?.length === 0 && <div className={styles.empty}><EmptyState title={t('list.empty.title')} text={t('list.empty.text')} action={<Button type="primary" onClick={() => { openLibrary('product') }}>{t('list.empty.action')}</Button>} /></div>}
      {data && data.length > 0 && <>
        <AdoptionFilters adoptions={data} filter={filter} onFilter={onFilter} />
        {rows.length > 0 ? <AdoptionTable adoptions={rows} all={data} /> : <EmptyState title={t('list.none.title')} text={t('list.none.text')} action={<Button onClick={() => { onFilter({}) }}>{t('list.none.clear')}</Button>} />}
      </>}
    </div>
  )
}
