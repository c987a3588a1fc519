/** A saved search: run, opened as a list, renamed, deleted. Deleting asks in its place. */
import { Button } from 'antd'
import { ListFilter, Pencil, Star, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { SavedSearch } from '#shared/contract/search'
import { NameForm } from './NameForm'
import { useRemoveSaved, useRename } from './savedSearches'
import styles from './keep.module.css'

interface SavedItemProps { saved: SavedSearch; canSave: boolean; onRun: () => void; onOpenList: () => void }

export const SavedItem = ({ saved, canSave, onRun, onOpenList }: SavedItemProps) => {
  const { t } = useTranslation(['search', 'common'])
  const [asks, setAsks] = useState<'name' | 'removal'>()
  const rename = useRename()
  const remove = useRemoveSaved()
  const error = rename.error ?? remove.error
  const { name } = saved
  return (
    <li className={styles.item}>
      {asks === 'name' && (
        <NameForm name={name} action={t('saved.rename')} isBusy={rename.isPending} onCancel={() => setAsks(undefined)} onName={(next) => { rename.mutate({ saved, name: next }); setAsks(undefined) }} />
      )}
      {asks === 'removal' && (
        <>
          <span className={styles.question}>{t('saved.removeQuestion', { name })}</span>
          <Button size="small" danger autoFocus loading={remove.isPending} onClick={() => remove.mutate(saved.id)}>{t('saved.remove')}</Button>
          <Button size="small" onClick={() => setAsks(undefined)}>{t('common:cancel')}</Button>
        </>
      )}
      {!asks && (
        <>
          <button type="button" className={styles.run} data-run onClick={onRun}><Star size={14} aria-hidden="true" /><span>{name}</span>{saved.text !== name && <span className={styles.text}>{saved.text}</span>}</button>
          <Button type="text" size="small" icon={<ListFilter size={14} />} aria-label={t('saved.openThis', { name })} title={t('saved.openList')} onClick={onOpenList} />
          {canSave && <Button type="text" size="small" icon={<Pencil size={14} />} aria-label={t('saved.renameThis', { name })} title={t('saved.rename')} onClick={() => setAsks('name')} />}
          {canSave && <Button type="text" size="small" icon={<Trash2 size={14} />} aria-label={t('saved.removeThis', { name })} title={t('saved.remove')} onClick={() => setAsks('removal')} />}
        </>
      )}
      {error && <ErrorPanel error={error} what={t(rename.error ? 'saved.notRenamed' : 'saved.notRemoved')} />}
    </li>
  )
}
