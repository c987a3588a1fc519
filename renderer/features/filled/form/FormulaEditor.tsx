/** The formulas of a tool to write: what each is called and calculates, and beside it at once what it comes to or what is wrong. */
import { Button, Input, InputNumber } from 'antd'
import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fieldLimits } from '#shared/model/fields'
import { formLimits, nameOf, type FormField, type Formula } from '#shared/model/forms/form'
import { resultsOf, resultText } from '#shared/model/forms/results'
import { presetValues } from '#shared/model/forms/validity'
import { newBlockId } from '#shared/model/ids'
import { useProblemText } from '../fill/useProblemText'
import { useOrder } from './useOrder'
import styles from './editor.module.css'

interface FormulaEditorProps { form: readonly FormField[]; formulas: readonly Formula[]; onChange: (formulas: readonly Formula[]) => void }

export const FormulaEditor = ({ form, formulas, onChange }: FormulaEditorProps) => {
  const { t } = useTranslation('filled')
  const language = useLanguage()
  const problemText = useProblemText()
  const [added, setAdded] = useState<string>()
  // Presets stand for what will be filled in: a formula whose inputs all have one shows a number here.
  const results = useMemo(() => resultsOf({ form, formulas }, presetValues(form)), [form, formulas])
  const labelOf = ({ title }: Formula, index: number): string => title || t('editor.formulaNumber', { number: index + 1 })
  const place = useOrder(formulas, labelOf, onChange)
  const replace = (formula: Formula): void => onChange(formulas.map((other) => (other.id === formula.id ? formula : other)))
  const add = (): void => {
    const formula = { id: newBlockId(), title: '', expression: '' }
    setAdded(formula.id)
    onChange([...formulas, formula])
  }
  const names = [...form.filter(({ kind }) => !['rows', 'heading', 'longText', 'choices'].includes(kind)), ...formulas].map(nameOf).filter((name) => name !== '')
  return (
    <section aria-labelledby="formulas-title">
      <h3 id="formulas-title" className={styles.subtitle}>{t('editor.formulas')}</h3>
      <p className={styles.explain}>{t('editor.formulasHint')}</p>
      {names.length > 0 && <p className={styles.names}>{t('editor.names')}{names.map((name, index) => <code key={index}>{name}</code>)}</p>}
      <ul className={styles.list}>
        {formulas.map((formula, index) => {
          const { handle, row } = place(formula, index)
          const label = labelOf(formula, index)
          const named = (part: string): string => t('editor.partOf', { part: t(`editor.${part}`), title: label })
          const outcome = results.get(formula.id)
          const isWaiting = outcome && 'problem' in outcome && outcome.problem.kind === 'notGiven'
          const isWrong = outcome && 'problem' in outcome && !isWaiting
          return (
            <li key={formula.id} className={styles.row} {...row}>
              {handle}
              <div className={styles.define}>
                <div className={styles.first}>
                  <Input size="small" className={styles.title ?? ''} aria-label={named('resultTitle')} placeholder={t('editor.resultTitle')} autoComplete="off" autoFocus={formula.id === added} maxLength={fieldLimits.text} value={formula.title} onChange={(event) => replace({ ...formula, title: event.target.value })} />
                  <Input size="small" className={styles.symbol ?? ''} aria-label={named('symbol')} placeholder={nameOf({ title: formula.title }) || t('editor.symbol')} autoComplete="off" maxLength={fieldLimits.text} value={formula.symbol ?? ''} onChange={(event) => replace({ ...formula, symbol: event.target.value || undefined })} />
                  <Input size="small" className={styles.unit ?? ''} aria-label={named('unit')} placeholder={t('editor.unit')} autoComplete="off" maxLength={fieldLimits.text} value={formula.unit ?? ''} onChange={(event) => replace({ ...formula, unit: event.target.value || undefined })} />
                  <InputNumber size="small" className={styles.bound ?? ''} aria-label={named('digits')} placeholder={t('editor.digits')} min={0} max={10} precision={0} controls={false} value={formula.digits ?? null} onChange={(next) => replace({ ...formula, digits: next ?? undefined })} />
                  <Button type="text" size="small" icon={<X size={14} />} title={t('editor.delete')} aria-label={t('editor.deleteNamed', { title: label })} onClick={() => onChange(formulas.filter((other) => other !== formula))} />
                </div>
                <Input
                  className={styles.expression ?? ''} size="small" aria-label={named('expression')} placeholder={t('editor.expressionHint')} autoComplete="off" spellCheck={false} maxLength={fieldLimits.text} aria-invalid={isWrong === true}
                  {...isWrong && { status: 'error' as const }} value={formula.expression} onChange={(event) => replace({ ...formula, expression: event.target.value })}
                />
                <p className={isWrong ? styles.fault : styles.explain} aria-live="polite">
                  {outcome && ('value' in outcome ? t('editor.comesTo', { value: resultText(formula, outcome.value, language), unit: formula.unit ?? '' }) : problemText(outcome.problem))}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      <Button size="small" icon={<Plus size={14} />} disabled={formulas.length >= formLimits.formulas} onClick={add}>{t('editor.addFormula')}</Button>
    </section>
  )
}
