/**
 * The search overlay: a dialog that holds the search and gives the focus back when it closes.
 * It is there at once and gone at once (only its looks fade in): a key pressed while a dialog fades would be lost, or go into its box.
 */
import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchPanel, type SearchPanelProps } from './SearchPanel'
import type { SavedSearch } from '#shared/contract/search'
import { fromSaved, noSearch, type TypedSearch } from './typedSearch'
import styles from './SearchOverlay.module.css'

/** `start`: a saved search to begin with, undefined to go on where it was left. */
export interface SearchOverlayProps { open: boolean; start: SavedSearch | undefined; onClose: () => void }

/** What had the focus before has it again. */
const useFocusGivenBack = (): void => {
  const before = useRef(document.activeElement)
  useEffect(() => {
    const { current } = before
    return () => { if (current instanceof HTMLElement) current.focus({ preventScroll: true }) }
  }, [])
}

/** Mounted open: a dialog that is opened later is drawn by and by, and what is typed by then is lost. */
const SearchDialog = ({ onClose, ...search }: SearchPanelProps) => {
  const { t } = useTranslation('search')
  useFocusGivenBack()
  return (
    <Modal
      open onCancel={onClose} footer={null} closable={false} keyboard transitionName="" maskTransitionName="" width="min(1160px, calc(100vw - 96px))"
      classNames={{ container: styles.dialog ?? '', header: styles.name ?? '', body: styles.holder ?? '' }} style={{ top: 64, paddingBottom: 0, margin: '0 auto' }}
      title={t('label')}
    >
      <SearchPanel {...search} onClose={onClose} />
    </Modal>
  )
}

export const SearchOverlay = ({ open, start, onClose }: SearchOverlayProps) => {
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
  return open && <SearchDialog search={search} baseId={baseId} onSearch={goOn} onClose={onClose} />
}
