/** Two revisions of a record side by side, with the way to bring one of them back. */
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Popconfirm } from 'antd'
import { CircleCheck, History } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import type { RevisionEntry } from '#shared/contract/records'
import { authorOf } from '../authorOf'
import { CompareDrawer, type ComparedContent } from './CompareDrawer'
import { useRestore } from './useRestore'
import styles from './Compare.module.css'

interface RevisionCompareProps {
  id: string
  title: string
  before: RevisionEntry
  after: RevisionEntry
  /** Saves what is unsaved and answers with the revision in place. Undefined where nothing can be changed. */
  prepare: (() => Promise<string>) | undefined
  onClose: () => void
}

/** The content of a revision; of the one in place whatever it is by now. */
const useContent = (id: string, { revisionId, isHead }: RevisionEntry) => {
  const head = useQuery(api.records.get.queryOptions({ input: { id }, enabled: isHead }))
  const earlier = useQuery(api.records.revision.queryOptions({ input: { id, revisionId }, enabled: !isHead }))
  const query = isHead ? head : earlier
  return { content: query.data?.content, error: query.data ? null : query.error, retry: () => { void query.refetch() } }
}

const notWritable = async (): Promise<string> => Promise.reject(new Error('nothing can be restored here'))

export const RevisionCompare = ({ id, title, before, after, prepare, onClose }: RevisionCompareProps) => {
  const { t } = useTranslation('revisions')
  const [left, right] = [useContent(id, before), useContent(id, after)]
  const { restored, error, isBusy, restore, undo } = useRestore(id, prepare ?? notWritable)
  const failed = left.error ?? right.error
  if (!left.content || !right.content) {
    return (
      <Drawer open onClose={onClose} size="100%" title={title}>
        {failed ? <ErrorPanel error={failed} what={t('compare.notRead')} onRetry={() => { left.retry(); right.retry() }} /> : <SkeletonRows rows={12} rowHeight={44} />}
      </Drawer>
    )
  }
  const side = (entry: RevisionEntry, content: ComparedContent['content']): ComparedContent => ({
    content, label: entry.isHead ? t('current') : t('revisionOf', { time: formatMoment(entry.at) }), detail: authorOf(entry, t),
    action: prepare && !entry.isHead && !entry.masked && !restored && (
      <Popconfirm
        title={t('restore.title', { time: formatMoment(entry.at) })} description={<div className={styles.ask}>{t('restore.text')}</div>}
        okText={t('restore.confirm')} cancelText={t('restore.cancel')} onConfirm={() => restore(entry.revisionId)} placement="bottomRight"
      >
        <Button size="small" icon={<History size={14} />} loading={isBusy}>{t('restore.button')}</Button>
      </Popconfirm>
    ),
  })
  return (
    <CompareDrawer
      title={title} before={side(before, left.content)} after={side(after, right.content)} onClose={onClose}
      notice={<>
        {restored && (
          <div className={styles.restored} role="status">
            <CircleCheck size={16} aria-hidden="true" /><span><strong>{t('restore.done')}</strong>{t('restore.doneText')}</span>
            {restored.base !== restored.revisionId && <Button size="small" loading={isBusy} onClick={undo}>{t('restore.undo')}</Button>}
          </div>
        )}
        {error && <div className={styles.failed}><ErrorPanel error={error} what={t('restore.notDone')} /></div>}
      </>}
    />
  )
}
