/** Meetings as documents: the records of the agenda are gathered, a product as the edition that is in force. */
import { AppError } from '#shared/contract/errors'
import { isFilled } from '#shared/model/gates'
import { agendaOf, type AgendaItem } from '#shared/model/meeting/agenda'
import type { RecordContent, RevisionFile } from '#shared/model/record'
import { labelsByLanguage } from '../../../documents/plan/labels.data'
import { feedbackParts, handbookParts, signInParts, type MeetingFacts } from '../../../documents/plan/meeting/handbook'
import { timeSpan } from '../../../documents/plan/meeting/agendaTables'
import { oneLine } from '../../../documents/plan/oneLine'
import type { DocumentPart } from '../../../documents/plan/plan'
import { editionText } from '../../../documents/plan/product/facts'
import { workPackageChapters } from '../../../documents/plan/product/workPackage'
import { dataLines, inLines, recordParts, type PlanWords } from '../../../documents/plan/recordPlan'
import { wordsOf } from '../../../documents/plan/words.data'
import { reckonedHeight } from '../../../documents/writers/page/reckon'
import type { Session } from '../../session'
import { readProduct, sealAtMeeting } from './editions'
import { createWarnings, readOr, titlesOf, withoutEmpty, type Warnings } from './gathering'
import type { PlannedParts, PlanMeans } from './means'

/** What a record of the agenda says, and everything whose words it shows. */
interface Material { parts: DocumentPart[]; records: RevisionFile[]; contents: RecordContent[] }

/** What the agenda says of an item. */
const itemLines = ({ title, presenter, begins, ends }: AgendaItem, { language }: PlanWords): string[] => {
  const words = wordsOf(language)
  const { colon } = labelsByLanguage[language]
  return inLines([title === '' ? '' : `${words.inAgenda}${colon}${title}`, presenter === '' ? '' : `${words.presenter}${colon}${presenter}`, timeSpan({ begins, ends })].filter((each) => each !== ''))
}

/** A head on a new page, with what the agenda says of it above who wrote it. */
const withItem = (part: DocumentPart, lines: readonly string[]): DocumentPart => (part.kind === 'head' ? { ...part, data: [...lines, ...part.data] } : part)

interface Asked { item: AgendaItem; id: string; title: string }

/** Records of the agenda, each once, in its order. */
const recordsOf = (agenda: readonly AgendaItem[]): Asked[] => {
  const seen = new Set<string>()
  return agenda.flatMap((item) => item.records.flatMap(({ recordId, title = '' }) => {
    if (seen.has(recordId)) return []
    seen.add(recordId)
    return [{ item, id: recordId, title }]
  }))
}

/** `chapters` are the records that have chapters of their own. */
const materialOf = async (session: Session, { id, title, item }: Asked, chapters: ReadonlySet<string>, words: PlanWords, means: PlanMeans, warnings: Warnings): Promise<Material | undefined> => {
  const head = await readOr(session, id, warnings, title)
  if (!head) return undefined
  const lines = itemLines(item, words)
  if (head.content.type !== 'product') {
    const [first, ...rest] = withoutEmpty(recordParts(head, words, 1, true), warnings)
    return { parts: [...first ? [withItem(first, lines)] : [], ...rest], records: [head], contents: [head.content] }
  }
  const { facts, records } = await readProduct(session, id, await sealAtMeeting(session, id, means), warnings)
  const { content } = facts
  const data = [...lines, ...dataLines(content, words.language), editionText(facts, words.language)]
  return {
    parts: [{ kind: 'head', id, level: 1, newPage: true, title: oneLine(content.title), data, summary: content.summary.trim(), form: null }, ...workPackageChapters(facts, words, 2, chapters)],
    records, contents: [content, ...facts.tools.map((tool) => tool.content)],
  }
}

type Part = 'handbook' | 'signIn' | 'feedbackForm'

/** Throws `not_found` for a record that is not here, `invalid` for one that is no meeting. */
export const planMeeting = async (session: Session, { id, part }: { id: string; part: Part }, means: PlanMeans): Promise<PlannedParts> => {
  const meeting = await session.folder.records.read(id)
  const { content } = meeting
  if (content.type !== 'meeting') throw new AppError('invalid', { issues: [{ path: 'part', message: 'a document of a meeting' }] })
  const { language, customFields = [] } = session.folder.library.current()
  const words = { language, customFields }
  const named = wordsOf(language)
  const agenda = agendaOf(content)
  const warnings = createWarnings()
  const materials: Material[] = []
  if (part === 'handbook') {
    for (const section of content.body.sections) if (!isFilled(section)) warnings.add('section_empty', section.title)
    const asked = recordsOf(agenda)
    const chapters = new Set(asked.map((each) => each.id).filter((each) => session.catalog.get(each) !== undefined))
    for (const [index, each] of asked.entries()) {
      const material = await materialOf(session, each, chapters, words, means, warnings)
      if (material) materials.push(material)
      means.onRead(index + 1, asked.length, each.title)
    }
  }
  const facts: MeetingFacts = { id, content, agenda, materials: materials.flatMap(({ parts }) => parts), titles: titlesOf(session, [content]) }
  const records = [...new Map([meeting, ...materials.flatMap((each) => each.records)].map((record) => [record.id, record])).values()]
  const what = part === 'handbook' ? named.handbook : part === 'signIn' ? named.signIn : named.feedback
  const made = part === 'handbook' ? handbookParts : part === 'signIn' ? signInParts : feedbackParts
  const page = { isLandscape: false, hasPageNumbers: true }
  return {
    title: content.title, suggestedName: `${content.title} ${what}`, records, contents: [content, ...materials.flatMap((each) => each.contents)], about: content, warnings: warnings.all(),
    header: oneLine(content.title), preset: 'official', fitting: null, page,
    // Sheets that are handed round: whoever has one sees whether it is all of it.
    lay: (preset) => ({ preset: part === 'handbook' ? preset : { ...preset, pageNumbers: 'ofTotal' }, parts: made(facts, language, (parts) => reckonedHeight(parts, { preset, page })) }),
  }
}
