/** The comments beside the text: what is open in the order of the text, what is settled behind a switch, and where a new one is written. */
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { MessageSquarePlus } from 'lucide-react'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { findAnchor, type ReviewComment } from '#shared/model/comments'
import type { RecordFile } from '#shared/model/record'
import type { RecordSession } from '../session/recordSession'
import { CommentForm } from './CommentForm'
import { CommentItem } from './CommentItem'
import styles from './comments.module.css'
import { useComments } from './CommentsContext'
import { useCommentCalls } from './useCommentCalls'

/** How far down in the text the words of a comment stand: those about the whole come first, lost ones last. */
const placer = ({ content: { body } }: RecordFile) => {
  const texts = new Map([...placedBlocks(body)].map(({ block }, index) => [block.id, { index, text: blockText(block) }]))
  return ({ anchor }: ReviewComment): { at: number; isLost: boolean } => {
    if (!anchor) return { at: -1, isLost: false }
    const block = texts.get(anchor.blockId)
    const found = block && findAnchor(block.text, anchor)
    return block && found ? { at: block.index + found.start / 1e6, isLost: false } : { at: Infinity, isLost: true }
  }
}

export const CommentPanel = ({ session, onShow }: { session: RecordSession; onShow: (blockId: string) => void }) => {
  const { t } = useTranslation('record')
  const { record } = useSyncExternalStore(session.subscribe, session.view)
  const { list, isPending, error, retry, draft, activeId, begin, write, endDraft, setActive, canWrite } = useComments()
  const me = useQuery(api.app.settings.queryOptions()).data?.profile ?? { name: '', unit: '' }
  const calls = useCommentCalls(record.id)
  const [showsResolved, setShowsResolved] = useState(false)
  if (error && list.length === 0) return <ErrorPanel error={error} what={t('comments.notRead')} onRetry={retry} />
  if (isPending) return <SkeletonRows rows={3} rowHeight={60} />

  const placeOf = placer(record)
  const placed = list.map((comment) => ({ comment, ...placeOf(comment) })).sort((a, b) => a.at - b.at || a.comment.at.localeCompare(b.comment.at))
  const open = placed.filter(({ comment }) => !comment.resolved)
  const resolved = placed.filter(({ comment }) => comment.resolved)
  const item = ({ comment, isLost }: (typeof placed)[number]) => (
    <CommentItem
      key={comment.id} recordId={record.id} comment={comment} me={me} isActive={comment.id === activeId} canWrite={canWrite} isLost={isLost}
      onActivate={() => { setActive(comment.id); if (comment.anchor && !isLost) onShow(comment.anchor.blockId) }}
    />
  )
  return (
    <section aria-label={t('comments.title')} className={styles.panel}>
      {draft !== undefined && (
        <div className={styles.draft}>
          {draft.anchor && <p className={styles.quote}><q>{draft.anchor.quote}</q></p>}
          <CommentForm
            key={draft.id} initial={draft.text} onWrite={write} label={t(draft.anchor ? 'comments.onWords' : 'comments.onRecord')} action={t('comments.comment')} isSending={calls.isPending} error={calls.error}
            onCancel={() => { calls.reset(); endDraft() }}
            onSend={(text) => calls.mutate({ kind: 'add', id: draft.id, anchor: draft.anchor && { ...draft.anchor, revisionId: record.revision.id }, text }, { onSuccess: endDraft })}
          />
        </div>
      )}
      {open.length > 0 && <ul className={styles.list}>{open.map(item)}</ul>}
      {open.length === 0 && draft === undefined && <p className={styles.none}>{t(canWrite ? 'comments.none' : 'comments.noneReadOnly')}</p>}
      {canWrite && draft === undefined && <Button size="small" icon={<MessageSquarePlus size={14} />} onClick={() => begin(null)}>{t('comments.onRecord')}</Button>}
      {resolved.length > 0 && (
        <>
          <button type="button" className={styles.more} aria-expanded={showsResolved} onClick={() => setShowsResolved(!showsResolved)}>{t(showsResolved ? 'comments.hideResolved' : 'comments.showResolved', { count: resolved.length })}</button>
          {showsResolved && <ul className={styles.list}>{resolved.map(item)}</ul>}
        </>
      )}
    </section>
  )
}
