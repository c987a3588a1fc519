/** What a meeting asks for at its end and leaves to be done: the feedback form, and the tasks after it. */
import type { TableBlock } from '#shared/model/body/blocks'
import { filledRowsOf } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import { feedbackQuestions } from '#shared/model/meeting/feedback'
import type { RecordContent } from '#shared/model/record'
import { citationsOf } from '#shared/model/rowCitations'
import { textCell, textTable, wholeWidth, type TableColumn } from '../cells'
import type { DocumentPart } from '../plan'
import { filled, wordsOf } from '../words.data'
import { writtenDate } from '../writtenDate'

type Fields = Pick<RecordContent, 'fields'>

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const marks = ['5', '4', '3', '2', '1'] as const

const feedbackTable = (questions: readonly string[], language: Language): TableBlock => {
  const columns: TableColumn[] = [{ title: wordsOf(language).question, width: 300 }, ...marks.map((mark) => ({ title: language === 'zh-CN' ? `${mark} 分` : mark, width: 56, isMiddle: true }))]
  return textTable(columns, questions.map((question) => [question, '', '', '', '', '']))
}

/** Room to write in. */
const commentsTable = (language: Language): TableBlock => ({ type: 'table', id: newBlockId(), columnWidths: wholeWidth([100, 480]), rows: [{ cells: [textCell(wordsOf(language).comments, { header: 'row' }), textCell('')] }] })

/** Millimetres that parts take one below the other from the top of a page, and the height of the text on it. */
export type Reckon = (parts: readonly DocumentPart[]) => { used: number; height: number }

/** Millimetres. */
const comments = { least: 30, most: 70 } as const
/** Of a question's row, the highest first: lower rows leave the comments room on the same page. */
const questionRows = [12, 11, 10, 9, 8] as const

/** The form below `above`, which begins a page: its questions, and for the comments what they leave of it. */
export const feedbackSheet = (above: readonly DocumentPart[], content: Pick<RecordContent, 'fields' | 'date'>, language: Language, reckon: Reckon): DocumentPart[] => {
  const table = feedbackTable(feedbackQuestions(content, language), language)
  const ways = questionRows.map((rowHeight) => {
    const parts: DocumentPart[] = [...above, { kind: 'blank', table, rowHeight }]
    const { used, height } = reckon(parts)
    return { parts, left: height * 0.94 - used }
  })
  const { parts, left } = ways.find((way) => way.left >= comments.least) ?? { ...ways[0], left: comments.most }
  return [...parts ?? above, { kind: 'blank', table: commentsTable(language), rowHeight: Math.min(left, comments.most) }]
}

const emptyRows = 6

/** What was agreed, which unit wants to take up what, and empty rows. `titles` of products by id. */
export const followTable = ({ fields }: Fields, titles: ReadonlyMap<string, { title: string }>, language: Language): TableBlock => {
  const words = wordsOf(language)
  const columns: TableColumn[] = [{ title: words.count, width: 54, isMiddle: true }, { title: words.task, width: 206 }, { title: words.who, width: 118 }, { title: words.due, width: 142, isMiddle: true }, { title: words.state, width: 80, isMiddle: true }]
  const agreed = filledRowsOf(fields.outcomes).map((row) => [text(row.what), text(row.who), writtenDate(text(row.due), language), row.isDone === true ? words.isDone : ''])
  const wanted = filledRowsOf(fields.intentions).map((row) => {
    const products = citationsOf(row.product).map(({ recordId, title = '' }) => titles.get(recordId)?.title ?? title).filter((title) => title !== '')
    const what = [...products.map((title) => filled(words.adopt, { title })), text(row.what)].filter((line) => line !== '').join('\n')
    return [what, [text(row.unit), text(row.who)].filter((each) => each !== '').join(language === 'zh-CN' ? '　' : ', '), writtenDate(text(row.due), language), '']
  })
  const rows = [...agreed, ...wanted, ...Array.from({ length: emptyRows }, () => ['', '', '', ''])]
  return textTable(columns, rows.map((row, index) => [String(index + 1), ...row]))
}
