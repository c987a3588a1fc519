/** The steps of a product or an edition, to read. */
import { ShieldAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Step } from '#shared/model/product/steps'
import { RiskBadge } from './RiskBadge'
import { SourceCell } from './SourceCell'
import { StepsHead } from './StepsHead'
import { StepsScroll } from './StepsScroll'
import styles from './steps.module.css'
import { ToolCell } from './ToolCell'

const Hazard = ({ step }: { step: Step }) => {
  const { t } = useTranslation('product')
  if (step.hazard === '' && step.control === '') return <span className={styles.none}>—</span>
  return (
    <div className={styles.hazardText}>
      <ShieldAlert size={14} aria-hidden="true" />
      <div>
        <RiskBadge step={step} />{step.control === '' ? step.hazard : step.hazard === '' ? step.control : t('steps.hazardAndControl', { hazard: step.hazard, control: step.control })}
      </div>
    </div>
  )
}

export const StepsTable = ({ steps, labelledBy }: { steps: readonly Step[]; labelledBy: string }) => {
  const { t } = useTranslation('product')
  return (
    <StepsScroll labelledBy={labelledBy}>
      <table className={styles.table} aria-labelledby={labelledBy}>
        <StepsHead />
        <tbody>
          {steps.map((step, index) => {
            const label = t('steps.step', { number: index + 1 })
            return (
              <tr key={step.id}>
                <td className={styles.number}>{index + 1}</td>
                <th scope="row" dir="auto">{step.action || '—'}</th>
                <td dir="auto">{step.standard || '—'}</td>
                <td data-number>{step.minutes ?? '—'}</td>
                <td dir="auto">{step.post || '—'}</td>
                <td dir="auto"><Hazard step={step} /></td>
                <td><ToolCell tools={step.tools} label={label} /></td>
                <td data-number><SourceCell sources={step.sources} label={label} /></td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </StepsScroll>
  )
}
