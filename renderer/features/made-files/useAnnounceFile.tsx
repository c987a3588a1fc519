/** Says that a file was made, where it is, and what could not be carried over; a browser gets it to download. */
import { App } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { downloadMade } from '#renderer/client/files'
import { formatBytes } from '#renderer/ui/format'
import type { MadeFile } from '#shared/contract/packages'
import styles from './MadeFile.module.css'
import { RevealButton } from './RevealButton'

/** Time enough to read where the file is. */
const shownSeconds = 8

/** `title` says what was done; `warnings` stay in sight until they are closed. */
export const useAnnounceFile = (): ((file: MadeFile, title: string, warnings: readonly string[]) => void) => {
  const { t } = useTranslation('made-files')
  const { notification } = App.useApp()
  return useCallback((file, title, warnings) => {
    downloadMade(file)
    const show = warnings.length > 0 ? notification.warning : notification.success
    show({
      title, duration: warnings.length > 0 ? false : shownSeconds,
      description: (
        <div className={styles.made}>
          <p className={styles.place}>{file.path ?? file.name}<span>{formatBytes(file.size)}</span></p>
          {file.path === null && <p>{t('downloaded')}</p>}
          {warnings.length > 0 && <><p>{t('changed')}</p><ul>{warnings.map((warning) => <li key={warning}>{warning}</li>)}</ul></>}
        </div>
      ),
      ...file.path !== null && { actions: <RevealButton path={file.path} /> },
    })
  }, [notification, t])
}
