/** Adoptions that the library which handed their product over has not got as they are now: a package of them reports them. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { MessageSquareReply } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { packChosen } from '#renderer/features/packages'
import { formatDay } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { Reportable } from '#shared/contract/adoptions'
import { unitOf } from '../unitOf'
import styles from './list.module.css'

export const ReportableList = () => {
  const { t } = useTranslation('adoptions')
  const query = useQuery(api.adoptions.reportable.queryOptions())
  if (query.error) return <ErrorPanel error={query.error} what={t('report.notRead')} onRetry={() => { void query.refetch() }} />
  if (!query.data || query.data.length === 0) return null
  return <ul className={styles.reportable} aria-label={t('reportable.label')}>{query.data.map((each) => <OfLibrary key={each.library.id} reportable={each} />)}</ul>
}

const OfLibrary = ({ reportable: { library, adoptions, sentAt } }: { reportable: Reportable }) => {
  const { t } = useTranslation(['adoptions', 'common'])
  const name = library.unit || library.name
  const units = [...new Set(adoptions.map(unitOf))].filter((unit) => unit !== '')
  const pack = (): void => {
    packChosen({ ids: adoptions.map(({ row }) => row.id), editions: [] }, {
      title: t('reportable.title', { units: units.slice(0, 2).join(t('common:listComma')), day: formatDay(new Date().toISOString()) }), purpose: t('reportable.purpose'), unit: name, libraryId: library.id,
    })
  }
  return (
    <li>
      <MessageSquareReply size={16} aria-hidden="true" />
      <p>{t('reportable.text', { count: adoptions.length, name })}<span>{sentAt === null ? t('reportable.never') : t('reportable.since', { day: formatDay(sentAt) })}</span></p>
      <Button size="small" onClick={pack}>{t('reportable.make')}</Button>
    </li>
  )
}
