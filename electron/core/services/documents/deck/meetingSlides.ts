/** The slides of a meeting, as its agenda has them: an opening for each item, then those of its records. */
import { agendaOf, timeText, type AgendaItem } from '#shared/model/meeting/agenda'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import type { DeckTable } from '#shared/model/slides/deck'
import { meetingTime } from '../../../documents/plan/meeting/handbook'
import { oneLine } from '../../../documents/plan/oneLine'
import type { ChapterContext } from './chapters'
import type { SlideDraft } from './bodies'
import { chapterSlides, kickerOf, titled } from './chapterSlides'
import type { Piece } from './pieces'
import { closingSlide, contentSlides, dateText, openingLines, recordSection, subtitleOf, type ShownRecord } from './recordSlides'

/** A slide and the agenda item that it belongs to. */
export interface PlacedDraft { draft: SlideDraft; itemId: string | null }

const text = (value: unknown): string => (typeof value === 'string' ? oneLine(value) : '')
const joined = (parts: readonly string[], gap: string): string => parts.filter((part) => part !== '').join(gap)

const timeOf = ({ begins, ends }: AgendaItem): string => (begins === null ? '' : ends === null || ends === begins ? timeText(begins) : `${timeText(begins)}–${timeText(ends)}`)

const itemTitle = ({ kind, title, records }: AgendaItem, { labels }: ChapterContext): string => title || (kind === 'break' ? labels.rest : oneLine(records[0]?.title ?? '')) || labels.untitled

/** A day stands over its items where there are several. */
const agendaPieces = (items: readonly AgendaItem[], context: ChapterContext): Piece[] => {
  const { labels } = context
  const cell = (said: string, header = false, colSpan = 1): DeckTable['rows'][number][number] => ({ text: said, header, colSpan, rowSpan: 1 })
  const hasHost = items.some(({ host }) => host !== '')
  const columns = [labels.time, labels.item, labels.presenter, ...(hasHost ? [labels.host] : [])]
  const hasDays = new Set(items.map(({ day }) => day)).size > 1
  const rows = items.flatMap((item, index) => [
    ...(hasDays && item.day !== items[index - 1]?.day ? [[cell(dateText(item.day, context), true, columns.length)]] : []),
    [timeOf(item), itemTitle(item, context), item.presenter, ...(hasHost ? [item.host] : [])].map((said) => cell(said)),
  ])
  return rows.length === 0 ? [] : [{ kind: 'cells', headRows: 1, caption: '', rows: [columns.map((title) => cell(title, true)), ...rows] }]
}

const cover = ({ id, content }: RevisionFile, agenda: readonly AgendaItem[], context: ChapterContext): SlideDraft => {
  const { labels } = context
  const { title, whole } = titled('cover', oneLine(content.title), context)
  const named = (label: string, value: string): string => (value === '' ? '' : `${label}${labels.colon}${value}`)
  return {
    layout: 'cover', kicker: labels.meeting, title, subtitle: subtitleOf(joined([meetingTime({ content, agenda }, context.language), oneLine(content.place)], '　')),
    lines: openingLines([joined([named(labels.organiser, text(content.fields.host) || oneLine(content.unit)), named(labels.chair, text(content.fields.chair))], '　　'), context.mark]),
    notes: [...whole, content.summary.trim()].filter((each) => each !== '').join('\n'), source: { recordId: id, number: content.number, title: content.title, section: '' },
  }
}

const itemOpening = (item: AgendaItem, meeting: RecordContent, context: ChapterContext): SlideDraft => {
  const { labels } = context
  const { title, whole } = titled('section', itemTitle(item, context), context)
  const length = item.minutes === 0 ? '' : `${item.minutes} ${labels.minute}`
  const questions = item.questions === 0 ? '' : `${labels.questions} ${item.questions} ${labels.minute}`
  const time = joined([timeOf(item), joined([length, questions], labels.stop)], '　')
  const isBreak = item.kind === 'break'
  return {
    layout: 'section', kicker: kickerOf([oneLine(meeting.title)], labels.gap), title, subtitle: isBreak ? timeOf(item) : subtitleOf(item.presenter),
    lines: isBreak ? [] : openingLines([time, item.host === '' ? '' : `${labels.host}${labels.colon}${item.host}`]),
    notes: [...whole, item.note].filter((each) => each !== '').join('\n'), source: null,
  }
}

/** `shown` are the records of an item that are here. */
export const meetingSlides = (meeting: RevisionFile, shown: (item: AgendaItem) => readonly ShownRecord[], context: ChapterContext): PlacedDraft[] => {
  const items = agendaOf(meeting.content)
  const { labels } = context
  const { number, title, unit } = meeting.content
  const place = { kicker: [oneLine(title)], source: { recordId: meeting.id, number, title }, sourceLine: () => '' }
  const agenda = agendaPieces(items, context)
  return [
    { draft: cover(meeting, items, context), itemId: null },
    ...(agenda.length > 0 ? chapterSlides({ key: 'agenda', title: labels.agenda, pieces: agenda }, place, context) : []).map((draft) => ({ draft, itemId: null })),
    ...items.flatMap((item): PlacedDraft[] => {
      const records = shown(item)
      const drafts = [itemOpening(item, meeting.content, context), ...records.flatMap((record) => [...(records.length > 1 ? [recordSection(record, context, itemTitle(item, context))] : []), ...contentSlides(record, context)])]
      return drafts.map((draft) => ({ draft, itemId: item.id }))
    }),
    { draft: closingSlide(labels.thanks, [text(meeting.content.fields.host) || oneLine(unit), dateText(meeting.content.date, context)]), itemId: null },
  ]
}
