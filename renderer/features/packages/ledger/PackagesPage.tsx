/** The page of packages: what is under way or waits, and the ledger of what was sent and received. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatCount } from '#renderer/ui/format'
import { EmptyState } from '#renderer/ui/states/EmptyState'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import { OpenPackageButton } from '../OpenPackageButton'
import { PackSavedSearch } from '../PackSavedSearch'
import { SuggestableList } from '../suggest/SuggestableList'
import { CurrentPackages } from './CurrentPackages'
import { ExchangeTable } from './ExchangeTable'
import styles from './ledger.module.css'

export const PackagesPage = () => {
  const { t } = useTranslation(['packages', 'common'])
  const language = useLanguage()
  const ledger = useQuery({ ...api.packages.exchanges.queryOptions(), staleTime: 0 })
  const isEmpty = ledger.data?.length === 0
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t('title')}</h1>
        <p className={styles.count} role="status">{ledger.data && !isEmpty && t('ledger.count', { count: ledger.data.length, shown: formatCount(ledger.data.length, language) })}</p>
        <PackSavedSearch />
        {!isEmpty && <OpenPackageButton />}
      </header>
      <CurrentPackages />
      <SuggestableList />
      {ledger.isPending && <SkeletonRows rows={8} />}
      {ledger.isError && <ErrorPanel error={ledger.error} what={t('ledger.notRead')} onRetry={() => void ledger.refetch()} />}
      {isEmpty && <div className={styles.empty}><EmptyState title={t('empty.title')} text={t('empty.text')} action={<OpenPackageButton />} example={<span className={styles.example}>{t('empty.example')}</span>} /></div>}
      {ledger.data && !isEmpty && <ExchangeTable exchanges={ledger.data} />}
    </div>
  )
}
