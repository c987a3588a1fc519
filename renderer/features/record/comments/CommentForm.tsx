/** Where a comment, a reply, or another wording of one is written. Ctrl+Enter sends it, Esc leaves it. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { commentLimits } from '#shared/model/comments'
import styles from './comments.module.css'

interface CommentFormProps {
  label: string
  /** What the button says. */
  action: string
  initial?: string
  isSending: boolean
  error: Error | null
  /** Told what is written so far. */
  onWrite?: (text: string) => void
  onSend: (text: string) => void
  onCancel: () => void
}

export const CommentForm = ({ label, action, initial = '', isSending, error, onWrite, onSend, onCancel }: CommentFormProps) => {
  const { t } = useTranslation(['record', 'common'])
  const [text, setText] = useState(initial)
  const isEmpty = text.trim() === ''
  const send = (): void => { if (!isEmpty && !isSending) onSend(text.trim()) }
  return (
    <form className={styles.form} onSubmit={(event) => { event.preventDefault(); send() }}>
      <Input.TextArea
        autoFocus aria-label={label} placeholder={label} autoSize={{ minRows: 2, maxRows: 10 }} maxLength={commentLimits.text} value={text}
        onChange={(event) => { setText(event.target.value); onWrite?.(event.target.value) }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); send() }
          if (event.key === 'Escape') { event.preventDefault(); event.stopPropagation(); onCancel() }
        }}
      />
      {error && <ErrorPanel error={error} what={t('comments.notKept')} />}
      <div className={styles.formActions}>
        <Button size="small" onClick={onCancel}>{t('common:cancel')}</Button>
        <Button size="small" type="primary" htmlType="submit" disabled={isEmpty} loading={isSending}>{action}</Button>
      </div>
    </form>
  )
}
