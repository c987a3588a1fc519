/** The steps of a product as a table, and what of them its other documents say. */
import type { TableBlock } from '#shared/model/body/blocks'
import type { Language } from '#shared/model/language'
import { riskLevel, riskScore } from '#shared/model/product/risk'
import type { Step } from '#shared/model/product/steps'
import { textTable, type TableColumn } from '../cells'
import { wordsOf } from '../words.data'

/** The level of the hazard, empty until it is rated. */
export const riskText = ({ likelihood, severity }: Step, language: Language): string => {
  const score = riskScore(likelihood, severity)
  return score === undefined ? '' : wordsOf(language)[riskLevel(score)]
}

/** Hazard, level and control, a line each. */
export const hazardText = (step: Step, language: Language): string => {
  const words = wordsOf(language)
  const risk = riskText(step, language)
  const hazard = step.hazard.trim()
  return [
    hazard === '' ? '' : `${words.hazardIs}${hazard}${risk === '' ? '' : language === 'zh-CN' ? `（${risk}风险）` : ` (${risk} risk)`}`,
    step.control.trim() === '' ? '' : `${words.control}${step.control.trim()}`,
  ].filter((line) => line !== '').join('\n')
}

const toolsText = ({ tools }: Step, titles: ReadonlyMap<string, string>): string => tools.map(({ recordId, title = '' }) => titles.get(recordId) ?? title).filter((title) => title !== '').join('\n')

interface StepColumn extends TableColumn { text: (step: Step, index: number) => string; isOptional?: true }

/** Time, posts and tools have a column only where there are any. `tools` are the titles of tools by id. */
export const stepTable = (steps: readonly Step[], tools: ReadonlyMap<string, string>, language: Language): TableBlock => {
  const words = wordsOf(language)
  const all: StepColumn[] = [
    { title: words.count, width: 56, isMiddle: true, text: (_, index) => String(index + 1) },
    { title: words.action, width: 92, text: ({ action }) => action.trim() },
    { title: words.standard, width: 158, text: ({ standard }) => standard.trim() },
    { title: words.minutes, width: 54, isMiddle: true, isOptional: true, text: ({ minutes }) => (minutes === undefined ? '' : String(minutes)) },
    { title: words.stepPost, width: 62, isMiddle: true, isOptional: true, text: ({ post }) => post.trim() },
    { title: words.hazard, width: 158, isOptional: true, text: (step) => hazardText(step, language) },
    { title: words.tools, width: 80, isOptional: true, text: (step) => toolsText(step, tools) },
  ]
  const columns = all.filter(({ text, isOptional }) => !isOptional || steps.some((step, index) => text(step, index) !== ''))
  return textTable(columns, steps.map((step, index) => columns.map(({ text }) => text(step, index))))
}

/** The sum of what the steps take; 0 where none says. */
export const minutesOfAll = (steps: readonly Step[]): number => steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0)
