/** Says that the open library can't be written, or that some of its files could not be read, or that two devices changed a record. */
import { FileWarning, Lock } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '#renderer/ui/navigation'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenLibrary } from '#shared/contract/library'
import { failureText } from '#shared/text/messages/failureText'
import styles from './Banner.module.css'

export const LibraryBanner = ({ library }: { library: OpenLibrary }) => {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const navigation = useNavigation()
  const readOnly = library.readOnly && failureText(library.readOnly, language)
  const unread = library.damaged.filter(({ failure }) => failure.code !== 'conflict')
  const branches = library.damaged.length - unread.length
  return (
    <>
      {readOnly && <div className={styles.banner} data-tone="blue" role="status">
        <Lock size={15} aria-hidden="true" /><strong>{t('readOnly')}</strong><span>{readOnly.why}{readOnly.next}</span>
      </div>}
      {(unread.length > 0 || branches > 0) && <div className={styles.banner} data-tone="ochre" role="status">
        <FileWarning size={15} aria-hidden="true" />
        {unread.length > 0 && t('damaged', { count: unread.length })}{branches > 0 && t('branches', { count: branches })}
        <Button type="link" size="small" onClick={navigation.openHealth}>{t('showDamaged')}</Button>
      </div>}
    </>
  )
}
