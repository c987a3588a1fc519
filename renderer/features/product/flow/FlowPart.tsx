/** The flow chart below the steps that it is drawn from: rearranged by hand, given decisions, and exported as a picture. */
import { Button, Dropdown } from 'antd'
import { ChevronDown, Image, RotateCcw } from 'lucide-react'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { OddValue, type OpenRecord } from '#renderer/features/record'
import { useLanguage } from '#renderer/ui/useLanguage'
import { fits } from '#shared/model/fields'
import { flowChart, flowRowsOf } from '#shared/model/product/flow'
import { stepsOf } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { partId, productField } from '../parts'
import partStyles from '../parts.module.css'
import { BranchPanel } from './BranchPanel'
import { FlowChartView } from './FlowChartView'
import { withFlow, withoutPlaces, withPlace } from './flowRows'
import { useExportFlow } from './useExportFlow'
import { useFlow } from './useFlow'

const field = productField('flow')

export const FlowPart = ({ open: { session, view: { record: { content } } }, editing }: { open: OpenRecord; editing: boolean }) => {
  const { t } = useTranslation('product')
  const language = useLanguage()
  const { fields } = content
  const { chart, alternative } = useFlow(fields)
  const picture = useExportFlow(content, chart)
  const [chosen, setChosen] = useState<string>()
  const decisionId = useId()
  const id = partId('flow')
  const steps = stepsOf(fields)
  if (steps.length === 0) return null
  const rows = flowRowsOf(fields)
  const isOdd = field !== undefined && !fits(field, fields.flow)
  const change = (make: (fields: RecordContent['fields']) => RecordContent['fields']): void => session.change({ fields: make(session.view().record.content.fields) })
  const move = (stepId: string, dx: number, dy: number): void => {
    const node = chart.nodes.find((each) => each.kind === 'step' && each.stepId === stepId)
    if (node) change((there) => withPlace(there, stepId, { x: node.x + dx, y: node.y + dy }, flowChart(withoutPlaces(there), { start: '', end: '' }).height))
  }
  const choose = (stepId: string, byKey: boolean): void => {
    setChosen(stepId)
    if (byKey) requestAnimationFrame(() => document.getElementById(decisionId)?.focus())
  }
  const close = (): void => {
    const node = document.getElementById(id)?.querySelector<SVGElement>(`[data-step="${CSS.escape(chosen ?? '')}"]`)
    setChosen(undefined)
    node?.focus()
  }
  const at = steps.findIndex((step) => step.id === chosen)
  const step = steps[at]
  return (
    <section id={id} className={partStyles.part} aria-labelledby={`${id}-title`}>
      <header className={partStyles.head}>
        <h2 id={`${id}-title`}>{field?.title[language]}</h2>
        <div className={partStyles.actions}>
          {editing && <Button size="small" icon={<RotateCcw size={14} />} disabled={!rows.some(({ x, y }) => x !== undefined || y !== undefined)} onClick={() => change(withoutPlaces)}>{t('flow.arrange')}</Button>}
          <Dropdown trigger={['click']} menu={{ items: [{ key: 'png', label: t('flow.png'), onClick: () => picture.mutate('png') }, { key: 'svg', label: t('flow.svg'), onClick: () => picture.mutate('svg') }] }}>
            <Button size="small" icon={<Image size={14} />} loading={picture.isPending} aria-haspopup="menu">{t('flow.export')}<ChevronDown size={13} aria-hidden="true" /></Button>
          </Dropdown>
        </div>
      </header>
      {field && isOdd ? <OddValue field={field} value={fields.flow} onClear={editing ? () => change((there) => ({ ...there, flow: undefined })) : undefined} /> : <>
        {editing && <p className={partStyles.hint}>{t('flow.hint')}</p>}
        {editing && step && <BranchPanel decisionId={decisionId} step={step} index={at} steps={steps} row={rows.find((row) => row.id === step.id)} onChange={(made) => change((there) => withFlow(there, step.id, made))} onClose={close} />}
        <FlowChartView chart={chart} alternative={alternative} {...editing && { editing: { chosen, onChoose: choose, onClose: close, onMove: move } }} />
      </>}
    </section>
  )
}
