/** One field of a form to define: its name, what it takes, whether it must be filled in, and what belongs to its kind. */
import { Button, Checkbox, Input, InputNumber, Select } from 'antd'
import { X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { formKinds, formLimits, nameOf, type FormField } from '#shared/model/forms/form'
import { isName } from '#shared/model/calculation/expression'
import { fieldOf } from '#shared/model/recordTypes'
import { fieldLimits, fieldText } from '#shared/model/fields'
import { WordsInput } from './WordsInput'
import styles from './editor.module.css'

interface FieldEditorProps {
  field: FormField
  label: string
  takesFocus: boolean
  /** Formulas call it by a name. */
  isNamed: boolean
  isOpen: boolean
  onOpen: () => void
  onChange: (field: FormField) => void
  onEnter: () => void
  onDelete: () => void
}

export const titleId = ({ id }: { id: string }): string => `define-${id}`

/** The names of the kinds are data of the type, as all options are. */
export const useKindName = (): ((kind: string) => string) => {
  const language = useLanguage()
  const form = fieldOf('tool', 'form')
  const column = form?.kind === 'rows' ? form.columns.find(({ key }) => key === 'kind') : undefined
  return (kind) => (column ? fieldText(column, kind, language) : kind)
}

export const FieldEditor = ({ field, label, takesFocus, isNamed, isOpen, onOpen, onChange, onEnter, onDelete }: FieldEditorProps) => {
  const { t } = useTranslation('filled')
  const kindName = useKindName()
  const { kind } = field
  const named = (part: string): string => t('editor.partOf', { part: t(`editor.${part}`), title: label })
  const line = (key: 'unit' | 'hint' | 'symbol' | 'preset', more: string) => (
    <Input size="small" className={styles[more] ?? ''} aria-label={named(key)} placeholder={key === 'symbol' ? nameOf({ title: field.title }) || t('editor.symbol') : t(`editor.${key}`)} autoComplete="off" maxLength={fieldLimits.text} value={field[key] ?? ''} onChange={(event) => onChange({ ...field, [key]: event.target.value || undefined })} />
  )
  const bound = (key: 'min' | 'max') => (
    <InputNumber size="small" className={styles.bound ?? ''} aria-label={named(key)} placeholder={t(`editor.${key}`)} controls={false} value={field[key] ?? null} onChange={(next) => onChange({ ...field, [key]: next ?? undefined })} />
  )
  const entered = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  const takesValue = kind !== 'heading'
  return (
    <div className={styles.define}>
      <div className={styles.first}>
        <Input id={titleId(field)} size="small" className={styles.title ?? ''} aria-label={named('title')} placeholder={t('editor.title')} autoComplete="off" autoFocus={takesFocus} maxLength={fieldLimits.text} value={field.title} onChange={(event) => onChange({ ...field, title: event.target.value })} onPressEnter={entered} />
        <Select size="small" className={styles.kind ?? ''} aria-label={named('kind')} value={kind} options={formKinds.map((value) => ({ value, label: kindName(value) }))} onChange={(next) => onChange({ ...field, kind: next })} />
        {takesValue && <Checkbox aria-label={named('required')} checked={field.required === true} onChange={(event) => onChange({ ...field, required: event.target.checked || undefined })}>{t('editor.required')}</Checkbox>}
        {takesValue && <Button type="text" size="small" aria-expanded={isOpen} aria-label={named('more')} onClick={onOpen}>{t('editor.more')}</Button>}
        <Button type="text" size="small" icon={<X size={14} />} title={t('editor.delete')} aria-label={t('editor.deleteNamed', { title: label })} onClick={onDelete} />
      </div>
      {(kind === 'choice' || kind === 'choices') && <WordsInput words={field.options} label={named('options')} placeholder={t('editor.optionsHint')} most={formLimits.options} onChange={(options) => onChange({ ...field, options })} />}
      {kind === 'rows' && <WordsInput words={field.columns} label={named('columns')} placeholder={t('editor.columnsHint')} most={formLimits.columns} onChange={(columns) => onChange({ ...field, columns })} />}
      {takesValue && isOpen && (
        <div className={styles.second}>
          {(kind === 'number' || kind === 'text') && line('unit', 'unit')}
          {isNamed && kind !== 'rows' && line('symbol', 'symbol')}
          {kind === 'number' && <>{bound('min')}{bound('max')}</>}
          {kind !== 'rows' && kind !== 'check' && line('preset', 'preset')}
          {line('hint', 'hintLine')}
        </div>
      )}
      {isNamed && field.symbol !== undefined && !isName(nameOf(field)) && <p className={styles.fault} role="alert">{t('editor.badName', { name: nameOf(field) })}</p>}
    </div>
  )
}
