/** A copy of the keys, encrypted with a passphrase that is typed twice. */
import { useMutation } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { askDestination } from '#renderer/client/files'
import { useAnnounceFile } from '#renderer/features/made-files'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import { fileNameOf } from '#shared/text/fileName'
import { PassphraseFields } from './PassphraseFields'
import { keysExtension } from './useKeys'
import styles from './keys.module.css'

export const ExportDialog = ({ name, onClose }: { name: string; onClose: () => void }) => {
  const { t } = useTranslation(['keys', 'common'])
  const announce = useAnnounceFile()
  const [passphrase, setPassphrase] = useState('')
  const copy = useMutation({
    mutationFn: async () => {
      const destination = await askDestination(fileNameOf(name, 'keys', keysExtension), { name: t('files.keys'), extension: keysExtension })
      return destination && core.keys.export({ passphrase, to: destination.to })
    },
    onSuccess: (file) => {
      if (!file) return
      announce(file, t('export.made'), [])
      onClose()
    },
  })
  return (
    <Modal
      open width={480} title={t('export.title')} onCancel={onClose} cancelText={t('common:cancel')} okText={t('export.do')}
      okButtonProps={{ disabled: passphrase === '', loading: copy.isPending }} onOk={() => { copy.mutate() }}
    >
      <div className={styles.dialog}>
        <p className={styles.text}>{t('export.text')}</p>
        <PassphraseFields autoFocus onChange={setPassphrase} />
        {copy.isError && <ErrorPanel error={copy.error} what={t('export.notMade')} />}
      </div>
    </Modal>
  )
}
