/** The steps of a product as two tables: what is done to which standard by whom, and what can go wrong with it. */
import type { RecordContent } from '#shared/model/record'
import { riskLevel, riskScore } from '#shared/model/product/risk'
import { stepsOf, type Step } from '#shared/model/product/steps'
import type { DeckTable } from '#shared/model/slides/deck'
import type { SlideLabels } from './labels.data'
import type { Piece } from './pieces'

interface Column { title: string; text: (step: Step, index: number) => string; isOptional?: boolean }

const tableOf = (columns: readonly Column[], steps: readonly { step: Step; index: number }[]): Piece[] => {
  const shown = columns.filter(({ text, isOptional }) => isOptional !== true || steps.some(({ step, index }) => text(step, index) !== ''))
  if (steps.length === 0) return []
  const cell = (text: string, header: boolean): DeckTable['rows'][number][number] => ({ text, header, colSpan: 1, rowSpan: 1 })
  return [{
    kind: 'cells', headRows: 1, caption: '',
    rows: [shown.map(({ title }) => cell(title, true)), ...steps.map(({ step, index }) => shown.map(({ text }) => cell(text(step, index).trim(), false)))],
  }]
}

const numbered = (steps: readonly Step[]): { step: Step; index: number }[] => steps.map((step, index) => ({ step, index }))

export const stepPieces = ({ fields }: Pick<RecordContent, 'fields'>, labels: SlideLabels): Piece[] => tableOf([
  { title: labels.step, text: (_step, index) => String(index + 1) },
  { title: labels.action, text: ({ action }) => action },
  { title: labels.standard, text: ({ standard }) => standard, isOptional: true },
  { title: labels.minutes, text: ({ minutes }) => (minutes === undefined ? '' : `${minutes} ${labels.minute}`), isOptional: true },
  { title: labels.post, text: ({ post }) => post, isOptional: true },
], numbered(stepsOf(fields)).filter(({ step }) => step.action.trim() !== ''))

const riskText = ({ likelihood, severity }: Step, labels: SlideLabels): string => {
  const score = riskScore(likelihood, severity)
  return score === undefined ? '' : `${labels[riskLevel(score)]} ${score}`
}

export const hazardPieces = ({ fields }: Pick<RecordContent, 'fields'>, labels: SlideLabels): Piece[] => tableOf([
  { title: labels.step, text: (_step, index) => String(index + 1) },
  { title: labels.hazard, text: ({ hazard }) => hazard },
  { title: labels.risk, text: (step) => riskText(step, labels), isOptional: true },
  { title: labels.control, text: ({ control }) => control },
], numbered(stepsOf(fields)).filter(({ step }) => step.hazard.trim() !== '' || step.control.trim() !== ''))
