/** The slides of one record: its cover, what it says, and thanks. */
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { oneLine } from '../../../documents/plan/oneLine'
import { writtenDate } from '../../../documents/plan/writtenDate'
import { fitText } from '#shared/model/slides/measure'
import { openingFrame, slideText } from '#shared/model/slides/frame'
import { chaptersOf, type ChapterContext } from './chapters'
import type { SlideDraft } from './bodies'
import { chapterSlides, kickerOf, titled, type ChapterPlace } from './chapterSlides'
import { silent } from './pieces'
import { mostSlides, tightened } from './tightening'

/** `edition` is the number of the one that is shown, null for what is written now. */
export interface ShownRecord { file: RevisionFile; edition: number | null }

const text = (value: unknown): string => (typeof value === 'string' ? oneLine(value) : '')

/** In one line of its box, or as much of it as fits. */
export const subtitleOf = (subtitle: string): string => fitText(subtitle, openingFrame.subtitle.width * 72, openingFrame.subtitle.height * 72, [slideText.subtitle], slideText.line).text

const openingLineSize = 20
export const openingLines = (lines: readonly string[]): string[] => {
  const { width, height } = openingFrame.lines
  return lines.filter((line) => line !== '').slice(0, Math.floor(height * 72 / (openingLineSize * slideText.line))).map((line) => fitText(line, width * 72, openingLineSize * slideText.line, [openingLineSize], slideText.line).text)
}

const joined = (parts: readonly string[], gap: string): string => parts.map(oneLine).filter((part) => part !== '').join(gap)

export const dateText = (date: string, { language }: Pick<ChapterContext, 'language'>): string => writtenDate(date, language)

const signatures = ({ fields }: RecordContent, { labels }: ChapterContext): string =>
  joined(([['prepared', fields.preparedBy], ['reviewed', fields.reviewedBy], ['approved', fields.approvedBy]] as const).map(([key, name]) => (text(name) === '' ? '' : `${labels[key]}${labels.colon}${text(name)}`)), '　　')

const editionText = ({ file: { content }, edition }: ShownRecord, { labels }: ChapterContext): string => {
  if (edition !== null) return labels.edition.replace('{n}', String(edition))
  return content.type === 'product' ? labels.draft : ''
}

const opening = (layout: 'cover' | 'section', shown: ShownRecord, context: ChapterContext, kicker: string): SlideDraft => {
  const { labels } = context
  const { id, content } = shown.file
  const { title, whole } = titled(layout, oneLine(content.title), context)
  const subtitle = joined([content.unit, content.team, editionText(shown, context)], '　')
  const lines = openingLines([
    content.type === 'product' ? signatures(content, context) : joined([content.authors.map(oneLine).join(labels.comma), content.place], '　　'),
    joined([dateText(content.date, context), content.number, layout === 'cover' ? context.mark : labels[content.confidentiality]], '　　'),
  ])
  return {
    layout, kicker: kickerOf([kicker], labels.gap), title, subtitle: subtitleOf(subtitle), lines,
    notes: [...whole, content.summary.trim(), content.contact.trim() === '' ? '' : `${labels.contact}${labels.colon}${oneLine(content.contact)}`].filter((each) => each !== '').join('\n'),
    source: { recordId: id, number: content.number, title: content.title, section: '' },
  }
}

export const coverSlide = (shown: ShownRecord, context: ChapterContext): SlideDraft => opening('cover', shown, context, context.labels[shown.file.content.type])
/** Begins a record among others. */
export const recordSection = (shown: ShownRecord, context: ChapterContext, kicker: string): SlideDraft => opening('section', shown, context, kicker)

export const closingSlide = (title: string, lines: readonly string[]): SlideDraft => ({ layout: 'closing', kicker: '', title, lines: openingLines(lines), notes: '', source: null })

export const thanks = ({ file: { content } }: ShownRecord, { labels }: ChapterContext): SlideDraft =>
  closingSlide(labels.thanks, [joined([content.unit, content.team], '　'), content.contact.trim() === '' ? content.authors.map(oneLine).join(labels.comma) : oneLine(content.contact)])

/** What is warned of is told only once it is known which way a record is shown. */
const toldLater = (context: ChapterContext): { context: ChapterContext; tell: () => void } => {
  const told: Parameters<ChapterContext['warnings']['add']>[] = []
  return { context: { ...context, warnings: { ...silent, add: (...warning) => { told.push(warning) } } }, tell: () => { for (const warning of told) context.warnings.add(...warning) } }
}

/** Without cover and thanks. */
export const contentSlides = ({ file: { id, revision, content }, edition }: ShownRecord, context: ChapterContext): SlideDraft[] => {
  const { labels } = context
  const { number, title, unit } = content
  const said = edition === null ? dateText(revision.at.slice(0, 10), context) : labels.edition.replace('{n}', String(edition))
  const place: ChapterPlace = {
    kicker: [title, unit].map(oneLine), source: { recordId: id, number, title },
    sourceLine: (section) => `${labels.source}${labels.colon}${joined([number || title, said, section], labels.stop)}`,
  }
  const [loose, tight] = [toldLater(context), toldLater({ ...context, isTight: true })]
  const slides = chaptersOf(content, loose.context).flatMap((chapter) => chapterSlides(chapter, place, loose.context))
  const fewer = slides.length > mostSlides ? tightened(chaptersOf(content, tight.context), place, tight.context) : slides
  if (fewer.length < slides.length) tight.tell()
  else loose.tell()
  return fewer.length < slides.length ? fewer : slides
}
