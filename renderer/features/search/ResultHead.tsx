/** What stands above the results: completions of what is typed, and the order. */
import { Segmented } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchSort } from '#shared/contract/search'
import styles from './SearchOverlay.module.css'

interface ResultHeadProps { children: ReactNode; sort: SearchSort; canSort: boolean; onSort: (sort: SearchSort) => void }

export const ResultHead = ({ children, sort, canSort, onSort }: ResultHeadProps) => {
  const { t } = useTranslation('search')
  return (
    <div className={styles.head}>
      {children}
      {canSort && (
        <Segmented
          size="small" className={styles.sort ?? ''} aria-label={t('sort.label')} value={sort} onChange={onSort}
          options={SearchSort.options.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      )}
    </div>
  )
}
