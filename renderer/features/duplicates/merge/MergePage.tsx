/** Two records to be made one: both are read, and the one further in its life, else the older, is proposed to stay. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { staysFirst } from '#shared/model/merging'
import { MergeView } from './MergeView'
import styles from './merge.module.css'

export const MergePage = ({ one, other }: { one: string; other: string }) => {
  const { t } = useTranslation('duplicates')
  const { openRecord } = useNavigation()
  const [left, right] = [useQuery(api.records.get.queryOptions({ input: { id: one } })), useQuery(api.records.get.queryOptions({ input: { id: other } }))]
  const [isSwapped, setIsSwapped] = useState(false)
  if (!left.data || !right.data) {
    const error = left.error ?? right.error
    return (
      <div className={styles.alone}>
        {error ? <ErrorPanel error={error} what={t('mergePage.notRead')} onRetry={() => { void left.refetch(); void right.refetch() }} /> : <SkeletonRows rows={12} rowHeight={44} />}
      </div>
    )
  }
  const isLeft = staysFirst(left.data, right.data) !== isSwapped
  const [into, from] = isLeft ? [left.data, right.data] : [right.data, left.data]
  return <MergeView key={into.id} into={into} from={from} onCancel={() => { openRecord(one) }} onSwap={() => { setIsSwapped(!isSwapped) }} />
}
