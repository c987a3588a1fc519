/** Whether what the author wrote is safe on disk. Always in sight at the head of a page that saves by itself. */
import { CloudCheck, CloudAlert, CloudUpload } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../useLanguage'
import styles from './states.module.css'

export type Saving =
  | { state: 'saved', at: Date }
  | { state: 'unsaved' }
  | { state: 'saving' }
  /** Something on the screen can't be saved as it is. */
  | { state: 'refused', why: string }
  | { state: 'failed' }

export const SaveState = ({ saving }: { saving: Saving }) => {
  const { t } = useTranslation('common')
  const language = useLanguage()
  switch (saving.state) {
    case 'saved': {
      const time = saving.at.toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false })
      return <span className={styles.save} role="status"><CloudCheck size={14} color="var(--lf-jade)" aria-hidden="true" />{t('save.saved', { time })}</span>
    }
    case 'unsaved':
    case 'saving':
      return <span className={styles.save} role="status"><CloudUpload size={14} aria-hidden="true" />{t('save.saving')}</span>
    case 'refused':
      return <span className={styles.save} data-failed role="status"><CloudAlert size={14} aria-hidden="true" />{t('save.refused', { why: saving.why })}</span>
    case 'failed':
      return <span className={styles.save} data-failed role="alert"><CloudAlert size={14} aria-hidden="true" />{t('save.failed')}</span>
  }
}
