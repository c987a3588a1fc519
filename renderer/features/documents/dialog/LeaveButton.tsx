/** The one button that lets a document out, what it says of how, and what came of it where that is no file of ours. */
import type { UseMutationResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCapabilities } from '#renderer/client/hostCapabilities'
import { RevealButton } from '#renderer/features/made-files'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from '../documents.module.css'
import type { ExportForm } from '../exportRequest'
import type { Left } from '../leave/useLeaving'

interface LeaveButtonProps {
  form: ExportForm
  isDisabled: boolean
  leaving: UseMutationResult<Left | undefined, Error, void>
  hidesError: boolean
  /** Whoever comes back from what was made goes on here. */
  takesFocus: boolean
  onLeave: () => void
}

export const LeaveButton = ({ form, isDisabled, leaving, hidesError, takesFocus, onLeave }: LeaveButtonProps) => {
  const { t } = useTranslation('documents')
  const isBrowser = useCapabilities()?.nativeDialogs === false
  const left = leaving.data && 'how' in leaving.data ? leaving.data : undefined
  return (
    <div className={styles.leave}>
      {form === 'pdf' && isBrowser && <p className={styles.hint}>{t('pdfHint')}</p>}
      {leaving.isError && !hidesError && <ErrorPanel error={leaving.error} what={t('report.notMade')} />}
      {left && (
        <div className={styles.made} role="status" data-how={left.how}>
          {left.how === 'notPrinted' ? <CircleAlert size={18} aria-hidden="true" /> : <CircleCheck size={18} aria-hidden="true" />}
          <div><p className={styles.strong}>{t(`report.${left.how}`)}</p>{left.path !== null && <p className={styles.place}>{left.path}</p>}</div>
          {left.path !== null && <RevealButton path={left.path} />}
        </div>
      )}
      <Button type="primary" size="large" block autoFocus={takesFocus} disabled={isDisabled} loading={leaving.isPending} onClick={onLeave}>{t(`go.${form}`)}</Button>
    </div>
  )
}
