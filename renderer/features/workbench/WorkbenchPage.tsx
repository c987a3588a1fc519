/** The start page: what waits for me, what is new, what I use; each line leads to its record, each card to more of the same. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ImportButton } from '#renderer/features/imports'
import { BehindProvider } from '#renderer/features/statistics'
import { formatDay } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import { BrokenLinksCard } from './BrokenLinksCard'
import { ConversionCard } from './ConversionCard'
import { CoverageCard } from './CoverageCard'
import { FirstSteps } from './FirstSteps'
import { RecordCard } from './RecordCard'
import { ReleaseCard } from './ReleaseCard'
import { TaskCard } from './TaskCard'
import { useUsed } from './useUsed'
import styles from './Workbench.module.css'

const shownLatest = 10

export const WorkbenchPage = () => {
  const { t } = useTranslation(['workbench', 'common'])
  const language = useLanguage()
  const { openLibrary } = useNavigation()
  const library = useQuery(api.library.current.queryOptions()).data
  const tasks = useQuery(api.workbench.tasks.queryOptions())
  const latest = useQuery(api.workbench.latest.queryOptions({ input: { limit: shownLatest } }))
  const recent = useUsed('recent')
  const most = useUsed('most')
  const favourites = useUsed('favourites')
  const today = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long' }).format(new Date())
  const canWrite = library !== undefined && library !== null && !library.readOnly
  const isEmpty = library !== undefined && library !== null && Object.keys(library.counts).length === 0
  const waiting = tasks.data ? Object.values(tasks.data.total).reduce((sum, count) => sum + count, 0) : 0
  /** Without one there is nothing to cover, to release or to convert into. */
  const hasProducts = (library?.counts.product ?? 0) > 0
  const toLatest = (
    <Button type="link" size="small" onClick={() => { openLibrary('case', { facets: {}, sort: { by: 'updatedAt', descending: true } }) }}>{t('latest.list')}<ChevronRight size={14} aria-hidden="true" /></Button>
  )
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p>{today}{!isEmpty && tasks.data && <span>{waiting > 0 ? t('waiting', { count: waiting }) : t('nothingWaits')}</span>}</p>
        {canWrite && !isEmpty && <ImportButton type="case" primary />}
      </header>
      {isEmpty ? <FirstSteps canWrite={canWrite} /> : (
        <BehindProvider><div className={styles.columns}>
          <div className={styles.column}>
            <BrokenLinksCard />
            <TaskCard tasks={tasks} />
            {hasProducts && <CoverageCard />}
            <RecordCard
              title={t('latest.title')} empty={t('latest.empty')} what={t('latest.notRead')} query={latest} more={toLatest}
              rows={latest.data?.map((row) => ({ row, detail: formatDay(row.updatedAt) }))}
            />
          </div>
          <div className={styles.column}>
            {hasProducts && <ReleaseCard />}
            {hasProducts && <ConversionCard />}
            <RecordCard title={t('favourites.title')} empty={t('favourites.empty')} what={t('used.notRead')} query={favourites.query} more={favourites.more} rows={favourites.rows?.map(({ row }) => ({ row, detail: '' }))} />
            <RecordCard title={t('recent.title')} empty={t('recent.empty')} what={t('used.notRead')} query={recent.query} more={recent.more} rows={recent.rows?.map(({ row, at }) => ({ row, detail: formatDay(at) }))} />
            <RecordCard title={t('most.title')} empty={t('most.empty')} what={t('used.notRead')} query={most.query} more={most.more} rows={most.rows?.map(({ row, opened }) => ({ row, detail: t('most.times', { count: opened }) }))} />
          </div>
        </div></BehindProvider>
      )}
    </div>
  )
}
