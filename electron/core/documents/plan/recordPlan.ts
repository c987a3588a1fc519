/** A record as parts of a document, and as a document of its own. */
import type { TableBlock } from '#shared/model/body/blocks'
import type { DocumentPreset } from '#shared/model/document/preset'
import type { Language } from '#shared/model/language'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { fieldForm, withRowsFields } from './fields'
import { withForm } from './form'
import { labelsByLanguage, type Labels } from './labels.data'
import { emsOf } from './measure'
import { oneLine } from './oneLine'
import type { DocumentPart, DocumentPlan } from './plan'
import { withResults } from './results'
import { writtenDate } from './writtenDate'

/** `customFields` as `library.json` has them. */
export interface PlanWords { language: Language; customFields: readonly unknown[] }

/** In ems: a line that no page breaks, and that our own reader doesn't take for text. */
const maxLine = 30
const lineGap = '　　'

/** "Label: value" one after another, as many in a line as it holds. */
export const inLines = (pairs: readonly string[]): string[] => {
  const lines: string[] = []
  for (const pair of pairs) {
    const last = lines.at(-1)
    if (last !== undefined && emsOf(last + lineGap + pair) <= maxLine) lines[lines.length - 1] = `${last}${lineGap}${pair}`
    else lines.push(pair)
  }
  return lines
}

/** Who, where and when, in lines of "label: value" that our own reader takes back as fields. */
export const dataLines = (content: RecordContent, language: Language): string[] => {
  const labels: Labels = labelsByLanguage[language]
  const pairs = ([
    ['unit', content.unit], ['team', content.team], ['authors', content.authors.map(oneLine).join(labels.comma)],
    ['field', content.field], ['place', content.place], ['date', writtenDate(content.date, language)],
    ['number', content.number], ['confidentiality', labels[content.confidentiality]],
  ] as const).flatMap(([key, value]) => (oneLine(value) === '' ? [] : [`${labels[key]}${labels.colon}${oneLine(value)}`]))
  return inLines(pairs)
}

/** Nominal: writers scale it to their page. */
const formWidth = 600

/** The head at `level` (0: the title of the document), its sections one below. */
export const recordParts = ({ id, content }: Pick<RecordFile, 'id' | 'content'>, { language, customFields }: PlanWords, level: number, newPage: boolean): DocumentPart[] => {
  const labels = labelsByLanguage[language]
  const body = withRowsFields(withForm(withResults(content, labels), content, language), content, customFields, language)
  const form: TableBlock | null = fieldForm(content, customFields, language, formWidth) ?? null
  return [
    { kind: 'head', id, level, newPage, title: oneLine(content.title) || labels.untitled, data: dataLines(content, language), summary: content.summary.trim(), form },
    ...(body.preamble.length > 0 ? [{ kind: 'section' as const, level: level + 1, key: null, title: '', isNumbered: true, newPage: false, blocks: body.preamble }] : []),
    ...body.sections.map(({ key, title, blocks }): DocumentPart => ({ kind: 'section', level: level + 1, key, title: oneLine(title) || labels.untitled, isNumbered: true, newPage: false, blocks })),
  ]
}

/** What a file says of itself. */
export const planProperties = (content: RecordContent): Pick<DocumentPlan, 'title' | 'creator' | 'subject' | 'keywords'> => ({
  title: oneLine(content.title), creator: content.authors.map(oneLine).join('、') || oneLine(content.unit), subject: oneLine(content.field), keywords: content.tags.map(oneLine).join('、'),
})

/** What is said of how confidential a record is; of a public one nothing. */
export const markOf = ({ confidentiality }: Pick<RecordContent, 'confidentiality'>, language: Language): string =>
  (confidentiality === 'public' ? '' : labelsByLanguage[language][confidentiality])

export const recordPlan = (record: Pick<RecordFile, 'id' | 'content'>, words: PlanWords, preset: DocumentPreset, { titles, pictures }: Pick<DocumentPlan, 'titles' | 'pictures'>): DocumentPlan => ({
  language: words.language, ...planProperties(record.content), mark: markOf(record.content, words.language), header: oneLine(record.content.number), preset,
  page: { isLandscape: false, hasPageNumbers: true }, parts: recordParts(record, words, 0, false), titles, pictures, warnings: [],
})
