/** Makes a folder in the one in sight. */
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { host } from '#renderer/client/client'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import styles from './FilePicker.module.css'

interface NewFolderProps { parent: string, onCreated: (path: string) => void, onCancel: () => void }

export const NewFolder = ({ parent, onCreated, onCancel }: NewFolderProps) => {
  const { t } = useTranslation('file-picker')
  const [name, setName] = useState('')
  const create = useMutation({ mutationFn: () => host.createFolder({ parent, name: name.trim() }), onSuccess: ({ path }) => { onCreated(path) } })
  return (
    <div className={styles.naming}>
      <div className={styles.places}>
        <Input
          autoFocus value={name} maxLength={120} aria-label={t('folderName')} placeholder={t('folderName')} onChange={(event) => { setName(event.target.value) }}
          onPressEnter={() => { if (name.trim()) create.mutate() }}
          onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); onCancel() } }}
        />
        <Button disabled={!name.trim()} loading={create.isPending} onClick={() => { create.mutate() }}>{t('createFolder')}</Button>
        <Button type="text" onClick={onCancel}>{t('common:cancel')}</Button>
      </div>
      {create.isError && <ErrorPanel error={create.error} what={t('notCreated')} />}
    </div>
  )
}
