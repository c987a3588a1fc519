/** What a meeting's feedback form asks, and what was counted of it. */
import { rowsOf, type FieldRow, type Words } from '../fields'
import { newBlockId } from '../ids'
import type { Language } from '../language'
import type { RecordContent } from '../record'
import { agendaOf } from './agenda'

/** The best first. */
export const feedbackMarks = [5, 4, 3, 2, 1] as const
export const markWords: Readonly<Record<(typeof feedbackMarks)[number], Words>> = {
  5: { 'zh-CN': '很满意', en: 'Very good' }, 4: { 'zh-CN': '满意', en: 'Good' }, 3: { 'zh-CN': '一般', en: 'Fair' }, 2: { 'zh-CN': '不满意', en: 'Poor' }, 1: { 'zh-CN': '很不满意', en: 'Very poor' },
}

const usual: readonly Words[] = [
  { 'zh-CN': '会议组织与安排', en: 'Organisation' }, { 'zh-CN': '内容对本岗位的帮助', en: 'Use for my work' }, { 'zh-CN': '讲解清楚程度', en: 'Clarity of the talks' },
  { 'zh-CN': '讨论与交流的时间', en: 'Time for discussion' }, { 'zh-CN': '总体评价', en: 'Overall' },
]

/** How often each mark was given, the best first. */
export interface CountedQuestion { id: string; question: string; marks: readonly number[] }

export const feedbackOf = ({ fields }: Pick<RecordContent, 'fields'>): CountedQuestion[] => rowsOf(fields.feedback).map((row) => ({
  id: row.id, question: typeof row.question === 'string' ? row.question.trim() : '',
  marks: feedbackMarks.map((mark) => { const count = row[`of${mark}`]; return typeof count === 'number' && count > 0 ? Math.round(count) : 0 }),
}))

/** The questions of its form, on paper and in Excel, each once: those that it has; before it has any, what is usual and each of its talks. */
export const feedbackQuestions = (content: Pick<RecordContent, 'fields' | 'date'>, language: Language): string[] => {
  const own = feedbackOf(content).map(({ question }) => question).filter((question) => question !== '')
  const asked = own.length > 0 ? own : [...usual.map((words) => words[language]), ...agendaOf(content).filter(({ kind, title }) => kind === 'talk' && title !== '').map(({ title }) => title)]
  return [...new Set(asked)]
}

/** Undefined where nobody gave a mark. */
export const averageOf = (marks: readonly number[]): number | undefined => {
  const count = marks.reduce((sum, each) => sum + each, 0)
  return count === 0 ? undefined : marks.reduce((sum, each, index) => sum + each * (5 - index), 0) / count
}

/** Rows with what was counted put to what is there: the same question is counted on, or anew. */
export const withCounted = (rows: readonly FieldRow[], counted: readonly { question: string; marks: readonly number[] }[], isAdded: boolean): FieldRow[] => {
  const before = feedbackOf({ fields: { feedback: rows } })
  const kept = isAdded ? [...rows] : []
  for (const { question, marks } of counted) {
    const at = before.find((row) => row.question === question)
    const sums = Object.fromEntries(feedbackMarks.map((mark, index) => [`of${mark}`, (marks[index] ?? 0) + (isAdded ? at?.marks[index] ?? 0 : 0)]))
    const place = kept.findIndex(({ id }) => id === at?.id)
    if (place === -1) kept.push({ id: at?.id ?? newBlockId(), question, ...sums })
    else kept[place] = { ...kept[place], id: at?.id ?? newBlockId(), ...sums }
  }
  return kept
}
