/** Choosing a backup to restore a library from, where there may be none open: the folder, then the run. */
import { useQuery } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { RunList } from '../runs/RunList'
import styles from '../backup.module.css'

/** `folder` is the one that was picked; `onPick` asks for another one. */
interface RestoreFromBackupProps { folder: string, onPick: () => void, onClose: () => void }

export const RestoreFromBackup = ({ folder, onPick, onClose }: RestoreFromBackupProps) => {
  const { t } = useTranslation('backup')
  const runs = useQuery({ ...api.backups.list.queryOptions({ input: { folder } }), staleTime: 0, gcTime: 0 })
  return (
    <Modal open title={t('from.title')} width={880} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <div className={styles.dialog}>
        <div className={styles.line}><span>{folder}</span><Button size="small" onClick={onPick}>{t('from.other')}</Button></div>
        {runs.isPending && <SkeletonRows rows={4} />}
        {runs.isError && <ErrorPanel error={runs.error} onRetry={() => void runs.refetch()} />}
        {runs.data && <RunList {...runs.data} canRestoreRecords={false} namesLibrary />}
      </div>
    </Modal>
  )
}
