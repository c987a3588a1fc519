/** The chart of steps as the screen shows it, and as it is read out. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { flowChart, flowEnd, flowRowsOf, type FlowChart } from '#shared/model/product/flow'
import { stepsOf } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'

export const useFlow = (fields: RecordContent['fields']): { chart: FlowChart; alternative: string[] } => {
  const { t } = useTranslation('product')
  const { steps, flow } = fields
  return useMemo(() => {
    const read = stepsOf({ steps })
    const rows = new Map(flowRowsOf({ flow }).map((row) => [row.id, row]))
    const nameOf = (id: string): string | undefined => {
      const at = read.findIndex((step) => step.id === id)
      return id === flowEnd ? t('flow.end') : at === -1 ? undefined : t('steps.step', { number: at + 1 })
    }
    const alternative = read.map((step, index) => {
      const row = rows.get(step.id)
      const otherwise = nameOf(row?.otherwise ?? '')
      return [
        t('flow.line', { number: index + 1, action: step.action }), ...step.post === '' ? [] : [step.post],
        ...row && row.decision !== '' ? [otherwise === undefined ? row.decision : t('flow.branch', { decision: row.decision, otherwise })] : [],
      ].join(t('flow.separator'))
    })
    return { chart: flowChart({ steps, flow }, { start: t('flow.start'), end: t('flow.end') }), alternative }
  }, [steps, flow, t])
}
