/** Saves the search, in the place of the saved one that it was made of or under a name of its own, and says that it did. */
import { Button } from 'antd'
import { Star } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { SavedSearch } from '#shared/contract/search'
import type { TypedSearch } from '../typedSearch'
import { NameForm } from './NameForm'
import { useSave } from './savedSearches'
import styles from './keep.module.css'

interface SaveBarProps {
  search: TypedSearch
  /** The saved search that this one was made of, where there is one. */
  base: SavedSearch | undefined
  /** Once it is saved. */
  saved: SavedSearch | undefined
  onSaved: (saved: SavedSearch) => void
  onOpenList: (saved: SavedSearch) => void
  onClose: () => void
}

export const SaveBar = ({ search, base, saved, onSaved, onOpenList, onClose }: SaveBarProps) => {
  const { t } = useTranslation(['search', 'common'])
  const [asksName, setAsksName] = useState(base === undefined)
  const save = useSave(onSaved)
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    // The dialog closes by the same key.
    event.stopPropagation()
    onClose()
  }
  return (
    <div className={styles.bar} onKeyDown={pressed}>
      <Star size={15} aria-hidden="true" />
      {saved && <><p role="status">{t('save.saved', { name: saved.name })}</p><button type="button" className={styles.link} onClick={() => onOpenList(saved)}>{t('saved.openList')}</button></>}
      {!saved && asksName && (
        <><span>{t('save.as')}</span><NameForm name={search.text.trim()} action={t('save.label')} isBusy={save.isPending} onName={(name) => save.mutate({ name, search })} onCancel={onClose} /></>
      )}
      {!saved && !asksName && base && (
        <>
          <Button size="small" type="primary" autoFocus className={styles.update ?? ''} loading={save.isPending} onClick={() => save.mutate({ id: base.id, name: base.name, search })}>{t('save.update', { name: base.name })}</Button>
          <Button size="small" onClick={() => setAsksName(true)}>{t('save.asNew')}</Button>
          <Button size="small" onClick={onClose}>{t('common:cancel')}</Button>
        </>
      )}
      {save.error && <ErrorPanel error={save.error} what={t('save.failed')} />}
    </div>
  )
}
