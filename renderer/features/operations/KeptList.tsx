/** The records that an operation left as they are, the first of them by name, each with the reason. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { KeptRecord } from '#shared/contract/operations'
import { failureText } from '#shared/text/messages/failureText'
import styles from './operations.module.css'

const named = 5

export const KeptList = ({ kept }: { kept: readonly KeptRecord[] }) => {
  const { t } = useTranslation('operations')
  const language = useLanguage()
  return (
    <>
      <p>{t('kept.title', { count: kept.length })}</p>
      <ul className={styles.kept}>
        {kept.slice(0, named).map(({ id, number, title, why, failure }) => (
          <li key={id}><strong>{title || number || id}</strong>{failure ? failureText(failure, language).why : t(`kept.${why}`)}</li>
        ))}
      </ul>
      {kept.length > named && <p>{t('kept.more', { count: kept.length - named })}</p>}
    </>
  )
}
