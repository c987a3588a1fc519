/** Asks before a field goes: how many records say something in it, and that they keep it. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CustomField } from '#shared/model/customFields'
import { FieldUse } from './FieldUse'
import styles from './customFields.module.css'

interface RemoveFieldDialogProps { field: CustomField; isPending: boolean; onRemove: () => void; onClose: () => void }

export const RemoveFieldDialog = ({ field, isPending, onRemove, onClose }: RemoveFieldDialogProps) => {
  const { t } = useTranslation(['custom-fields', 'common'])
  return (
    <Modal
      open width={480} title={t('removeTitle', { title: field.title })} onCancel={onClose} cancelText={t('common:cancel')} confirmLoading={isPending}
      okText={t('remove')} okButtonProps={{ danger: true }} onOk={onRemove}
    >
      <div className={styles.form}>
        <FieldUse before={field} after={undefined} />
        <p className={styles.hint}>{t('valuesStay')}</p>
      </div>
    </Modal>
  )
}
