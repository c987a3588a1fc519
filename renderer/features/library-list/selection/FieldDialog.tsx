/** Asks which field of the type or the library all selected records shall have a new value in, and which one. */
import { Modal, Select } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatCount } from '#renderer/ui/format'
import { useLanguage } from '#renderer/ui/useLanguage'
import { WordsSelect } from '#renderer/ui/WordsSelect'
import type { BulkChange } from '#shared/contract/records'
import { isFacet, type ListField, type ListValue } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'
import { useListFields } from '../useListFields'
import styles from './Selection.module.css'

interface FieldDialogProps { type: ListedType; count: number; onApply: (change: BulkChange) => void; onClose: () => void }

const separators = [',', '，', '、', ';', '；']

interface ValueProps { field: ListField; value: ListValue | null; labelledBy: string; onValue: (value: ListValue | null) => void }

const ValueSelect = ({ field: { definition }, value, labelledBy, onValue }: ValueProps) => {
  const { t } = useTranslation('library-list')
  const language = useLanguage()
  const list = typeof value === 'object' && value !== null ? value : []
  const setList = (next: string[]): void => { onValue(next.length > 0 ? next : null) }
  if (definition.kind === 'words') {
    return <WordsSelect open={false} suffix={null} aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={list} tokenSeparators={separators} onChange={setList} />
  }
  const options = 'options' in definition ? definition.options.map((option) => ({ value: option.value, label: option.title[language] })) : []
  if (definition.kind === 'choices') return <Select mode="multiple" aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={list} options={options} onChange={setList} />
  if (definition.kind === 'flag') {
    const flags = [{ value: 'true', label: t('bulk.yes') }, { value: 'false', label: t('bulk.no') }]
    return <Select<string> allowClear aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={value === null ? null : String(value)} options={flags} onChange={(next?: string) => { onValue(next === undefined ? null : next === 'true') }} />
  }
  return <Select<string> allowClear aria-labelledby={labelledBy} placeholder={t('bulk.noValue')} value={typeof value === 'string' ? value : null} options={options} onChange={(next?: string) => { onValue(next ?? null) }} />
}

export const FieldDialog = ({ type, count, onApply, onClose }: FieldDialogProps) => {
  const { t } = useTranslation(['library-list', 'common'])
  const language = useLanguage()
  const id = useId()
  const { fields, nameOf } = useListFields(type)
  const offered = fields.filter(({ definition }) => isFacet(definition))
  const [key, setKey] = useState(offered[0]?.key)
  const [value, setValue] = useState<ListValue | null>(null)
  const field = offered.find((each) => each.key === key)
  const shown = formatCount(count, language)
  return (
    <Modal
      open width={440} title={t('bulk.values')} onCancel={onClose} cancelText={t('common:cancel')}
      okText={t(value === null ? 'bulk.apply.clearValue' : 'bulk.apply.values', { count, shown, field: field ? nameOf(field.key) : '' })}
      okButtonProps={{ disabled: !field }} onOk={() => { if (field) onApply({ values: { [field.key]: value } }); onClose() }}
    >
      <div className={styles.field}>
        <span id={id} className={styles.label}>{t('bulk.label.fieldKey')}</span>
        <Select
          aria-labelledby={id} value={key ?? null} options={offered.map((each) => ({ value: each.key, label: nameOf(each.key) }))}
          onChange={(next) => { setKey(next); setValue(null) }}
        />
      </div>
      {field && (
        <div className={styles.field}>
          <span id={`${id}-value`} className={styles.label}>{t('bulk.label.values')}</span>
          <ValueSelect field={field} value={value} labelledBy={`${id}-value`} onValue={setValue} />
        </div>
      )}
    </Modal>
  )
}
