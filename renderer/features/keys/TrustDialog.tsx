/** Before a key is trusted: its fingerprint, to be compared on the phone, and the unit that it belongs to. */
import { Phone } from 'lucide-react'
import { useMutation } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { NamedLibrary, PublicKeys } from '#shared/model/package'
import { Fingerprint } from './Fingerprint'
import styles from './keys.module.css'

interface TrustDialogProps { library: NamedLibrary; keys: PublicKeys; fingerprint: string; onClose: () => void }

export const TrustDialog = ({ library, keys, fingerprint, onClose }: TrustDialogProps) => {
  const { t } = useTranslation(['keys', 'common'])
  const id = useId()
  const [unit, setUnit] = useState(library.unit || library.name)
  const [note, setNote] = useState('')
  const [compared, setCompared] = useState(false)
  const trust = useMutation({ mutationFn: async () => core.keys.trust({ unit, library: { id: library.id, name: library.name }, keys, note }), onSuccess: onClose })
  return (
    <Modal
      open width={520} title={t('trust.title', { name: library.name })} onCancel={onClose} cancelText={t('common:cancel')} okText={t('trust.do')}
      okButtonProps={{ disabled: !compared || unit.trim() === '', loading: trust.isPending }} onOk={() => { trust.mutate() }}
    >
      <div className={styles.dialog}>
        <p className={styles.call}><Phone size={16} aria-hidden="true" />{t('trust.call')}</p>
        <Fingerprint value={fingerprint} label={t('trust.fingerprint')} />
        <Checkbox checked={compared} onChange={(event) => { setCompared(event.target.checked) }}>{t('trust.compared')}</Checkbox>
        <div className={styles.fields}>
          <label htmlFor={`${id}-unit`}>{t('trust.unit')}</label>
          <Input id={`${id}-unit`} maxLength={200} value={unit} onChange={(event) => { setUnit(event.target.value) }} />
          <label htmlFor={`${id}-note`}>{t('trust.note')}</label>
          <Input id={`${id}-note`} maxLength={500} value={note} placeholder={t('trust.noteExample')} onChange={(event) => { setNote(event.target.value) }} />
        </div>
        {trust.isError && <ErrorPanel error={trust.error} what={t('trust.notDone')} />}
      </div>
    </Modal>
  )
}
