/** The revisions of a record beside its text: each opens beside the current one, two that are ticked beside one another. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { CircleAlert, Columns2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { RevisionEntry } from '#shared/contract/records'
import { failureText } from '#shared/text/messages/failureText'
import { RevisionCompare } from '../compare/RevisionCompare'
import { RevisionItem } from './RevisionItem'
import styles from './RevisionPanel.module.css'

interface RevisionPanelProps {
  id: string
  title: string
  /** Saves what is unsaved and answers with the revision in place. Undefined where nothing can be changed. */
  prepare: (() => Promise<string>) | undefined
}

const shownAtOnce = 50

/** The older of two on the left. */
const inOrder = (a: RevisionEntry, b: RevisionEntry): [RevisionEntry, RevisionEntry] => (b.isHead || (!a.isHead && a.at < b.at) ? [a, b] : [b, a])

export const RevisionPanel = ({ id, title, prepare }: RevisionPanelProps) => {
  const { t } = useTranslation(['revisions', 'common'])
  const language = useLanguage()
  const history = useQuery(api.records.history.queryOptions({ input: { id } }))
  const [limit, setLimit] = useState(shownAtOnce)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const [compared, setCompared] = useState<[RevisionEntry, RevisionEntry]>()
  if (history.isPending) return <SkeletonRows rows={4} rowHeight={52} />
  if (history.error && !history.data) return <ErrorPanel error={history.error} what={t('notRead')} onRetry={() => { void history.refetch() }} />
  const { revisions, unread } = history.data
  const current = revisions.find(({ isHead }) => isHead)
  const chosen = revisions.filter(({ revisionId }) => ticked.includes(revisionId))
  const [first, second] = chosen
  const atOf = (revisionId: string | null): string | undefined => revisions.find((each) => each.revisionId === revisionId)?.at
  // A third takes the place of the one that was ticked first.
  const tick = (revisionId: string, isTicked: boolean): void => setTicked(isTicked ? [...ticked, revisionId].slice(-2) : ticked.filter((each) => each !== revisionId))
  return (
    <section aria-label={t('title')}>
      {revisions.length > 1 && (
        <div className={styles.bar}>
          <p>{t(first && !second ? 'chooseOther' : 'choose')}</p>
          <Button size="small" icon={<Columns2 size={14} />} disabled={!first || !second} onClick={() => { if (first && second) setCompared(inOrder(first, second)) }}>{t('compareTwo')}</Button>
        </div>
      )}
      <ol className={styles.list}>
        {revisions.slice(0, limit).map((revision) => (
          <RevisionItem
            key={revision.revisionId} revision={revision} restoredFrom={atOf(revision.restoredFrom)}
            isTicked={ticked.includes(revision.revisionId)} onTick={revisions.length > 1 ? (isTicked) => tick(revision.revisionId, isTicked) : undefined}
            onOpen={current && !revision.isHead ? () => setCompared([revision, current]) : undefined}
          />
        ))}
      </ol>
      {revisions.length > limit && <Button type="link" size="small" onClick={() => setLimit(limit + shownAtOnce)}>{t('more', { count: revisions.length - limit })}</Button>}
      {unread.map(({ revisionId, failure }) => (
        <div key={revisionId ?? 'head'} className={styles.unread}>
          <CircleAlert size={14} aria-hidden="true" />
          <span><strong>{t(revisionId === null ? 'unreadCurrent' : 'unread')}</strong>{failureText(failure, language).why}</span>
        </div>
      ))}
      {revisions.length <= 1 && unread.length === 0 && <p className={styles.only}>{t('only')}</p>}
      {compared && (
        <RevisionCompare
          id={id} title={t('compareTitle', { title })} before={compared[0]} after={compared[1]} prepare={prepare}
          onClose={() => setCompared(undefined)} key={compared.map(({ revisionId }) => revisionId).join(' ')}
        />
      )}
    </section>
  )
}
