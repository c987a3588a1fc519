/** Says on a fresh draft that it is perhaps here already: which record, how much alike and why, to be compared, made one, or kept apart for good. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api } from '#renderer/client/queries'
import { CompareDrawer } from '#renderer/features/revisions'
import { StageTag } from '#renderer/ui/marks/StageTag'
import { TypeMark } from '#renderer/ui/marks/TypeMark'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { DuplicateRecord } from '#shared/contract/duplicates'
import { isNearDuplicate } from '#shared/model/search'
import type { RecordFile } from '#shared/model/record'
import { NearMark } from './NearMark'
import { ReasonList } from './ReasonList'
import styles from './duplicates.module.css'

interface DuplicateNoticeProps {
  record: RecordFile
  /** Saves what is unsaved: what is made one must be what is on the page. */
  prepare: () => Promise<void>
}

/** While the index is being built there may be more every moment. */
const rebuildMs = 1000
const shownAtFirst = 1

const Compared = ({ record, other, onClose }: { record: RecordFile; other: DuplicateRecord['row']; onClose: () => void }) => {
  const { t } = useTranslation('duplicates')
  const there = useQuery(api.records.get.queryOptions({ input: { id: other.id } })).data
  if (!there) return null
  return (
    <CompareDrawer
      title={t('compareTitle')} onClose={onClose} words="beside"
      before={{ label: there.content.title, detail: there.content.number, content: there.content }} after={{ label: record.content.title, detail: record.content.number, content: record.content }}
    />
  )
}

const Duplicate = ({ record, duplicate: { row, resemblance, reasons }, prepare }: DuplicateNoticeProps & { duplicate: DuplicateRecord }) => {
  const { t } = useTranslation('duplicates')
  const { openRecord, openMerge } = useNavigation()
  const showError = useErrorDialog()
  const [compared, setCompared] = useState(false)
  const merge = useMutation({ mutationFn: prepare, onSuccess: () => { openMerge(record.id, row.id) }, onError: (error) => { showError(error, t('notOpened')) } })
  const apart = useMutation({ mutationFn: () => core.search.keepApart({ id: record.id, other: row.id }), onError: (error) => { showError(error, t('notKeptApart')) } })
  return (
    <li className={styles.duplicate}>
      <div className={styles.about}>
        <p className={styles.which}>
          <TypeMark type={row.type} size={18} />
          <button type="button" className={styles.open} dir="auto" title={row.title} onClick={() => { openRecord(row.id) }}>{row.title}</button>
          <span className={styles.where}>{[row.number, row.team || row.unit].filter((part) => part !== '').join('　')}</span>
          <StageTag stage={row.stage} type={row.type} />
          {isNearDuplicate(resemblance) && <NearMark resemblance={resemblance} />}
        </p>
        <ReasonList reasons={reasons} />
      </div>
      <div className={styles.actions}>
        <Button size="small" onClick={() => setCompared(true)}>{t('compare')}</Button>
        <Button size="small" loading={merge.isPending} onClick={() => { merge.mutate() }}>{t('merge')}</Button>
        <Button size="small" type="text" loading={apart.isPending} onClick={() => { apart.mutate() }}>{t('keepApart')}</Button>
      </div>
      {compared && <Compared record={record} other={row} onClose={() => setCompared(false)} />}
    </li>
  )
}

export const DuplicateNotice = ({ record, prepare }: DuplicateNoticeProps) => {
  const { t } = useTranslation('duplicates')
  const [showsAll, setShowsAll] = useState(false)
  const { data } = useQuery({
    ...api.search.duplicates.queryOptions({ input: { id: record.id } }), gcTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.complete === false ? rebuildMs : false),
  })
  const found = data?.records ?? []
  if (found.length === 0) return null
  return (
    <section className={styles.notice} aria-label={t('title')}>
      <p className={styles.head} role="status"><Copy size={16} aria-hidden="true" /><strong>{t('title')}</strong>{t('text', { count: found.length })}</p>
      <ul>{(showsAll ? found : found.slice(0, shownAtFirst)).map((duplicate) => <Duplicate key={duplicate.row.id} record={record} duplicate={duplicate} prepare={prepare} />)}</ul>
      {!showsAll && found.length > shownAtFirst && <Button type="link" size="small" onClick={() => setShowsAll(true)}>{t('showOthers', { count: found.length - shownAtFirst })}</Button>}
    </section>
  )
}
