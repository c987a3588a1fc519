/** What was adjusted or could not be carried over. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { ExportWarning } from '#shared/contract/documents'
import { exportWarningText } from '#shared/text/messages/failureText'
import styles from '../documents.module.css'

export const WarningList = ({ warnings, none }: { warnings: readonly ExportWarning[]; none: string }) => {
  const { t } = useTranslation('documents')
  const language = useLanguage()
  return (
    <section className={styles.fact} aria-label={t('adjusted')}>
      <h3>{t('adjusted')}</h3>
      {warnings.length === 0 ? <p className={styles.hint}>{none}</p> : <ul className={styles.warnings}>{warnings.map((warning) => <li key={`${warning.code} ${warning.detail}`}>{exportWarningText(warning, language)}</li>)}</ul>}
    </section>
  )
}
