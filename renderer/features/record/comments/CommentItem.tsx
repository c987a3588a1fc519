/** One comment with its replies: what it is about, who said what, and what can be done with it. */
import { Button, Popconfirm } from 'antd'
import { Check, CornerDownRight, RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoment } from '#renderer/ui/format'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { Person } from '#shared/model/record'
import type { Remark, ReviewComment } from '#shared/model/comments'
import { newId } from '#shared/model/ids'
import { CommentForm } from './CommentForm'
import styles from './comments.module.css'
import { useCommentCalls } from './useCommentCalls'

interface CommentItemProps {
  recordId: string
  comment: ReviewComment
  me: Pick<Person, 'name' | 'unit'>
  isActive: boolean
  canWrite: boolean
  /** Whether its words are no longer in the text. */
  isLost: boolean
  onActivate: () => void
}

export const CommentItem = ({ recordId, comment, me, isActive, canWrite, isLost, onActivate }: CommentItemProps) => {
  const { t } = useTranslation(['record', 'common'])
  const item = useRef<HTMLLIElement>(null)
  const calls = useCommentCalls(recordId)
  /** Which remark is written at: `reply`, or the id of one that is worded anew. */
  const [writing, setWriting] = useState<string>()
  useEffect(() => { if (isActive) item.current?.scrollIntoView({ block: 'nearest' }) }, [isActive])

  const { id, anchor, replies, resolved } = comment
  const done = { onSuccess: () => setWriting(undefined) }
  const isMine = ({ by }: Remark): boolean => by.name === me.name && by.unit === me.unit

  const remark = (said: Remark, replyId: string | null) => (writing === said.id
    ? (
      <CommentForm
        label={t('comments.edit')} action={t('comments.keep')} initial={said.text} isSending={calls.isPending} error={calls.error}
        onCancel={() => setWriting(undefined)} onSend={(text) => calls.mutate({ kind: 'edit', commentId: id, replyId, text }, done)}
      />
    )
    : (
      <div className={styles.remark}>
        <p className={styles.by}><strong>{said.by.name || t('life.nobody')}</strong><span>{formatMoment(said.at)}{said.editedAt !== undefined && t('comments.edited')}</span></p>
        <p className={styles.text}>{said.text}</p>
        {canWrite && isMine(said) && (
          <p className={styles.own}>
            <button type="button" onClick={() => { calls.reset(); setWriting(said.id) }}>{t('common:edit')}</button>
            {(replyId !== null || replies.every(isMine)) && (
              <Popconfirm title={t('comments.removeTitle')} okText={t('remove.button')} cancelText={t('common:cancel')} onConfirm={() => calls.mutate({ kind: 'remove', commentId: id, replyId })}>
                <button type="button">{t('remove.button')}</button>
              </Popconfirm>
            )}
          </p>
        )}
      </div>
    ))

  return (
    <li ref={item} className={styles.comment} data-active={isActive || undefined} data-resolved={resolved !== undefined || undefined} aria-current={isActive ? 'true' : undefined}>
      {anchor && (
        <button type="button" className={styles.quote} onClick={onActivate} title={t(isLost ? 'comments.lost' : 'comments.toText')}>
          <q>{anchor.quote}</q>{isLost && <span className={styles.lost}>{t('comments.lost')}</span>}
        </button>
      )}
      {remark(comment, null)}
      {replies.map((reply) => <div key={reply.id} className={styles.reply}><CornerDownRight size={13} aria-hidden="true" />{remark(reply, reply.id)}</div>)}
      {resolved && <p className={styles.resolved}><Check size={13} aria-hidden="true" />{t('comments.resolvedBy', { who: resolved.by.name || t('life.nobody'), time: formatMoment(resolved.at) })}</p>}
      {writing === undefined && calls.error && <ErrorPanel error={calls.error} what={t('comments.notKept')} />}
      {writing === 'reply' && (
        <CommentForm
          label={t('comments.reply')} action={t('comments.reply')} isSending={calls.isPending} error={calls.error}
          onCancel={() => setWriting(undefined)} onSend={(text) => calls.mutate({ kind: 'reply', commentId: id, id: newId(), text }, done)}
        />
      )}
      {canWrite && writing === undefined && (
        <div className={styles.actions}>
          <Button size="small" type="text" onClick={() => { calls.reset(); setWriting('reply') }}>{t('comments.reply')}</Button>
          <Button size="small" type="text" icon={resolved ? <RotateCcw size={13} /> : <Check size={13} />} loading={calls.isPending} onClick={() => calls.mutate({ kind: 'resolve', commentId: id, resolved: !resolved })}>
            {t(resolved ? 'comments.reopen' : 'comments.resolve')}
          </Button>
        </div>
      )}
    </li>
  )
}
