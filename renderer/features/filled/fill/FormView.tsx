/** A finished copy to read: what was filled in, field by field, and what it came to. */
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldText, rowsOf } from '#shared/model/fields'
import type { FilledCopy } from '#shared/model/forms/copy'
import { columnKey, definitionsOf, remarkKey, type FormField } from '#shared/model/forms/form'
import { Results } from './Results'
import styles from './fill.module.css'

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '')

const RowsView = ({ field: { columns = [] }, value, labelledBy }: { field: FormField; value: unknown; labelledBy: string }) => (
  <table className={styles.table} data-read aria-labelledby={labelledBy}>
    <thead><tr>{columns.map((column, index) => <th key={index} scope="col">{column}</th>)}</tr></thead>
    <tbody>{rowsOf(value).map((row) => <tr key={row.id}>{columns.map((_, index) => <td key={index}>{textIn(row[columnKey(index)])}</td>)}</tr>)}</tbody>
  </table>
)

export const FormView = ({ copy: { id, form, formulas, values } }: { copy: FilledCopy }) => {
  const { t } = useTranslation('filled')
  const language = useLanguage()
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        {form.map((field) => {
          if (field.kind === 'heading') return <h3 key={field.id} className={styles.heading}>{field.title}</h3>
          const labelId = `${id}-${field.id}-label`
          const text = definitionsOf(field).slice(0, 1).map((definition) => fieldText(definition, values[field.id], language)).join('')
          const remark = values[remarkKey(field)]
          return (
            <div key={field.id} className={styles.field} data-kind={field.kind}>
              <span id={labelId} className={styles.label}>{field.title}</span>
              <div className={styles.input}>
                {field.kind === 'rows'
                  ? <RowsView field={field} value={values[field.id]} labelledBy={labelId} />
                  : <p className={text === '' ? styles.none : styles.said} data-result={field.kind === 'check' ? values[field.id] : undefined}>{text === '' ? t('notFilled') : text}</p>}
                {field.kind === 'check' && typeof remark === 'string' && <p className={styles.hint}>{remark}</p>}
              </div>
            </div>
          )
        })}
      </div>
      {formulas.length > 0 && <Results form={form} formulas={formulas} values={values} />}
    </div>
  )
}
