/** Restoring a whole library to a folder of its own: where, how far it is, and opening it there. */
import { CircleCheck } from 'lucide-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import { usePickFolder } from '#renderer/features/file-picker'
import { JobProgress } from '#renderer/features/jobs'
import { folderName, joinPath } from '#renderer/ui/folderForLibrary'
import { formatDay, formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { BackupRun } from '#shared/contract/backups'
import styles from '../backup.module.css'

interface RestoreLibraryDialogProps { run: BackupRun, onClose: () => void }

export const RestoreLibraryDialog = ({ run, onClose }: RestoreLibraryDialogProps) => {
  const { t } = useTranslation('backup')
  const info = useQuery(api.app.info.queryOptions())
  const pickFolder = usePickFolder()
  const [typed, setTyped] = useState<string>()
  const name = t('whole.folderOffered', { name: folderName(run.library.name), day: formatDay(run.at) })
  const offered = info.data ? joinPath(info.data.defaultLibraryFolder, name, info.data.platform) : ''
  const to = (typed ?? offered).trim()
  const start = useMutation({ mutationFn: () => core.backups.restoreAll({ run: run.path, to }) })
  const choose = async () => {
    const folder = await pickFolder()
    if (folder !== null && info.data) setTyped(joinPath(folder, name, info.data.platform))
  }
  return (
    <Modal open title={t('whole.title')} width={640} onCancel={onClose} footer={null} mask={{ closable: false }}>
      <div className={styles.dialog}>
        <p className={styles.hint}>{t('whole.text', { name: run.library.name, at: formatMoment(run.at), count: run.files })}</p>
        {start.data
          ? <Restoring jobId={start.data.jobId} onAgain={start.reset} onClose={onClose} />
          : <>
            <label className={styles.field} htmlFor="restore-folder"><span>{t('whole.to')}</span></label>
            <div className={styles.where}>
              <Input id="restore-folder" value={typed ?? offered} onChange={(event) => { setTyped(event.target.value) }} />
              <Button onClick={() => void choose()}>{t('whole.choose')}</Button>
            </div>
            {start.isError && <ErrorPanel error={start.error} what={t('whole.notRestored')} />}
            <div className={styles.foot}>
              <p>{t('whole.keeps')}</p>
              <Button onClick={onClose}>{t('common:cancel')}</Button>
              <Button type="primary" disabled={to === ''} loading={start.isPending} onClick={() => { start.mutate() }}>{t('whole.start')}</Button>
            </div>
          </>}
      </div>
    </Modal>
  )
}

const Restoring = ({ jobId, onAgain, onClose }: { jobId: string, onAgain: () => void, onClose: () => void }) => {
  const { t } = useTranslation('backup')
  const navigation = useNavigation()
  const job = useQuery(api.jobs.get.queryOptions({ input: { id: jobId } }))
  const restored = useQuery(api.backups.restoredAll.queryOptions({ input: { jobId }, enabled: job.data?.state === 'done' }))
  const open = useMutation({
    mutationFn: (path: string) => core.library.open({ path }),
    onSuccess: (library) => {
      queryClient.setQueryData(api.library.current.queryKey(), library)
      onClose()
      navigation.openWorkbench()
    },
  })
  const error = job.error ?? job.data?.failure ?? restored.error ?? open.error
  return (
    <>
      {job.data?.state === 'running' && <JobProgress job={job.data} />}
      {job.data?.state === 'cancelled' && <p className={styles.hint} role="status">{t('whole.stopped')}</p>}
      {error && <ErrorPanel error={error} what={t('whole.notRestored')} />}
      {restored.data && <p className={styles.good} role="status"><CircleCheck size={14} aria-hidden="true" />{t('whole.done', { path: restored.data.path, count: restored.data.files })}</p>}
      <div className={styles.foot}>
        {(error ?? (job.data?.state === 'cancelled')) && <Button onClick={onAgain}>{t('whole.again')}</Button>}
        <Button onClick={onClose}>{t('common:close')}</Button>
        {restored.data && <Button type="primary" loading={open.isPending} onClick={() => { open.mutate(restored.data.path) }}>{t('whole.open')}</Button>}
      </div>
    </>
  )
}
