/** Downloads a file that was kept for that; afterwards it no longer waits for anybody. */
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
  return (
    <>
      {!waits && <span className={styles.taken} role="status">{t('downloaded')}</span>}
      <Button type={waits ? 'primary' : 'default'} icon={<Download size={15} />} onClick={take}>{t('download')}</Button>
    </>
  )
}
