/** The latest operations on many records: what, when, who, how many, and the way back. */
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { BookX, CalendarPlus, Combine, FilePen, FilePlus, Link2, Merge, PackagePlus, PenLine, RotateCcw, Route, Trash2, Undo2, type LucideIcon } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { formatCount, formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OperationSummary } from '#shared/contract/operations'
import type { OperationKind } from '#shared/model/operation'
import styles from './operations.module.css'
import { useAnnounceOutcome } from './useAnnounceOutcome'

const icons: Readonly<Record<OperationKind, LucideIcon>> = {
  delete: Trash2, bulkEdit: FilePen, move: Route, import: FilePlus, takePackage: PackagePlus, restore: RotateCcw, merge: Combine, mendLinks: Link2,
  renameWord: PenLine, mergeWords: Merge, removeWords: BookX, planAdoptions: CalendarPlus, undo: Undo2,
}

const pageSize = 20
const most = 100

export const OperationList = ({ canWrite }: { canWrite: boolean }) => {
  const { t } = useTranslation('operations')
  const [limit, setLimit] = useState(pageSize)
  const list = useQuery({ ...api.operations.list.queryOptions({ input: { offset: 0, limit } }), placeholderData: keepPreviousData })
  return (
    <section className={styles.list} aria-labelledby="operations-title">
      <h2 id="operations-title" className={styles.heading}>{t('title')}</h2>
      {list.isPending && <SkeletonRows rows={4} rowHeight={56} />}
      {list.error && <ErrorPanel error={list.error} what={t('notRead')} onRetry={() => { void list.refetch() }} />}
      {list.data?.total === 0 && <p className={styles.none}>{t('none')}</p>}
      <ul>{list.data?.operations.map((operation) => <Operation key={operation.id} operation={operation} canWrite={canWrite} />)}</ul>
      {list.data && list.data.total > limit && limit < most && <Button type="link" size="small" onClick={() => { setLimit(Math.min(most, limit + pageSize)) }}>{t('earlier')}</Button>}
    </section>
  )
}

const Operation = ({ operation: { id, kind, at, by, count, titles, undoes, undoneBy, words }, canWrite }: { operation: OperationSummary; canWrite: boolean }) => {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  const announce = useAnnounceOutcome()
  const showError = useErrorDialog()
  const undo = useMutation({
    mutationFn: () => core.operations.undo({ id }),
    onSuccess: (outcome) => { announce(outcome, t(undoes === null ? 'undone' : 'redone', { count: outcome.done }), undoes === null ? 'redo' : 'undo') },
    onError: (error) => { showError(error, t(undoes === null ? 'notUndone' : 'notRedone')) },
  })
  const Icon = icons[kind]
  const counted = { count, shown: formatCount(count, language), of: words ? t(`vocabulary.${words.kind}`) : '', from: words?.from.join(t('separator')) ?? '', into: words?.into ?? '' }
  const what = undoes ? t('kind.undo', { ...counted, what: t(`name.${undoes.kind}`) }) : t(`kind.${kind}`, counted)
  return (
    <li className={styles.operation}>
      <Icon size={15} aria-hidden="true" />
      <div className={styles.about}>
        <p className={styles.what}>{what}</p>
        <p className={styles.titles}>{titles.join(t('separator'))}{count > titles.length && t('andMore')}</p>
        <p className={styles.when}><time dateTime={at}>{formatMoment(at)}</time>{by && `　${by}`}</p>
      </div>
      {undoneBy !== null && <span className={styles.done}>{t('isUndone')}</span>}
      {undoneBy === null && canWrite && <Button size="small" loading={undo.isPending} onClick={() => { undo.mutate() }} aria-label={t('undoOf', { what })}>{t('undo')}</Button>}
    </li>
  )
}
