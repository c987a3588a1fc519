/** A record that could not be created, to be created now or discarded. */
import { useMutation } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { core } from '#renderer/client/client'
import { formatMoment } from '#renderer/ui/format'
import { useNavigation } from '#renderer/ui/navigation'
import { ErrorPanel } from '#renderer/ui/states/ErrorPanel'
import type { RecoveryEntry } from '#shared/contract/records'
import styles from './KeptCreation.module.css'

export const KeptCreation = ({ entry: { recordId, editing, title, at, creates }, onClose }: { entry: RecoveryEntry; onClose: () => void }) => {
  const { t } = useTranslation(['app', 'common'])
  const { openRecord } = useNavigation()
  const create = useMutation({ mutationFn: () => core.records.createKept({ id: recordId }), onSuccess: () => { onClose(); openRecord(recordId) } })
  const discard = useMutation({ mutationFn: () => core.records.discardRecovery({ id: recordId, editing }), onSuccess: onClose })
  const isBusy = create.isPending || discard.isPending
  return (
    <Modal
      open title={t('creation.title', { type: creates === null ? '' : t(`common:type.${creates}`) })} width={520} onCancel={onClose}
      footer={<>
        <Button disabled={isBusy} onClick={onClose}>{t('common:cancel')}</Button>
        <Button danger disabled={isBusy} onClick={() => discard.mutate()}>{t('creation.discard')}</Button>
        <Button type="primary" disabled={discard.isPending} loading={create.isPending} onClick={() => create.mutate()}>{t('creation.create')}</Button>
      </>}
    >
      <p className={styles.name}>{title}</p>
      <p className={styles.text}>{t('creation.text', { time: formatMoment(at) })}</p>
      {create.error && <ErrorPanel error={create.error} what={t('creation.notCreated')} />}
      {discard.error && <ErrorPanel error={discard.error} what={t('creation.notDiscarded')} />}
    </Modal>
  )
}
