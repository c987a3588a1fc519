/** A form to fill in: each field with what it lacks, checks with their remarks, and what the formulas make of it beside the inputs. */
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { fieldLimits } from '#shared/model/fields'
import type { FilledValues } from '#shared/model/forms/copy'
import { remarkKey, type FormField, type Formula } from '#shared/model/forms/form'
import type { FormGap } from '#shared/model/forms/validity'
import { Results } from './Results'
import { RowsInput } from './RowsInput'
import { ValueInput } from './ValueInput'
import styles from './fill.module.css'

export interface FormFieldsProps {
  /** Tells the fields of one form from those of another on the page. */
  id: string
  form: readonly FormField[]
  formulas: readonly Formula[]
  values: FilledValues
  /** What is said at its field. */
  gaps: readonly FormGap[]
  onChange: (values: FilledValues) => void
  onWrong: (fieldId: string, isWrong: boolean) => void
}

export const inputId = (id: string, fieldId: string): string => `${id}-${fieldId}`

/** Checks are counted from 1 below each heading. */
const checkNumber = (form: readonly FormField[], index: number): number => {
  const from = form.findLastIndex(({ kind }, position) => kind === 'heading' && position < index)
  return form.slice(from + 1, index + 1).filter(({ kind }) => kind === 'check').length
}

const without = (values: FilledValues, key: string): FilledValues => Object.fromEntries(Object.entries(values).filter(([each]) => each !== key))

export const FormFields = ({ id, form, formulas, values, gaps, onChange, onWrong }: FormFieldsProps) => {
  const { t } = useTranslation('filled')
  const set = (key: string, value: unknown): void => onChange(value === undefined ? without(values, key) : { ...values, [key]: value })
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        {form.map((field, index) => {
          if (field.kind === 'heading') return <h3 key={field.id} className={styles.heading}>{field.title}</h3>
          const gap = gaps.find(({ fieldId }) => fieldId === field.id)
          const [own, labelId, hintId] = [inputId(id, field.id), `${inputId(id, field.id)}-label`, `${inputId(id, field.id)}-hint`]
          const remark = values[remarkKey(field)]
          return (
            <div key={field.id} className={styles.field} data-kind={field.kind} data-faulty={gap ? true : undefined}>
              <label id={labelId} htmlFor={own} className={styles.label}>
                {field.kind === 'check' && <span className={styles.count}>{checkNumber(form, index)}</span>}{field.title}
                {field.required === true && <span className={styles.required} title={t('required')} aria-hidden="true">{t('requiredMark')}</span>}
                {formulas.length > 0 && field.symbol !== undefined && <code className={styles.symbol}>{field.symbol}</code>}
              </label>
              <div className={styles.input}>
                {field.kind === 'rows'
                  ? <RowsInput field={field} value={values[field.id]} id={own} labelledBy={labelId} onChange={(value) => set(field.id, value)} />
                  : <ValueInput field={field} value={values[field.id]} id={own} labelledBy={labelId} describedBy={hintId} isFaulty={gap !== undefined} onChange={(value) => set(field.id, value)} onWrong={(isWrong) => onWrong(field.id, isWrong)} />}
                {field.kind === 'check' && (
                  <Input
                    className={styles.remark ?? ''} aria-label={t('remarkOn', { title: field.title })} placeholder={t(values[field.id] === 'fail' ? 'remarkWanted' : 'remark')} autoComplete="off"
                    {...gap?.fault === 'remark' && { status: 'error' as const }}
                    maxLength={fieldLimits.text} value={typeof remark === 'string' ? remark : ''} onChange={(event) => set(remarkKey(field), event.target.value || undefined)}
                  />
                )}
                <p id={hintId} className={gap ? styles.fault : styles.hint}>{gap ? t(`fault.${gap.fault}`, { min: field.min, max: field.max, unit: field.unit ?? '' }) : field.hint}</p>
              </div>
            </div>
          )
        })}
      </div>
      {formulas.length > 0 && <Results form={form} formulas={formulas} values={values} />}
    </div>
  )
}
