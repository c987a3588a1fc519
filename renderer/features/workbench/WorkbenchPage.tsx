/** The start page: what waits for me, what is new, what I use; each line leads to its record. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ImportButton } from '#renderer/features/imports'
import { formatDay } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { BrokenLinksCard } from './BrokenLinksCard'
import { RecordCard } from './RecordCard'
import { TaskCard } from './TaskCard'
import styles from './Workbench.module.css'

const shownLatest = 10
const shownUsed = 6

export const WorkbenchPage = () => {
  const { t } = useTranslation(['workbench', 'common'])
  const language = useLanguage()
  const library = useQuery(api.library.current.queryOptions()).data
  const tasks = useQuery(api.workbench.tasks.queryOptions())
  const latest = useQuery(api.workbench.latest.queryOptions({ input: { limit: shownLatest } }))
  const recent = useQuery(api.usage.list.queryOptions({ input: { by: 'recent', limit: shownUsed } }))
  const most = useQuery(api.usage.list.queryOptions({ input: { by: 'most', limit: shownUsed } }))
  const favourites = useQuery(api.usage.list.queryOptions({ input: { by: 'favourites', limit: shownUsed } }))
  const today = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', weekday: 'long' }).format(new Date())
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('title')}</h1>
        <p>{today}{tasks.data && <span>{tasks.data.tasks.length > 0 ? t('waiting', { count: tasks.data.tasks.length }) : t('nothingWaits')}</span>}</p>
        {library && !library.readOnly && <ImportButton type="case" primary />}
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <BrokenLinksCard />
          <TaskCard tasks={tasks} />
          <RecordCard
            title={t('latest.title')} empty={t('latest.empty')} what={t('latest.notRead')} query={latest}
            rows={latest.data?.map((row) => ({ row, detail: formatDay(row.updatedAt) }))}
          />
        </div>
        <div className={styles.column}>
          <RecordCard title={t('favourites.title')} empty={t('favourites.empty')} what={t('used.notRead')} query={favourites} rows={favourites.data?.map(({ row }) => ({ row, detail: '' }))} />
          <RecordCard title={t('recent.title')} empty={t('recent.empty')} what={t('used.notRead')} query={recent} rows={recent.data?.map(({ row, at }) => ({ row, detail: formatDay(at) }))} />
          <RecordCard title={t('most.title')} empty={t('most.empty')} what={t('used.notRead')} query={most} rows={most.data?.map(({ row, opened }) => ({ row, detail: t('most.times', { count: opened }) }))} />
        </div>
      </div>
    </div>
  )
}
