/** The page of the trash: what was deleted, and beside it the latest operations, which can be taken back as a whole. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { Search } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { OperationList } from '#renderer/features/operations'
import { formatCount } from '#renderer/ui/format'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import { EmptyButton } from './EmptyButton'
import { EmptyingReport } from './EmptyingReport'
import styles from './trash.module.css'
import { TrashBar } from './TrashBar'
import { TrashTable } from './TrashTable'

const pageSize = 100

export const TrashPage = () => {
  const { t } = useTranslation('trash')
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed.trim())
  const [page, setPage] = useState(1)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const library = useQuery(api.library.current.queryOptions()).data
  const list = useQuery({ ...api.trash.list.queryOptions({ input: { text, offset: (page - 1) * pageSize, limit: pageSize } }), placeholderData: keepPreviousData })
  const canWrite = library !== undefined && library !== null && !library.readOnly
  const { data } = list
  const isEmpty = data?.all === 0
  return (
    <div className={styles.page}>
      <section className={styles.sheet} aria-labelledby="trash-title">
        <header className={styles.head}>
          <h1 id="trash-title" className={styles.title}>{t('title')}</h1>
          <p className={styles.count} role="status">{data && !isEmpty && t('count', { count: data.all, shown: formatCount(data.all, language) })}</p>
          {!isEmpty && (
            <Input
              className={styles.search ?? ''} prefix={<Search size={15} aria-hidden="true" />} allowClear placeholder={t('search')} aria-label={t('search')}
              value={typed} onChange={(event) => { setTyped(event.target.value); setPage(1) }}
            />
          )}
          {canWrite && data && !isEmpty && <EmptyButton />}
        </header>
        <EmptyingReport />
        {list.isPending && <SkeletonRows rows={12} rowHeight={36} />}
        {list.error && <div className={styles.inset}><ErrorPanel error={list.error} what={t('notRead')} onRetry={() => { void list.refetch() }} /></div>}
        {isEmpty && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
        {data && !isEmpty && (data.total === 0
          ? <EmptyState title={t('none.title')} text={t('none.text')} />
          : <TrashTable rows={data.rows} total={data.total} page={page} pageSize={pageSize} chosen={chosen} canChoose={canWrite} onPage={setPage} onChoose={setChosen} />)}
        {chosen.length > 0 && <TrashBar chosen={chosen} onDone={() => { setChosen([]) }} />}
      </section>
      <aside className={styles.side}><OperationList canWrite={canWrite} /></aside>
    </div>
  )
}
