/** The columns of a table among the fields. */
import { Button, Input, Select } from 'antd'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { customKinds, customLimits } from '#shared/model/customFields'
import { newColumn, type ColumnDraft } from './draft'
import { OptionsInput } from './OptionsInput'
import styles from './customFields.module.css'

interface ColumnsEditorProps { columns: readonly ColumnDraft[]; onChange: (columns: ColumnDraft[]) => void }

export const ColumnsEditor = ({ columns, onChange }: ColumnsEditorProps) => {
  const { t } = useTranslation('custom-fields')
  return (
    <fieldset className={styles.columns}>
      <legend className={styles.label}>{t('columns')}</legend>
      {columns.map((column, index) => {
        const number = index + 1
        const change = (part: Partial<ColumnDraft>): void => { onChange(columns.map((each) => (each.key === column.key ? { ...each, ...part } : each))) }
        return (
          <div key={column.key} className={styles.column}>
            <Input aria-label={t('columnName', { number })} placeholder={t('columnName', { number })} maxLength={customLimits.name} value={column.title} onChange={(event) => { change({ title: event.target.value }) }} />
            <Select aria-label={t('columnKind', { number })} value={column.kind} onChange={(kind) => { change({ kind }) }} options={customKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))} />
            <Button
              type="text" icon={<X size={15} />} disabled={columns.length === 1} aria-label={t('removeColumn', { number })} title={t('removeColumn', { number })}
              onClick={() => { onChange(columns.filter((each) => each.key !== column.key)) }}
            />
            {(column.kind === 'choice' || column.kind === 'choices') && <div className={styles.detail}><OptionsInput label={t('columnOptions', { number })} options={column.options} onChange={(options) => { change({ options }) }} /></div>}
            {column.kind === 'number' && <Input className={styles.detail ?? ''} aria-label={t('columnUnit', { number })} placeholder={t('unitExample')} maxLength={20} value={column.unit} onChange={(event) => { change({ unit: event.target.value }) }} />}
          </div>
        )
      })}
      <Button className={styles.addColumn ?? ''} size="small" icon={<Plus size={14} />} disabled={columns.length >= customLimits.columns} onClick={() => { onChange([...columns, newColumn()]) }}>{t('addColumn')}</Button>
    </fieldset>
  )
}
