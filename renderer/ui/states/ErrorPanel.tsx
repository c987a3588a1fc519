/** An error inside the place that failed: what was not done, why, what to do. Text that was entered stays where it is. */
import { CircleAlert } from 'lucide-react'
import { App, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { failureText, type FailureText } from '#shared/text/messages/failureText'
import { useLanguage } from '../useLanguage'
import { errorFailure } from './errorFailure'
import styles from './states.module.css'

interface ErrorPanelProps {
  /** Anything that was thrown, or a failure as data; an expected failure is told in its own words. */
  error: unknown
  /** What was not done, where the place knows it better than the failure. */
  what?: string
  onRetry?: () => void
  isRetrying?: boolean
  /** What to do, where the place knows it better than the failure. */
  next?: string
}

const useErrorText = (error: unknown): FailureText & { details: string } => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  if (error instanceof Error && error.name === 'ConnectionLost') {
    return { what: t('connectionLost.what'), why: t('connectionLost.why'), next: t('connectionLost.next'), details: error.message }
  }
  const failure = errorFailure(error)
  return { ...failureText(failure, language), details: JSON.stringify(failure) }
}

export const ErrorPanel = ({ error, what, onRetry, isRetrying = false, next }: ErrorPanelProps) => {
  const { t } = useTranslation('common')
  const { message } = App.useApp()
  const text = useErrorText(error)
  const title = what ?? text.what
  const copy = async () => {
    try {
      await navigator.clipboard.writeText([title, text.why, text.details, new Date().toISOString()].join('\n'))
      void message.success(t('copied'))
    } catch {
      void message.warning(text.details)
    }
  }
  return (
    <div className={styles.error} role="alert">
      <CircleAlert size={18} className={styles.errorIcon} aria-hidden="true" />
      <div>
        <p className={styles.errorTitle}>{title}</p>
        <p className={styles.errorText}>{text.why}</p>
        <p className={styles.errorText}>{next ?? text.next}</p>
        <div className={styles.actions}>
          {onRetry && <Button size="small" loading={isRetrying} onClick={onRetry}>{t('retry')}</Button>}
          <Button size="small" onClick={() => void copy()}>{t('copyErrorId')}</Button>
        </div>
      </div>
    </div>
  )
}
