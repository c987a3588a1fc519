/** Asks what a view is to be called. */
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './SavedViews.module.css'

const longest = 100

interface NameDialogProps { name: string; isNew: boolean; onName: (name: string) => void; onClose: () => void }

export const NameDialog = ({ name, isNew, onName, onClose }: NameDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const id = useId()
  const [typed, setTyped] = useState(name)
  const wanted = typed.trim()
  const take = (): void => {
    if (wanted === '') return
    onName(wanted)
    onClose()
  }
  return (
    <Modal
      open width={440} title={t(isNew ? 'saved.add' : 'saved.rename')} onCancel={onClose} cancelText={t('common:cancel')}
      okText={t(isNew ? 'saved.save' : 'saved.rename')} okButtonProps={{ disabled: wanted === '' }} onOk={take}
    >
      <div className={styles.field}>
        <label htmlFor={id}>{t('saved.name')}</label>
        <Input id={id} autoFocus maxLength={longest} value={typed} onChange={(event) => { setTyped(event.target.value) }} onPressEnter={(event) => { if (!event.nativeEvent.isComposing) take() }} />
        {isNew && <p>{t('saved.what')}</p>}
      </div>
    </Modal>
  )
}
