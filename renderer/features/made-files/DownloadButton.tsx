/** Downloads a file that was kept for that. It is handed out once, so the button says when that is done. */
import { Download } from 'lucide-react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { downloadMade } from '#renderer/client/files'
import type { MadeFile } from '#shared/contract/packages'
import styles from './MadeFile.module.css'

const useTaken = create<{ ids: readonly string[] }>(() => ({ ids: [] }))

/** Whether a file still waits to be downloaded. */
export const useWaits = ({ download }: Pick<MadeFile, 'download'>): boolean => useTaken(({ ids }) => download !== null && !ids.includes(download))

export const DownloadButton = ({ file }: { file: MadeFile }) => {
  const { t } = useTranslation('made-files')
  const waits = useWaits(file)
  const take = () => {
    downloadMade(file)
    useTaken.setState(({ ids }) => ({ ids: file.download === null ? ids : [...ids, file.download] }))
  }
  if (!waits) return <span className={styles.taken} role="status">{t('downloaded')}</span>
  return <Button type="primary" icon={<Download size={15} />} onClick={take}>{t('download')}</Button>
}
