/** One record, or many one after another, as parts of a document. */
import { AppError } from '#shared/contract/errors'
import type { RecordSelection } from '#shared/contract/records'
import { isFilled } from '#shared/model/gates'
import type { Language } from '#shared/model/language'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { labelsByLanguage } from '../../../documents/plan/labels.data'
import { oneLine } from '../../../documents/plan/oneLine'
import type { DocumentPart, NamedValue } from '../../../documents/plan/plan'
import { recordParts, type PlanWords } from '../../../documents/plan/recordPlan'
import { filled, wordsOf } from '../../../documents/plan/words.data'
import { writtenDate } from '../../../documents/plan/writtenDate'
import { dayOf } from '../../days'
import type { Session } from '../../session'
import { createWarnings, readOr, withoutEmpty } from './gathering'
import type { PlannedParts, PlanMeans } from './means'

const portrait = { isLandscape: false, hasPageNumbers: true } as const

const wordsOfLibrary = ({ folder }: Session): PlanWords => {
  const { language, customFields = [] } = folder.library.current()
  return { language, customFields }
}

const coverOf = ({ type, number, title, unit, authors, date, confidentiality }: RecordContent, language: Language): DocumentPart => {
  const labels = labelsByLanguage[language]
  const values: NamedValue[] = [
    { label: labels.number, value: number }, { label: labels.authors, value: authors.map(oneLine).join(labels.comma) }, { label: labels.confidentiality, value: labels[confidentiality] },
  ].filter(({ value }) => value !== '')
  return { kind: 'cover', title: oneLine(title) || labels.untitled, subtitle: wordsOf(language).types[type], values, approvals: [], foot: [oneLine(unit), writtenDate(date, language)].filter((line) => line !== '') }
}

/** A section of one's own record that says nothing keeps its heading: writers say so below it. */
export const planRecord = async (session: Session, id: string, { onRead }: PlanMeans): Promise<PlannedParts> => {
  const record = await session.folder.records.read(id)
  const { content } = record
  const words = wordsOfLibrary(session)
  onRead(1, 1, content.title)
  const warnings = createWarnings()
  const own = recordParts(record, words, 0, false)
  for (const part of own) if (part.kind === 'section' && part.title !== '' && !isFilled(part)) warnings.add('section_empty', part.title)
  return {
    title: content.title, suggestedName: `${content.number} ${content.title}`, records: [record], contents: [content], about: content, warnings: warnings.all(), header: oneLine(content.number),
    preset: 'official', fitting: null, page: portrait,
    lay: (preset) => ({ preset, parts: [
      ...preset.cover ? [coverOf(content, words.language)] : [], ...preset.contents ? [{ kind: 'contents' as const, title: wordsOf(words.language).contents, depth: 2 }] : [], ...own,
    ] }),
  }
}

/** Above that the contents list records alone. */
const fewRecords = 5

/** Throws `not_found` where none of them is here. */
export const planRecords = async (session: Session, selection: RecordSelection, title: string, { select, onRead, now }: PlanMeans): Promise<PlannedParts> => {
  const ids = await select(session, selection)
  const words = wordsOfLibrary(session)
  const named = wordsOf(words.language)
  const warnings = createWarnings()
  const records: RecordFile[] = []
  for (const [index, id] of ids.entries()) {
    const record = await readOr(session, id, warnings)
    if (record) records.push(record)
    onRead(index + 1, ids.length, record?.content.title ?? '')
  }
  if (records.length === 0) throw new AppError('not_found', { kind: 'record', id: ids[0] ?? '' })
  const { unit } = session.folder.library.current()
  const own = records.flatMap((record) => withoutEmpty(recordParts(record, words, 1, true), warnings))
  return {
    title, suggestedName: title, records, contents: records.map(({ content }) => content), about: undefined, warnings: warnings.all(), header: oneLine(title), preset: 'official', fitting: null, page: portrait,
    lay: (preset) => ({ preset, parts: [
      {
        kind: 'cover', title: oneLine(title), subtitle: named.compilation, values: [{ label: named.records, value: filled(named.recordCount, { count: records.length }) }], approvals: [],
        foot: [oneLine(unit.name), writtenDate(dayOf(now()), words.language)].filter((line) => line !== ''),
      },
      { kind: 'contents', title: named.contents, depth: records.length > fewRecords ? 1 : 2 },
      ...own,
    ] }),
  }
}
