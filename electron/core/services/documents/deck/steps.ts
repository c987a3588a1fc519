/** The steps of a product as two tables: what is done to which standard by whom, and what can go wrong with it. */
import type { RecordContent } from '#shared/model/record'
import { riskLevel, riskScore } from '#shared/model/product/risk'
import { stepsOf, type Step } from '#shared/model/product/steps'
import type { DeckTable } from '#shared/model/slides/deck'
import type { SlideLabels } from './labels.data'
import type { Piece } from './pieces'

interface Column { title: string; share: number; text: (step: Step, index: number) => string; isOptional?: boolean }

const tableOf = (columns: readonly Column[], steps: readonly { step: Step; index: number }[]): Piece[] => {
  const shown = columns.filter(({ text, isOptional }) => isOptional !== true || steps.some(({ step, index }) => text(step, index) !== ''))
  if (steps.length === 0) return []
  const sum = shown.reduce((total, { share }) => total + share, 0)
  const cell = (text: string, header: boolean): DeckTable['rows'][number][number] => ({ text, header, colSpan: 1, rowSpan: 1 })
  return [{
    kind: 'cells', headRows: 1, caption: '', shares: shown.map(({ share }) => share / sum),
    rows: [shown.map(({ title }) => cell(title, true)), ...steps.map(({ step, index }) => shown.map(({ text }) => cell(text(step, index).trim(), false)))],
  }]
}

const numbered = (steps: readonly Step[]): { step: Step; index: number }[] => steps.map((step, index) => ({ step, index }))

export const stepPieces = ({ fields }: Pick<RecordContent, 'fields'>, labels: SlideLabels): Piece[] => tableOf([
  { title: labels.step, share: 1.1, text: (_step, index) => String(index + 1) },
  { title: labels.action, share: 4.5, text: ({ action }) => action },
  { title: labels.standard, share: 4.5, text: ({ standard }) => standard, isOptional: true },
  { title: labels.minutes, share: 1.5, text: ({ minutes }) => (minutes === undefined ? '' : `${minutes} ${labels.minute}`), isOptional: true },
  { title: labels.post, share: 2, text: ({ post }) => post, isOptional: true },
], numbered(stepsOf(fields)).filter(({ step }) => step.action.trim() !== ''))

const riskText = ({ likelihood, severity }: Step, labels: SlideLabels): string => {
  const score = riskScore(likelihood, severity)
  return score === undefined ? '' : `${labels[riskLevel(score)]} ${score}`
}

export const hazardPieces = ({ fields }: Pick<RecordContent, 'fields'>, labels: SlideLabels): Piece[] => tableOf([
  { title: labels.step, share: 1.1, text: (_step, index) => String(index + 1) },
  { title: labels.hazard, share: 4.2, text: ({ hazard }) => hazard },
  { title: labels.risk, share: 1.7, text: (step) => riskText(step, labels), isOptional: true },
  { title: labels.control, share: 5.6, text: ({ control }) => control },
], numbered(stepsOf(fields)).filter(({ step }) => step.hazard.trim() !== '' || step.control.trim() !== ''))
