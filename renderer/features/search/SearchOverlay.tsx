/**
 * The search overlay: a dialog that holds the search and gives the focus back when it closes.
 * It is there at once and gone at once (only its looks fade in): a key pressed while a dialog fades would be lost, or go into its box.
 */
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SearchPanel } from './SearchPanel'
import styles from './SearchOverlay.module.css'

export interface SearchOverlayProps { open: boolean; onClose: () => void }

export const SearchOverlay = ({ open, onClose }: SearchOverlayProps) => {
  const { t } = useTranslation('search')
  const [text, setText] = useState('')
  return (
    <Modal
      open={open} onCancel={onClose} footer={null} closable={false} destroyOnHidden keyboard transitionName="" maskTransitionName="" width="min(1160px, calc(100vw - 96px))"
      classNames={{ container: styles.dialog ?? '', header: styles.name ?? '', body: styles.holder ?? '' }} style={{ top: 64, paddingBottom: 0, margin: '0 auto' }}
      title={t('label')}
    >
      <SearchPanel text={text} onText={setText} onClose={onClose} />
    </Modal>
  )
}
