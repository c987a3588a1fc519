/** Decks of slides: what is on them, by what they are made of. */
import type { DocumentSource } from '#shared/contract/documents'
import { stricter } from '#shared/model/merging'
import type { Confidentiality, RevisionFile } from '#shared/model/record'
import type { Deck, Slide } from '#shared/model/slides/deck'
import { frame, slideText } from '#shared/model/slides/frame'
import { fitText } from '#shared/model/slides/measure'
import { deckThemeOf } from '#shared/model/slides/theme'
import { oneLine } from '../../../documents/plan/oneLine'
import { filled, wordsOf } from '../../../documents/plan/words.data'
import { createWarnings } from '../../../documents/writers/docx/warnings'
import { dayOf } from '../../days'
import { restrictedAmong } from '../../leaving'
import type { Session } from '../../session'
import type { Gathered } from '../gathered'
import type { PlanMeans } from '../plans/means'
import type { ChapterContext } from './chapters'
import type { SlideDraft } from './bodies'
import { titled } from './chapterSlides'
import { gatherShown, shownRecords, usedTitles, type Shown } from './gather'
import { slideLabels } from './labels.data'
import { meetingSlides, type PlacedDraft } from './meetingSlides'
import { findPictures } from './pictures'
import { closingSlide, contentSlides, coverSlide, dateText, openingLines, recordSection, subtitleOf, thanks } from './recordSlides'

/** `pictures` are paths by hash, of those that are there. */
export interface PlannedDeck extends Gathered { deck: Deck; pictures: Map<string, string> }

const outsideMeetings = (drafts: readonly SlideDraft[]): PlacedDraft[] => drafts.map((draft) => ({ draft, itemId: null }))

interface Compiled { unit: string; day: string }

/** Of many records: who made them one, when, and how many they are. */
const compilationCover = ({ title: wanted, records }: Extract<Shown, { kind: 'records' }>, { unit, day }: Compiled, context: ChapterContext): SlideDraft => {
  const { language, labels: { colon }, mark } = context
  const words = wordsOf(language)
  const { title, whole } = titled('cover', oneLine(wanted), context)
  const count = `${words.records}${colon}${filled(words.recordCount, { count: records.length })}`
  return {
    layout: 'cover', kicker: words.compilation, title, subtitle: subtitleOf(oneLine(unit)), lines: openingLines([dateText(day, context), [count, mark].filter((part) => part !== '').join('　　')]),
    notes: whole.join('\n'), source: null,
  }
}

const draftsOf = (shown: Shown, compiled: Compiled, context: ChapterContext): PlacedDraft[] => {
  switch (shown.kind) {
    case 'record': return outsideMeetings([coverSlide(shown.record, context), ...contentSlides(shown.record, context), thanks(shown.record, context)])
    case 'records': return outsideMeetings([
      compilationCover(shown, compiled, context), ...shown.records.flatMap((record) => [recordSection(record, context, shown.title), ...contentSlides(record, context)]), closingSlide(context.labels.thanks, []),
    ])
    case 'meeting': return meetingSlides(shown.meeting, ({ records }) => records.flatMap(({ recordId }) => shown.records.get(recordId) ?? []), context)
  }
}

const isOwn = (shown: Shown): { title: string; suggestedName: string; author: string } => {
  if (shown.kind === 'records') return { title: shown.title, suggestedName: shown.title, author: '' }
  const { content } = shown.kind === 'record' ? shown.record.file : shown.meeting
  return { title: oneLine(content.title), suggestedName: `${content.number} ${content.title}`, author: content.authors.map(oneLine).join('、') || oneLine(content.unit) }
}

const placed = ({ draft, itemId }: PlacedDraft, index: number): Slide => ({ part: 1, parts: 1, ...draft, id: `s${index + 1}`, itemId })

/** The strictest of the records and of what they quote. */
const confidentialityOf = async (session: Session, records: readonly RevisionFile[]): Promise<Confidentiality> =>
  ((await restrictedAmong(session, records)).length > 0 ? 'restricted' : records.map(({ content }) => content.confidentiality).reduce(stricter, 'public'))

const footOf = (mark: string, footer: string): string =>
  fitText([mark, oneLine(footer)].filter((part) => part !== '').join('　'), frame.footer.width * 72, slideText.foot * slideText.line, [slideText.foot], slideText.line).text

/** Throws `not_found` for a record or an edition that is not here. */
export const planDeck = async (session: Session, means: PlanMeans, source: DocumentSource): Promise<PlannedDeck> => {
  const warnings = createWarnings()
  const shown = await gatherShown(session, means, source, warnings)
  const records = shownRecords(shown).map(({ file }) => file)
  const library = session.folder.library.current()
  const theme = deckThemeOf(library)
  const pictures = await findPictures(session, records.map(({ content }) => content), theme.logo === null ? [] : [theme.logo])
  const { language, customFields = [], unit } = library
  const labels = slideLabels[language]
  const mark = labels[await confidentialityOf(session, records)]
  const context: ChapterContext = { language, labels, mark, customFields, warnings, pictures, isTight: false, titles: await usedTitles(session, records) }
  const { title, suggestedName, author } = isOwn(shown)
  const slides = draftsOf(shown, { unit: unit.name, day: dayOf(means.now()) }, context).map(placed)
  return {
    title, suggestedName, records, warnings: warnings.all(), pictures: new Map([...pictures].map(([sha256, { path }]) => [sha256, path])),
    deck: { title, author, language, footer: footOf(mark, theme.footer || title), theme, slides },
  }
}
