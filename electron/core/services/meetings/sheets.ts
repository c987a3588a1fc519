/** Sheets of a meeting to be filled: names to be written in, names to be ticked, and the feedback form. */
import type { Language } from '#shared/model/language'
import { feedbackMarks, feedbackQuestions, markWords } from '#shared/model/meeting/feedback'
import { participantColumns, participantsOf, type ParticipantColumn } from '#shared/model/meeting/participants'
import type { RecordContent } from '#shared/model/record'
import type { Sheet, SheetCell } from '../../documents/writers/xlsx/workbook'

export type FilledSheet = 'participants' | 'attendance' | 'feedback'

interface SheetWords {
  names: Readonly<Record<FilledSheet, string>>
  columns: Readonly<Record<ParticipantColumn, string>>
  number: string; present: string; question: string; mark: string; comments: string; scale: (words: string) => string
}

const words: Readonly<Record<Language, SheetWords>> = {
  'zh-CN': {
    names: { participants: '参会人员', attendance: '签到', feedback: '会议评价' }, columns: { name: '姓名', unit: '单位', post: '职务', phone: '电话', group: '分组', note: '备注' },
    number: '序号', present: '签到', question: '评价项', mark: '评分', comments: '意见与建议', scale: (scale) => `评分（${scale}）`,
  },
  en: {
    names: { participants: 'Participants', attendance: 'Attendance', feedback: 'Feedback' }, columns: { name: 'Name', unit: 'Unit', post: 'Post', phone: 'Phone', group: 'Group', note: 'Note' },
    number: 'No.', present: 'Present', question: 'Item', mark: 'Mark', comments: 'Comments', scale: (scale) => `Mark (${scale})`,
  },
}

const text = (value: string): SheetCell => ({ kind: 'text', text: value })
const widths: Readonly<Record<ParticipantColumn, number>> = { name: 12, unit: 24, post: 16, phone: 16, group: 12, note: 24 }
const attendance: readonly ParticipantColumn[] = ['group', 'name', 'unit', 'post']

export const sheetName = (sheet: FilledSheet, language: Language): string => words[language].names[sheet]

export const sheetOf = (content: Pick<RecordContent, 'fields' | 'date'>, sheet: FilledSheet, language: Language): Sheet => {
  const said = words[language]
  const name = said.names[sheet]
  const people = participantsOf(content)
  if (sheet === 'participants') {
    return { name, head: participantColumns.map((column) => said.columns[column]), rows: people.map((person) => participantColumns.map((column) => text(person[column]))), widths: participantColumns.map((column) => widths[column]) }
  }
  if (sheet === 'attendance') {
    const rows = people.map((person, index): SheetCell[] => [{ kind: 'number', number: index + 1 }, ...attendance.map((column) => text(person[column])), text(person.isPresent ? '√' : '')])
    return { name, head: [said.number, ...attendance.map((column) => said.columns[column]), said.present], rows, widths: [8, ...attendance.map((column) => widths[column]), 14] }
  }
  const scale = feedbackMarks.map((mark) => `${mark} ${markWords[mark][language]}`).join(language === 'en' ? ', ' : '，')
  return { name, head: [said.question, said.scale(scale)], rows: [...feedbackQuestions(content, language), said.comments].map((question) => [text(question), text('')]), widths: [48, 56] }
}
