/** Rates a hazard on a 5 × 5 matrix: how severe across, how likely up. */
import { Button, Popover } from 'antd'
import { ShieldAlert } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '#renderer/ui/useLanguage'
import { useReturnFocus } from '#renderer/ui/useReturnFocus'
import type { PlainField } from '#shared/model/fields'
import { gradeOf, riskLevel, type Grade } from '#shared/model/product/risk'
import type { Step } from '#shared/model/product/steps'
import { recordTypes } from '#shared/model/recordTypes'
import { RiskBadge } from './RiskBadge'
import styles from './steps.module.css'

const grades: readonly Grade[] = [1, 2, 3, 4, 5]

const stepColumns = recordTypes.product.fields.flatMap((field): readonly PlainField[] => (field.key === 'steps' && field.kind === 'rows' ? field.columns : []))
const optionsOf = (key: 'likelihood' | 'severity') => stepColumns.flatMap((column) => (column.key === key && column.kind === 'choice' ? column.options : []))

interface RiskPickerProps { step: Step; label: string; onChange: (likelihood: Grade | undefined, severity: Grade | undefined) => void }

/** From one cell of the matrix to the next by the arrow keys. */
const moveFocus = (event: KeyboardEvent<HTMLTableElement>): void => {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -5, ArrowDown: 5 }[event.key]
  if (by === undefined) return
  const cells = [...event.currentTarget.querySelectorAll('button')]
  event.preventDefault()
  cells[cells.findIndex((cell) => cell === document.activeElement) + by]?.focus()
}

const Matrix = ({ step: { likelihood, severity }, onChange }: Pick<RiskPickerProps, 'step' | 'onChange'>) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const titleOf = (key: 'likelihood' | 'severity', grade: Grade): string => optionsOf(key).find(({ value }) => gradeOf(value) === grade)?.title[language] ?? String(grade)
  const isChosen = (one: Grade, other: Grade): boolean => one === likelihood && other === severity
  return (
    <div className={styles.matrix}>
      <table onKeyDown={moveFocus}>
        <caption>{t('steps.risk.axes')}</caption>
        <tbody>
          {[...grades].reverse().map((one) => (
            <tr key={one}>
              <th scope="row">{titleOf('likelihood', one)}</th>
              {grades.map((other) => (
                <td key={other}>
                  <button
                    type="button" data-level={riskLevel(one * other)} aria-pressed={isChosen(one, other)} autoFocus={isChosen(one, other) || (likelihood === undefined && one === 3 && other === 3)}
                    aria-label={t('steps.risk.cell', { likelihood: titleOf('likelihood', one), severity: titleOf('severity', other), score: one * other, level: t(`steps.risk.level.${riskLevel(one * other)}`) })}
                    onClick={() => onChange(one, other)}
                  >
                    {one * other}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot><tr><td />{grades.map((other) => <th key={other} scope="col">{titleOf('severity', other)}</th>)}</tr></tfoot>
      </table>
      <p>{t('steps.risk.limits')}</p>
      {likelihood !== undefined && <Button size="small" onClick={() => onChange(undefined, undefined)}>{t('steps.risk.clear')}</Button>}
    </div>
  )
}

export const RiskPicker = ({ step, label, onChange }: RiskPickerProps) => {
  const { t } = useTranslation('product')
  const [isOpen, setIsOpen] = useState(false)
  useReturnFocus(isOpen)
  const isRated = step.likelihood !== undefined && step.severity !== undefined
  return (
    <Popover
      trigger="click" open={isOpen} onOpenChange={setIsOpen} placement="bottomLeft" destroyOnHidden title={t('steps.risk.title')}
      content={<Matrix step={step} onChange={(likelihood, severity) => { onChange(likelihood, severity); setIsOpen(false) }} />}
    >
      <button type="button" className={styles.rate} aria-expanded={isOpen} aria-label={t(isRated ? 'steps.risk.change' : 'steps.risk.rate', { label })}>
        <ShieldAlert size={14} aria-hidden="true" />{isRated ? <RiskBadge step={step} /> : <span className={styles.unrated}>{t('steps.risk.unrated')}</span>}
      </button>
    </Popover>
  )
}
