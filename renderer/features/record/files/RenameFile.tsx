/** Asks what a file shall be called in its record. The ending is offered with it: by that its program is found. */
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './files.module.css'

interface RenameFileProps { name: string; onRename: (name: string) => void; onClose: () => void }

const longest = 255

export const RenameFile = ({ name, onRename, onClose }: RenameFileProps) => {
  const { t } = useTranslation(['record', 'common'])
  const id = useId()
  const [next, setNext] = useState(name)
  const wanted = next.trim()
  const rename = (): void => {
    if (wanted === '') return
    if (wanted !== name) onRename(wanted)
    onClose()
  }
  return (
    <Modal open width={480} title={t('files.renameTitle')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('files.renameButton')} okButtonProps={{ disabled: wanted === '' }} onOk={rename}>
      <label htmlFor={id} className={styles.label}>{t('files.name')}</label>
      <Input id={id} autoFocus maxLength={longest} value={next} onChange={(event) => setNext(event.target.value)} onPressEnter={rename} />
    </Modal>
  )
}
