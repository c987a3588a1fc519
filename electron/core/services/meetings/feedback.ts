/**
 * Feedback forms that were filled: our own sheet, a grid whose columns are the marks, or a table with one form a row, as forms on the web
 * give them. What was asked is taken from the sheets; how often each mark was given is counted.
 */
import type { ReadFeedback } from '#shared/contract/meetings'
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'
import { absent, commentHeading, markHeadings, marksInWords, notAsked, present, questionHeadings } from './headings.data'
import { findTable, isBlank, plainHeading, rowText, type Table } from './table'

type Skipped = ReadFeedback['skipped'][number]
type Marks = ReadFeedback['questions'][number]['marks']

/** A whole mark of five, also with what it is out of: “4”, “4.0 分”, “5（满分5）”, “1/5”. */
const wholeMark = /^([1-5])(?:\.0+)?\s*分?\s*(?:\(?(?:满分|\/|out of)\s*5\s*分?\)?)?$/

/** The place of a mark, the best first; undefined for what is none: “5 分”, “5 很满意”, “A. 很满意”, “★★★★”, “1/5”; “4.5” and “5/10” are none. */
export const markAt = (cell: string): number | undefined => {
  const stars = /^[★⭐]{1,5}(?=[☆\s]*$)/u.exec(cell)?.[0]
  if (stars !== undefined) return 5 - [...stars].length
  const said = cell.normalize('NFKC').trim().toLowerCase()
  const mark = wholeMark.exec(said)?.[1]
  if (mark !== undefined) return 5 - Number(mark)
  // Words, behind a letter or digit that numbers them.
  const plain = plainHeading(said.replace(/^(?:[a-e](?![a-z\d])|[1-5]\s*分?(?=[\s.、:,-]*[^\d\s.、:,/-]))/, ''))
  const place = marksInWords.findIndex((words) => words.includes(plain))
  return place === -1 ? undefined : place
}

/** A question without the number before it: “1. 会议组织” is 会议组织. */
const bare = (question: string): string => plainHeading(question.normalize('NFKC').replace(/^\s*\(?\d{1,2}[.、)]\s*/, ''))

/** Counts while forms are read; a form of which nothing can be read is none. `own` are the questions of the meeting: a table that asks any of them is asked nothing else. */
export const createCount = (own: readonly string[]) => {
  const ownByName = new Map(own.toReversed().map((question) => [bare(question), question]))
  const counted = new Map<string, Marks>()
  const comments: string[] = []
  const skipped: Skipped[] = []
  let forms = 0

  const count = (question: string, place: number): void => {
    const marks = counted.get(question) ?? [0, 0, 0, 0, 0]
    counted.set(question, marks)
    marks[place] = (marks[place] ?? 0) + 1
  }
  const comment = (text: string): void => { if (text !== '' && !absent.includes(text)) comments.push(text.slice(0, 2000)) }

  /** One form: a question a row, its mark beside it or ticked below the heading that is a mark. */
  const countForm = ({ head, rows, first }: Table): void => {
    const markColumn = head.findIndex((heading) => markHeadings.includes(plainHeading(heading).replaceAll(/\d+/g, '')) || /评分|打分|score|mark/i.test(heading))
    const ticks = head.flatMap((heading, index) => { const place = markAt(heading); return place === undefined ? [] : [{ index, place }] })
    const questionColumn = head.findIndex((heading) => questionHeadings.includes(plainHeading(heading)))
    let said = 0
    rows.forEach((row, index) => {
      const question = row[questionColumn === -1 ? 0 : questionColumn] ?? ''
      if (isBlank(row) || question === '') return
      if (commentHeading.test(question)) {
        const text = row.slice(questionColumn + 1).find((cell) => cell !== '') ?? ''
        if (text !== '') said += 1
        comment(text)
        return
      }
      const cell = row[markColumn] ?? ''
      const ticked = ticks.find((tick) => { const mark = (row[tick.index] ?? '').toLowerCase(); return mark !== '' && present.includes(mark) })
      const place = ticks.length >= 3 ? ticked?.place : markAt(cell)
      if (place !== undefined) { count(question, place); said += 1 } else if (ticks.length < 3 && cell !== '') skipped.push({ row: first + index, why: 'noMark', text: rowText(row) })
    })
    if (said > 0) forms += 1
  }

  /** Many forms, one a row: a question is a column in which most of what was written is a mark. */
  const countTable = ({ head, rows, first }: Table): void => {
    const filled = rows.filter((row) => !isBlank(row))
    const cells = (index: number): string[] => filled.map((row) => row[index] ?? '').filter((cell) => cell !== '')
    const asks = (heading: string, index: number): boolean => {
      const all = cells(index)
      return heading !== '' && !notAsked.test(plainHeading(heading)) && !commentHeading.test(heading) && all.filter((cell) => markAt(cell) !== undefined).length * 2 > all.length
    }
    const asked = head.flatMap((heading, index) => (asks(heading, index) ? [{ heading, index }] : []))
    const ours = asked.flatMap(({ heading, index }) => { const question = ownByName.get(bare(heading)); return question === undefined ? [] : [{ heading: question, index }] })
    const questions = ours.length > 0 ? ours : asked
    const says = head.flatMap((heading, index) => (commentHeading.test(heading) ? [index] : []))
    rows.forEach((row, at) => {
      const marks = questions.map(({ heading, index }) => ({ heading, cell: row[index] ?? '', place: markAt(row[index] ?? '') }))
      for (const { heading, place } of marks) if (place !== undefined) count(heading, place)
      for (const index of says) comment(row[index] ?? '')
      if (marks.some(({ place, cell }) => place === undefined && cell !== '')) skipped.push({ row: first + at, why: 'noMark', text: rowText(row) })
      if (marks.some(({ place }) => place !== undefined) || says.some((index) => (row[index] ?? '') !== '')) forms += 1
    })
  }

  const isFormHead = (plain: readonly string[]): boolean =>
    plain.some((heading) => questionHeadings.includes(heading)) && (plain.some((heading) => markHeadings.includes(heading.replaceAll(/\d+/g, '')) || /评分|打分|score|mark/.test(heading)) || plain.filter((heading) => markAt(heading) !== undefined).length >= 3)

  return {
    /** Whether anything of it is a form. */
    read: (sheets: readonly SheetRows[]): boolean => {
      const before = forms
      for (const sheet of sheets) {
        const form = findTable([sheet], (row) => (isFormHead(row.map(plainHeading)) ? 1 : 0))
        const table = form ?? findTable([sheet], (row) => (row.filter((heading) => plainHeading(heading) !== '').length > 1 ? 1 : 0))
        if (form) countForm(form)
        else if (table) countTable(table)
      }
      return forms > before
    },
    skip: (skip: Skipped): void => { skipped.push(skip) },
    result: (): ReadFeedback => ({ forms, questions: [...counted].map(([question, marks]) => ({ question, marks })), comments, skipped }),
  }
}
