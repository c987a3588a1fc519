/** What the index is given of a record: its text by field and place, and the labels that it is counted and filtered by. */
import { bodyPieces } from '#shared/model/body/walk'
import { fieldText } from '#shared/model/fields'
import type { RecordContent, RecordFile } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import type { SearchDocument, SearchPiece } from '../../search/part/searchDocument'
import { labelOf } from '../../search/answer/labels'

/** The day of a date of which perhaps only the month or the year is known, as yyyymmdd; 0 for none. */
const dayOf = (date: string): number => {
  const [year = '', month = '', day = ''] = date.split('-')
  return Number(year) * 10_000 + Number(month) * 100 + Number(day)
}

const named = (field: SearchPiece['field'], texts: readonly string[]): SearchPiece[] =>
  texts.flatMap((text) => (text.trim() === '' ? [] : [{ field, text }]))

/** Measured results as text, searched like the body. */
const resultTexts = ({ fields: { results = [] } }: RecordContent): string[] => results.map(({ indicator, unit, before, after, note = '' }) =>
  [indicator, unit, before, after, note].filter((part) => part !== '').join(' '))

/** All words in a value of whatever shape. */
const wordsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, each]) => (key === 'id' ? [] : wordsIn(each))) : []
}

/** What else the fields of a type, and those of a library, say: searched like the body. Polarity is a label, a conclusion part of the summary. */
const fieldTexts = ({ type, fields, custom }: RecordContent): string[] => [
  ...recordTypes[type].fields.filter(({ key }) => key !== 'polarity' && key !== 'conclusion').map((field) => fieldText(field, fields[field.key], 'zh-CN')),
  ...Object.values(custom).map((value) => wordsIn(value).join(' ')),
]

const bodyTexts = ({ body }: RecordContent): SearchPiece[] => {
  const titles = new Map(body.sections.map((section) => [section.id, section.title]))
  return bodyPieces(body).map(({ text, blockId, sectionId }) =>
    ({ field: 'body', text, blockId, sectionId, ...(sectionId !== undefined && { sectionTitle: titles.get(sectionId) ?? '' }) }))
}

/** A team is counted by its own name, and found by that of the unit it belongs to. */
const labelsOf = (content: RecordContent): string[] => [
  labelOf('type', content.type), labelOf('stage', content.stage), labelOf('unit', content.team || content.unit), labelOf('field', content.field),
  labelOf('year', content.date.slice(0, 4)), labelOf('polarity', content.fields.polarity ?? ''),
  ...(content.tags.length > 0 ? content.tags : ['']).map((tag) => labelOf('tag', tag)),
  ...content.authors.map((author) => labelOf('author', author)),
  ...(content.team !== '' && content.unit !== '' ? [labelOf('above', content.unit)] : []),
  ...(content.attachments.length > 0 ? [labelOf('has', 'attachment')] : []),
]

export const recordDocument = ({ id, revision, content }: RecordFile): SearchDocument => ({
  id, labels: labelsOf(content), date: dayOf(content.date), updatedAt: Date.parse(revision.at), uses: 0,
  pieces: [
    ...named('title', [content.title]), ...named('tags', [...content.tags, content.number]),
    ...named('unit', [content.unit, content.team, content.field, content.place, ...content.authors, content.contact]),
    ...named('summary', [content.summary, content.fields.conclusion ?? '']), ...bodyTexts(content), ...named('body', [...resultTexts(content), ...fieldTexts(content)]),
  ],
})

/** Under which id a file that is attached to a record is found: it is a document of its own. */
export const attachmentId = (recordId: string, sha256: string): string => `${recordId}/${sha256}`

/** The record, and the hash of the file if the document is one. */
export const partsOfId = (id: string): { recordId: string; sha256: string | undefined } => {
  const [recordId = '', sha256] = id.split('/')
  return { recordId, sha256 }
}
