/** The picker in the page: walk the folders of this machine, choose a folder or files. */
import { ArrowUp, FolderPlus, HardDrive, House } from 'lucide-react'
import { Button, Input, Modal, Tooltip } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { SkeletonRows } from '#renderer/ui/states/SkeletonRows'
import { crumbsOf } from './crumbsOf'
import { EntryList } from './EntryList'
import styles from './FilePicker.module.css'
import { NewFolder } from './NewFolder'
import { usePickRequest, type PickRequest } from './pickRequest'
import { useFolder } from './useFolder'

interface FilePickerProps { request: PickRequest, onAnswer: (paths: string[]) => void }

export const FilePicker = ({ request, onAnswer }: FilePickerProps) => {
  const { t } = useTranslation('file-picker')
  const lastFolder = usePickRequest((store) => store.lastFolder)
  const { listing, go } = useFolder((request.kind === 'folder' ? request.startAt : null) ?? lastFolder, request.kind === 'files' ? request.extensions : undefined)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [naming, setNaming] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const folder = listing.isError ? undefined : listing.data
  const here = folder?.path ?? ''
  const move = (path: string | null) => { setNaming(false); setTyped(null); go(path) }
  // What is typed and not gone to yet is not what is listed: the button goes there first, so that nobody chooses another folder than they see named.
  const goesTo = typed !== null && typed.trim() !== '' && typed.trim() !== here ? typed.trim() : undefined
  const confirm = () => {
    usePickRequest.setState({ lastFolder: here })
    onAnswer(request.kind === 'folder' ? [here] : [...chosen])
  }
  const toggle = (path: string) => { setChosen((paths) => (paths.includes(path) ? paths.filter((one) => one !== path) : [...paths, path])) }
  const ready = request.kind === 'folder' ? here !== '' : chosen.length > 0
  const confirmText = request.kind === 'folder'
    ? here === '' ? t('folderTitle') : t('chooseFolder', { name: crumbsOf(here).at(-1)?.name ?? here })
    : t('chooseFiles', { count: chosen.length })

  return (
    <Modal
      open title={t(request.kind === 'folder' ? 'folderTitle' : 'filesTitle')} width={720} onCancel={() => { onAnswer([]) }}
      footer={<div className={styles.footer}>
        <Button icon={<FolderPlus size={15} />} disabled={here === ''} onClick={() => { setNaming(true) }}>{t('newFolder')}</Button>
        <span className={styles.space} />
        <Button onClick={() => { onAnswer([]) }}>{t('common:cancel')}</Button>
        {goesTo === undefined
          ? <Button type="primary" disabled={!ready} onClick={confirm}>{confirmText}</Button>
          : <Button type="primary" onClick={() => { move(goesTo) }}>{t('goTo')}</Button>}
      </div>}
    >
      <div className={styles.places}>
        <Tooltip title={t('home')}><Button type="text" icon={<House size={16} />} aria-label={t('home')} onClick={() => { move(null) }} /></Tooltip>
        <Tooltip title={t('drives')}><Button type="text" icon={<HardDrive size={16} />} aria-label={t('drives')} onClick={() => { move('') }} /></Tooltip>
        <Tooltip title={t('up')}>
          <Button type="text" icon={<ArrowUp size={16} />} aria-label={t('up')} disabled={typeof folder?.parent !== 'string'} onClick={() => { move(folder?.parent ?? null) }} />
        </Tooltip>
        <Input
          value={typed ?? here} aria-label={t('path')} placeholder={t('pathHint')} onChange={(event) => { setTyped(event.target.value) }}
          onPressEnter={() => { if (goesTo !== undefined) move(goesTo) }}
        />
      </div>
      <nav className={styles.crumbs} aria-label={t('crumbs')}>
        {crumbsOf(here).map((crumb) => <button key={crumb.path} onClick={() => { move(crumb.path) }}>{crumb.name}</button>)}
      </nav>
      {naming && <NewFolder parent={here} onCreated={(path) => { void listing.refetch(); move(path) }} onCancel={() => { setNaming(false) }} />}
      <div className={styles.list}>
        {listing.isPending && <SkeletonRows rows={9} rowHeight={32} />}
        {listing.isError && <div className={styles.error}><ErrorPanel error={listing.error} what={t('notListed')} onRetry={() => void listing.refetch()} /></div>}
        {folder && <EntryList
          key={folder.path} entries={folder.entries} chosen={chosen} pickFiles={request.kind === 'files'}
          onOpen={move} onToggle={toggle} onUp={() => { if (folder.parent !== null) move(folder.parent) }} onConfirm={() => { if (ready) confirm() }}
        />}
      </div>
    </Modal>
  )
}
