/** What the formulas make of the values, as they are written; a formula that can't be calculated says why in its place. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import type { FilledValues } from '#shared/model/forms/copy'
import type { FormField, Formula } from '#shared/model/forms/form'
import { resultsOf, resultText } from '#shared/model/forms/results'
import { useProblemText } from './useProblemText'
import styles from './fill.module.css'

interface ResultsProps { form: readonly FormField[]; formulas: readonly Formula[]; values: FilledValues }

export const Results = ({ form, formulas, values }: ResultsProps) => {
  const { t } = useTranslation('filled')
  const language = useLanguage()
  const problemText = useProblemText()
  const results = useMemo(() => resultsOf({ form, formulas }, values), [form, formulas, values])
  return (
    <section className={styles.results} aria-label={t('results')}>
      <h3 className={styles.heading}>{t('results')}</h3>
      <dl>
        {formulas.map((formula) => {
          const outcome = results.get(formula.id)
          const isWaiting = outcome && 'problem' in outcome && outcome.problem.kind === 'notGiven'
          return (
            <div key={formula.id} className={styles.outcome}>
              <dt>{formula.title}<code>{formula.expression}</code></dt>
              <dd aria-live="polite">
                {outcome && ('value' in outcome
                  ? <><strong>{resultText(formula, outcome.value, language)}</strong>{formula.unit !== undefined && formula.unit !== '' && <span>{formula.unit}</span>}</>
                  : <span className={isWaiting ? styles.waiting : styles.problem}>{problemText(outcome.problem)}</span>)}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
