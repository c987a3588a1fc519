/** Says that the open library can't be written, and what to do then; that some of its files could not be read; that two devices changed a record. */
import { FileWarning, Lock } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { isLibraryFile } from '#renderer/features/library-health'
import { useNavigation } from '#renderer/ui/navigation'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { OpenLibrary } from '#shared/contract/library'
import { failureText, inOneLine } from '#shared/text/messages/failureText'
import styles from './Banner.module.css'

/** Opens the library again, to write now that nobody else does. Where that can't be it says why: the banner alone would look as before. */
const EditInstead = ({ path, isFree }: { path: string, isFree: boolean }) => {
  const { t } = useTranslation('app')
  const showError = useErrorDialog()
  const open = useMutation({
    mutationFn: () => core.library.open({ path }),
    onSuccess: (library) => {
      queryClient.setQueryData(api.library.current.queryKey(), library)
      if (library.readOnly && library.readOnly.code !== 'library_copied') showError(library.readOnly, t('notEditedHere'))
    },
    onError: (error) => { showError(error) },
  })
  return <Button type={isFree ? 'primary' : 'default'} size="small" loading={open.isPending} onClick={() => { open.mutate() }}>{t('editInstead')}</Button>
}

export const LibraryBanner = ({ library }: { library: OpenLibrary }) => {
  const { t } = useTranslation('app')
  const language = useLanguage()
  const navigation = useNavigation()
  const { readOnly, writerLeft, path } = library
  const text = readOnly && failureText(readOnly, language)
  const description = library.damaged.find(({ path: file }) => isLibraryFile(path, file))
  const others = library.damaged.filter((each) => each !== description)
  const unread = others.filter(({ failure }) => failure.code !== 'conflict')
  const branches = others.length - unread.length
  const why = () => {
    if (description) return t('libraryFileDamaged')
    return writerLeft ? t('writerLeft') : text && inOneLine([text.why, text.next], language)
  }
  return (
    <>
      {text && <div className={styles.banner} data-tone="blue" role="status">
        <Lock size={15} aria-hidden="true" /><strong>{t('readOnly')}</strong><span>{why()}</span>
        {description && <Button type="primary" size="small" onClick={navigation.openHealth}>{t('putBack')}</Button>}
        {readOnly.code === 'library_locked' && <EditInstead path={path} isFree={writerLeft} />}
      </div>}
      {(unread.length > 0 || branches > 0) && <div className={styles.banner} data-tone="ochre" role="status">
        <FileWarning size={15} aria-hidden="true" />
        {unread.length > 0 && t('damaged', { count: unread.length })}{branches > 0 && t('branches', { count: branches })}
        <Button type="link" size="small" onClick={navigation.openHealth}>{t('showDamaged')}</Button>
      </div>}
    </>
  )
}
