/** What follows a step: a decision, and where it leads otherwise. */
import { Button, Input, Select } from 'antd'
import { useId, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isOverlayOpen } from '#renderer/ui/openOverlay'
import { flowEnd, type FlowRow } from '#shared/model/product/flow'
import type { Step } from '#shared/model/product/steps'
import type { FlowChange } from './flowRows'
import styles from './flow.module.css'

interface BranchPanelProps { decisionId: string; step: Step; index: number; steps: readonly Step[]; row: FlowRow | undefined; onChange: (change: FlowChange) => void; onClose: () => void }

export const BranchPanel = ({ decisionId, step, index, steps, row, onChange, onClose }: BranchPanelProps) => {
  const { t } = useTranslation(['product', 'common'])
  const otherwiseId = useId()
  // The page's editing goes on: the key is for the panel alone, or for its open list.
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (!isOverlayOpen()) onClose()
  }
  const options = [
    ...steps.flatMap(({ id, action }, place) => (id === step.id && place === index ? [] : [{ value: id, label: `${String(place + 1)} ${action}` }])),
    { value: flowEnd, label: t('flow.end') },
  ]
  return (
    <div className={styles.panel} role="group" aria-label={t('flow.after', { number: index + 1 })} onKeyDown={pressed}>
      <strong>{t('flow.after', { number: index + 1 })}</strong>
      <label htmlFor={decisionId}>{t('flow.decision')}</label>
      <Input id={decisionId} size="small" maxLength={1000} value={row?.decision ?? ''} placeholder={t('flow.decisionExample')} onChange={(event) => onChange({ decision: event.target.value || undefined })} />
      <label htmlFor={otherwiseId}>{t('flow.otherwise')}</label>
      <Select
        id={otherwiseId} size="small" allowClear disabled={(row?.decision ?? '') === ''} placeholder={t('flow.otherwiseNone')} options={options} value={options.some(({ value }) => value === row?.otherwise) ? row?.otherwise : undefined}
        onChange={(otherwise?: string) => onChange({ otherwise })}
      />
      <Button size="small" onClick={onClose}>{t('common:close')}</Button>
    </div>
  )
}
