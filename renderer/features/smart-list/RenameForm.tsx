/** Another name for a saved search: Enter takes it, Escape leaves it as it is. */
import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { useErrorDialog } from '#renderer/ui/states/useErrorDialog'
import type { SavedSearch } from '#shared/contract/search'
import styles from './SmartListPage.module.css'

const longest = 100

export const RenameForm = ({ search, onClose }: { search: SavedSearch; onClose: () => void }) => {
  const { t } = useTranslation(['smart-list', 'common'])
  const showError = useErrorDialog()
  const [typed, setTyped] = useState(search.name)
  const name = typed.trim()
  const save = useMutation({
    mutationFn: () => core.search.save({ ...search, name }),
    onSuccess: onClose,
    onError: (error) => { showError(error, t('rename.failed')) },
  })
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => { event.preventDefault(); if (name !== '') save.mutate() }}
      onKeyDown={(event) => { if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose() }}
    >
      <Input autoFocus aria-label={t('rename.name')} maxLength={longest} value={typed} onChange={(event) => { setTyped(event.target.value) }} onFocus={(event) => { event.target.select() }} />
      <Button type="primary" htmlType="submit" disabled={name === ''} loading={save.isPending}>{t('rename.label')}</Button>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
    </form>
  )
}
