/** The handbook of a meeting: cover, contents, notice, guide, agenda, participants, the material of each item, and the sheets to be filled in. */
import type { Block } from '#shared/model/body/blocks'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import type { AgendaItem } from '#shared/model/meeting/agenda'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { paragraph } from '../cells'
import { oneLine } from '../oneLine'
import type { DocumentPart, DocumentPlan, NamedValue } from '../plan'
import { wordsOf } from '../words.data'
import { writtenDate } from '../writtenDate'
import { agendaBlocks, dayText } from './agendaTables'
import { feedbackSheet, followTable, type Reckon } from './afterwards'
import { participantsOf, peopleBlocks, signInTable } from './people'

/** `materials` are the parts of each record of the agenda, in its order, each a head on a new page and what is below it. */
export interface MeetingFacts { id: string; content: RecordContent; agenda: readonly AgendaItem[]; materials: readonly DocumentPart[]; titles: DocumentPlan['titles'] }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

/** From the first to the last day that the agenda names, or the date of the meeting. */
export const meetingTime = ({ content, agenda }: Pick<MeetingFacts, 'content' | 'agenda'>, language: Language): string => {
  const days = [...new Set(agenda.map(({ day }) => day).filter((day) => day !== ''))]
  const [first = content.date, last] = [days[0], days.at(-1)]
  if (last !== undefined && last !== first) return `${writtenDate(first, language)}${language === 'zh-CN' ? '至' : ' to '}${writtenDate(last, language)}`
  return first.length === 10 ? dayText(first, language) : writtenDate(first, language)
}

const factsOf = (facts: MeetingFacts, language: Language): NamedValue[] => {
  const words = wordsOf(language)
  const { content } = facts
  return [
    { label: words.meetingTime, value: meetingTime(facts, language) }, { label: words.meetingPlace, value: oneLine(content.place) },
    { label: words.host, value: text(content.fields.host) || oneLine(content.unit) }, { label: words.chairman, value: text(content.fields.chair) },
  ].filter(({ value }) => value !== '')
}

const section = (title: string, blocks: readonly Block[], newPage: boolean): DocumentPart => ({ kind: 'section', level: 1, key: null, title, isNumbered: true, newPage, blocks: [...blocks] })

/** A section of the meeting's text by its key; nothing where it says nothing. One that is called as every meeting calls it has `title`. */
const written = ({ body }: RecordContent, key: string, title: string, newPage: boolean): DocumentPart[] => {
  const usual = Object.values(recordTypes.meeting.sections.find((each) => each.key === key)?.title ?? {})
  return body.sections.flatMap((each) => (each.key === key && isFilled(each) ? [section(usual.includes(each.title.trim()) ? title : oneLine(each.title) || title, each.blocks, newPage)] : []))
}

const isOwn = (key: string | null): boolean => !recordTypes.meeting.sections.some((each) => each.key === key)

export const handbookParts = (facts: MeetingFacts, language: Language, reckon: Reckon): DocumentPart[] => {
  const words = wordsOf(language)
  const { content, agenda, materials, titles } = facts
  const people = participantsOf(content)
  const own = content.body.sections.filter((each) => isOwn(each.key) && isFilled(each)).map(({ title, blocks }) => section(oneLine(title), blocks, false))
  const preamble: DocumentPart[] = content.body.preamble.length > 0 ? [{ kind: 'section', level: 1, key: null, title: '', isNumbered: true, newPage: false, blocks: content.body.preamble }] : []
  return [
    { kind: 'cover', title: oneLine(content.title), subtitle: words.handbook, values: factsOf(facts, language), approvals: [], foot: [text(content.fields.host) || oneLine(content.unit), writtenDate(content.date, language)].filter((line) => line !== '') },
    { kind: 'contents', title: words.contents, depth: 1 },
    ...preamble, ...written(content, 'notice', words.notice, true), ...written(content, 'guide', words.guide, true), ...own,
    section(words.agenda, agendaBlocks(agenda, language), true),
    ...people.length > 0 ? [section(words.participants, peopleBlocks(people, language), true)] : [],
    ...materials,
    section(words.signIn, [paragraph(words.signInLead)], true), { kind: 'blank', table: signInTable(people, language), rowHeight: 9 },
    ...feedbackSheet([section(words.feedback, [paragraph(words.feedbackLead)], true)], content, language, reckon),
    ...written(content, 'summary', words.summary, true),
    section(words.follow, [paragraph(words.followLead)], true), { kind: 'blank', table: followTable(content, titles, language), rowHeight: 11 },
  ]
}

/** What of a handbook is filled in alone, with the meeting's name above it. */
const headed = (facts: MeetingFacts, what: string, language: Language): DocumentPart => ({
  kind: 'head', id: facts.id, level: 0, newPage: false, title: `${oneLine(facts.content.title)}${language === 'zh-CN' ? '' : ' '}${what}`,
  data: [factsOf(facts, language).slice(0, 2).map(({ label, value }) => `${label}${language === 'zh-CN' ? '：' : ': '}${value}`).join('　　')].filter((line) => line !== ''), summary: '', form: null,
})

export const signInParts = (facts: MeetingFacts, language: Language): DocumentPart[] =>
  [headed(facts, wordsOf(language).signIn, language), { kind: 'blank', table: signInTable(participantsOf(facts.content), language), rowHeight: 9 }]

export const feedbackParts = (facts: MeetingFacts, language: Language, reckon: Reckon): DocumentPart[] => {
  const { feedback, feedbackLead } = wordsOf(language)
  const lead: DocumentPart = { kind: 'section', level: 1, key: null, title: '', isNumbered: false, newPage: false, blocks: [paragraph(feedbackLead)] }
  return feedbackSheet([headed(facts, feedback, language), lead], facts.content, language, reckon)
}
