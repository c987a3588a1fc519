/** Keys from their copy: after a change of machines, or where they were lost. */
import { FolderOpen } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { usePickFiles } from '#renderer/features/file-picker'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { keysExtension } from './useKeys'
import styles from './keys.module.css'

export const RecoverDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation(['keys', 'common'])
  const { message } = App.useApp()
  const id = useId()
  const pickFiles = usePickFiles()
  const [path, setPath] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const choose = useMutation({ mutationFn: async () => pickFiles({ extensions: [keysExtension] }), onSuccess: ([chosen]) => { if (chosen !== undefined) setPath(chosen) } })
  const recover = useMutation({
    mutationFn: async () => core.keys.recover({ path, passphrase }),
    onSuccess: () => {
      void message.success(t('recover.done'))
      onClose()
    },
  })
  return (
    <Modal
      open width={480} title={t('recover.title')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('recover.do')}
      okButtonProps={{ disabled: path === '' || passphrase === '', loading: recover.isPending }} onOk={() => { recover.mutate() }}
    >
      <div className={styles.dialog}>
        <p className={styles.text}>{t('recover.text')}</p>
        <div className={styles.buttons}>
          <Button icon={<FolderOpen size={15} />} onClick={() => { choose.mutate() }}>{t('recover.choose')}</Button>
          <span className={styles.path}>{path || t('recover.noFile')}</span>
        </div>
        <div className={styles.fields}>
          <label htmlFor={id}>{t('recover.passphrase')}</label>
          <Input.Password id={id} autoComplete="off" maxLength={500} value={passphrase} onChange={(event) => { setPassphrase(event.target.value) }} />
        </div>
        {(choose.error ?? recover.error) && <ErrorPanel error={choose.error ?? recover.error} what={t('recover.notDone')} />}
      </div>
    </Modal>
  )
}
