/** The first page: see how it looks with a sample, begin a library of one's own, or open one that is there. */
import { ArchiveRestore, BookOpenCheck, ChevronRight, FilePlus2, FolderOpen, LoaderCircle, type LucideIcon } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#renderer/client/queries'
import { RestoreFromBackup } from '#renderer/features/backup'
import { usePickFolder } from '#renderer/features/file-picker'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { joinPath } from '#renderer/ui/folderForLibrary'
import { NewLibraryDialog } from './NewLibraryDialog'
import { RecentLibraries } from './RecentLibraries'
import { useLibraryActions } from './useLibraryActions'
import styles from './WelcomePage.module.css'

export const WelcomePage = () => {
  const { t } = useTranslation('welcome')
  const info = useQuery(api.app.info.queryOptions())
  const { open, openSample } = useLibraryActions()
  const pickFolder = usePickFolder()
  const [creating, setCreating] = useState(false)
  const [backup, setBackup] = useState<string>()
  const busy = open.isPending || openSample.isPending

  const chooseAndOpen = async () => {
    openSample.reset()
    const path = await pickFolder()
    if (path !== null) open.mutate({ path })
  }
  const chooseBackup = async () => {
    const folder = await pickFolder()
    if (folder !== null) setBackup(folder)
  }
  const sample = () => {
    open.reset()
    if (info.data) openSample.mutate({ path: joinPath(info.data.defaultLibraryFolder, t('sampleFolder'), info.data.platform) })
  }
  const error = open.error ?? openSample.error ?? info.error

  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t('title')}</h1>
      <p className={styles.lead}>{t('lead')}</p>
      <div className={styles.choices}>
        <Choice icon={BookOpenCheck} title={t('sample')} text={t('sampleText')} disabled={busy || !info.data} busy={openSample.isPending} onClick={sample} />
        <Choice icon={FilePlus2} title={t('new')} text={t('newText')} disabled={busy || !info.data} onClick={() => { setCreating(true) }} />
        <Choice icon={FolderOpen} title={t('openFolder')} text={t('openFolderText')} disabled={busy} busy={open.isPending} onClick={() => void chooseAndOpen()} />
        <Choice icon={ArchiveRestore} title={t('restore')} text={t('restoreText')} disabled={busy} onClick={() => void chooseBackup()} />
      </div>
      {error && <div className={styles.error}><ErrorPanel error={error} {...info.error && { onRetry: () => void info.refetch() }} /></div>}
      <RecentLibraries disabled={busy} onOpen={(path) => { openSample.reset(); open.mutate({ path }) }} />
      {backup !== undefined && <RestoreFromBackup folder={backup} onPick={() => void chooseBackup()} onClose={() => { setBackup(undefined) }} />}
      {creating && info.data && <NewLibraryDialog info={info.data} onClose={() => { setCreating(false) }} />}
    </div>
  )
}

interface ChoiceProps { icon: LucideIcon, title: string, text: string, disabled: boolean, busy?: boolean, onClick: () => void }

const Choice = ({ icon: Icon, title, text, disabled, busy = false, onClick }: ChoiceProps) => (
  <button className={styles.choice} disabled={disabled} onClick={onClick} aria-busy={busy}>
    <span className={styles.tile}>{busy ? <LoaderCircle size={20} className={styles.spin} aria-hidden="true" /> : <Icon size={20} aria-hidden="true" />}</span>
    <span className={styles.words}><strong>{title}</strong><span>{text}</span></span>
    <ChevronRight size={16} aria-hidden="true" />
  </button>
)
