/** A template's name, and the unit that it is for. */
import { Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateEntry } from '#shared/contract/templates'
import { templateLimits } from '#shared/model/template'
import styles from '../templates.module.css'
import { UnitSelect } from '../UnitSelect'
import type { TemplateActions } from '../useTemplateActions'

interface RenameDialogProps { template: TemplateEntry; actions: TemplateActions; onClose: () => void }

export const RenameDialog = ({ template, actions, onClose }: RenameDialogProps) => {
  const { t } = useTranslation(['templates', 'common'])
  const id = useId()
  const [name, setName] = useState(template.name)
  const [unit, setUnit] = useState(template.unit)
  const save = async (): Promise<void> => {
    if (name.trim() !== '' && await actions.rename(template.id, name.trim(), unit)) onClose()
  }
  return (
    <Modal
      open width={440} title={t('renameNamed', { name: template.name })} onCancel={onClose} cancelText={t('common:cancel')} confirmLoading={actions.isPending}
      okText={t('saveRename')} okButtonProps={{ disabled: name.trim() === '' }} onOk={() => void save()}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}-name`}>{t('name')}</label>
        <Input id={`${id}-name`} autoFocus maxLength={templateLimits.name} value={name} onChange={(event) => { setName(event.target.value) }} onPressEnter={() => void save()} />
        <label htmlFor={`${id}-unit`}>{t('unit')}</label>
        <UnitSelect id={`${id}-unit`} value={unit} onChange={setUnit} />
        <p className={styles.hint}>{t('unitHint')}{template.isDefault && unit !== template.unit && t('default.movesAway')}</p>
      </div>
    </Modal>
  )
}
