/** What of a tool is filled in, to define: field by field, in an order that keys and the mouse change, and as it will look. */
import { Button, Modal } from 'antd'
import { Eye, Plus, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { insertedAt } from '#renderer/ui/insertedAt'
import type { Body } from '#shared/model/body/body'
import type { FieldRow } from '#shared/model/fields'
import type { FilledValues } from '#shared/model/forms/copy'
import { calculates, formLimits, formOf, formRows, formulaRows, formulasOf, hasRows, keptForm, keptFormulas, type FormField } from '#shared/model/forms/form'
import { presetValues } from '#shared/model/forms/validity'
import { newBlockId } from '#shared/model/ids'
import { FormFields } from '../fill/FormFields'
import { FieldEditor, titleId } from './FieldEditor'
import { FormulaEditor } from './FormulaEditor'
import { OddRows } from './OddRows'
import { TakeFromText } from './TakeFromText'
import { useOrder } from './useOrder'
import styles from './editor.module.css'

type Fields = Readonly<Record<string, unknown>>

interface FormEditorProps {
  fields: Fields
  readBody: () => Body
  /** Changes the tool's own fields. */
  onChange: (changes: FormChanges) => void
}

/** What stands in the tool's fields afterwards; undefined for nothing. */
export interface FormChanges { form?: readonly FieldRow[] | undefined; formulas?: readonly FieldRow[] | undefined }

const Preview = ({ fields, onClose }: { fields: Fields; onClose: () => void }) => {
  const { t } = useTranslation('filled')
  const form = formOf(fields)
  const [values, setValues] = useState<FilledValues>(() => presetValues(form))
  return (
    <Modal open title={t('editor.preview')} width={760} footer={null} onCancel={onClose}>
      <FormFields id="preview" form={form} formulas={formulasOf(fields)} values={values} gaps={[]} onChange={setValues} onWrong={() => undefined} />
    </Modal>
  )
}

const FieldList = ({ fields, readBody, onChange }: FormEditorProps) => {
  const { t } = useTranslation('filled')
  const form = formRows(fields)
  const isNamed = calculates(fields)
  const [added, setAdded] = useState<string>()
  const [opened, setOpened] = useState<string>()
  const [deleted, setDeleted] = useState<{ field: FormField; index: number }>()
  const [previews, setPreviews] = useState(false)
  const change = (next: readonly FormField[]): void => onChange({ form: keptForm(fields, next) })
  const labelOf = ({ title }: FormField, index: number): string => title || t('editor.fieldNumber', { number: index + 1 })
  const place = useOrder(form, labelOf, change)
  const add = (index: number): void => {
    if (form.length >= formLimits.fields) return
    const kind = form[index - 1]?.kind ?? (fields.kind === 'checklist' ? 'check' : fields.kind === 'calculation' ? 'number' : 'text')
    const field: FormField = { id: newBlockId(), title: '', kind, ...form[index - 1]?.required === true && kind !== 'heading' && { required: true } }
    setAdded(field.id)
    change(insertedAt(form, index, field))
  }
  const enter = (index: number): void => {
    const below = form[index + 1]
    if (below?.title === '') document.getElementById(titleId(below))?.focus()
    else add(index + 1)
  }
  return (
    <>
      {form.length === 0 && <p className={styles.explain}>{t('editor.empty')}</p>}
      <ul className={styles.list} aria-label={t('editor.fields')}>
        {form.map((field, index) => {
          const { handle, row } = place(field, index)
          return (
            <li key={field.id} className={styles.row} data-kind={field.kind} {...row}>
              {handle}
              <FieldEditor
                field={field} label={labelOf(field, index)} takesFocus={field.id === added} isNamed={isNamed} isOpen={opened === field.id} onOpen={() => setOpened(opened === field.id ? undefined : field.id)}
                onChange={(next) => change(form.map((other) => (other.id === next.id ? next : other)))} onEnter={() => enter(index)}
                onDelete={() => { setDeleted({ field, index }); change(form.filter((_, place) => place !== index)) }}
              />
            </li>
          )
        })}
      </ul>
      <div className={styles.foot}>
        <Button size="small" icon={<Plus size={14} />} disabled={form.length >= formLimits.fields} onClick={() => add(form.length)}>{t('editor.add')}</Button>
        <TakeFromText readBody={readBody} onTake={(taken) => change([...form, ...taken].slice(0, formLimits.fields))} />
        {form.length > 0 && <Button size="small" icon={<Eye size={14} />} onClick={() => setPreviews(true)}>{t('editor.preview')}</Button>}
        {deleted && (
          <span className={styles.deleted} role="status">
            {t('editor.deleted', { title: labelOf(deleted.field, deleted.index) })}
            <Button type="link" size="small" icon={<Undo2 size={14} />} onClick={() => { change(insertedAt(form, deleted.index, deleted.field)); setDeleted(undefined) }}>{t('editor.undo')}</Button>
          </span>
        )}
      </div>
      {previews && <Preview fields={fields} onClose={() => setPreviews(false)} />}
    </>
  )
}

export const FormEditor = ({ fields, readBody, onChange }: FormEditorProps) => (
  <div className={styles.editor}>
    {hasRows(fields.form) ? <FieldList fields={fields} readBody={readBody} onChange={onChange} /> : <OddRows part="form" value={fields.form} onClear={() => onChange({ form: undefined })} />}
    {calculates(fields) && (hasRows(fields.formulas)
      ? <FormulaEditor form={formRows(fields)} formulas={formulaRows(fields)} onChange={(next) => onChange({ formulas: keptFormulas(fields, next) })} />
      : <OddRows part="formulas" value={fields.formulas} onClear={() => onChange({ formulas: undefined })} />)}
  </div>
)
