/**
 * The search overlay: a dialog that holds the search and gives the focus back when it closes.
 * It is there at once and gone at once (only its looks fade in): a key pressed while a dialog fades would be lost, or go into its box.
 */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchPanel } from './SearchPanel'
import type { SavedSearch } from '#shared/contract/search'
import { fromSaved, noSearch, type TypedSearch } from './typedSearch'
import styles from './SearchOverlay.module.css'

/** `start`: a saved search to begin with, undefined to go on where it was left. */
export interface SearchOverlayProps { open: boolean; start: SavedSearch | undefined; onClose: () => void }

export const SearchOverlay = ({ open, start, onClose }: SearchOverlayProps) => {
  const { t } = useTranslation('search')
  const [search, setSearch] = useState(start ? fromSaved(start) : noSearch)
  const [baseId, setBaseId] = useState(start?.id)
  const [begun, setBegun] = useState(start)
  const goOn = (next: TypedSearch, base: string | undefined): void => {
    setSearch(next)
    setBaseId(base)
  }
  if (start !== begun) {
    setBegun(start)
    if (start) goOn(fromSaved(start), start.id)
  }
  return (
    <Modal
      open={open} onCancel={onClose} footer={null} closable={false} destroyOnHidden keyboard transitionName="" maskTransitionName="" width="min(1160px, calc(100vw - 96px))"
      classNames={{ container: styles.dialog ?? '', header: styles.name ?? '', body: styles.holder ?? '' }} style={{ top: 64, paddingBottom: 0, margin: '0 auto' }}
      title={t('label')}
    >
      <SearchPanel search={search} baseId={baseId} onSearch={goOn} onClose={onClose} />
    </Modal>
  )
}
