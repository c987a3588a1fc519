/** A field to add or to change: what it is called, what it can hold, and which types have it. What values there are is said before it is saved. */
import { Checkbox, Input, Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomKind, customLimits, type CustomField } from '#shared/model/customFields'
import { RecordType } from '#shared/model/recordTypes'
import { ColumnsEditor } from './ColumnsEditor'
import { draftOf, fieldOf, type FieldDraft } from './draft'
import { FieldUse } from './FieldUse'
import { OptionsInput } from './OptionsInput'
import styles from './customFields.module.css'

type FieldDialogProps = { isPending: boolean; onSave: (field: CustomField) => void; onClose: () => void } & (
  | { field: CustomField }
  /** A new one begins with this. */
  | { field: undefined; draft: FieldDraft }
)

export const FieldDialog = (props: FieldDialogProps) => {
  const { field, isPending, onSave, onClose } = props
  const { t } = useTranslation(['custom-fields', 'common'])
  const id = useId()
  const [draft, setDraft] = useState(() => (props.field ? draftOf(props.field) : props.draft))
  const change = (part: Partial<FieldDraft>): void => { setDraft({ ...draft, ...part }) }
  const next = fieldOf(draft)
  const save = (): void => { if (next) onSave({ ...field, options: undefined, unit: undefined, columns: undefined, ...next }) }
  return (
    <Modal
      open width={560} title={field ? t('editNamed', { title: field.title }) : t('add')} onCancel={onClose} cancelText={t('common:cancel')} confirmLoading={isPending}
      okText={t(field ? 'saveField' : 'addField')} okButtonProps={{ disabled: !next }} onOk={save}
    >
      <div className={styles.form}>
        <label htmlFor={`${id}-title`}>{t('name')}</label>
        <Input id={`${id}-title`} autoFocus maxLength={customLimits.name} placeholder={t('example')} value={draft.title} onChange={(event) => { change({ title: event.target.value }) }} />
        <label htmlFor={`${id}-kind`}>{t('kind')}</label>
        <Select id={`${id}-kind`} value={draft.kind} onChange={(kind) => { change({ kind }) }} options={CustomKind.options.map((kind) => ({ value: kind, label: t(`kindsFull.${kind}`) }))} />
        {(draft.kind === 'choice' || draft.kind === 'choices') && (
          <>
            <label htmlFor={`${id}-options`}>{t('options')}</label>
            <OptionsInput id={`${id}-options`} options={draft.options} onChange={(options) => { change({ options }) }} />
          </>
        )}
        {draft.kind === 'number' && (
          <>
            <label htmlFor={`${id}-unit`}>{t('unit')}</label>
            <Input id={`${id}-unit`} maxLength={20} placeholder={t('unitExample')} value={draft.unit} onChange={(event) => { change({ unit: event.target.value }) }} />
          </>
        )}
        {draft.kind === 'rows' && <ColumnsEditor columns={draft.columns} onChange={(columns) => { change({ columns }) }} />}
        <span id={`${id}-types`} className={styles.label}>{t('types')}</span>
        <Checkbox.Group<RecordType>
          className={styles.typeChoice ?? ''} aria-labelledby={`${id}-types`} value={[...draft.types]} onChange={(types) => { change({ types }) }}
          options={RecordType.options.map((type) => ({ value: type, label: t(`common:type.${type}`) }))}
        />
        {field && <FieldUse before={field} after={next} />}
      </div>
    </Modal>
  )
}
