/** The chapters of a record's slides, by its type: its sections as the author has them, and where its fields, results and tools stand among them. */
import { newSection } from '#shared/model/body/body'
import { customFieldsOf } from '#shared/model/customFields'
import { saysNothing, type FieldDefinition } from '#shared/model/fields'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { formOf } from '#shared/model/forms/form'
import { stepsOf } from '#shared/model/product/steps'
import { fieldForm, withRowsFields } from '../../../documents/plan/fields'
import { joinedChapters, type Chapter } from './chapterSlides'
import { bodiesOf } from './packing'
import { piecesOf, silent, textPieces, type Piece, type PieceContext } from './pieces'
import { indicatorPieces, resultPieces } from './results'
import { lineText, plainLine } from './spans'
import { hazardPieces, stepPieces } from './steps'

export interface ChapterContext extends PieceContext {
  language: Language; customFields: readonly unknown[]
  /** How confidential the deck is, in words; empty where it is public. */
  mark: string
  /** Number and title of records by their ids; of those that may not be told no title. */
  titles: ReadonlyMap<string, { number: string; title: string }>
}

/** Behind which section a field stands, in this order ('': before all); those not named here stand at the end. */
const places: readonly (readonly [field: string, after: string])[] = [
  ['conclusion', ''], ['outOfScope', 'scope'], ['indicators', 'aim'], ['roles', 'responsibilities'], ['prerequisites', 'responsibilities'], ['steps', 'process'], ['acceptance', 'checks'], ['training', 'checks'],
]
const placeOf = (key: string | null): number => { const at = places.findIndex(([field]) => field === key); return at === -1 ? places.length : at }

/** Sections that are shown on one slide where they are short. */
const pairs: readonly (readonly [string, string])[] = [['background', 'problem'], ['thinking', 'method'], ['insights', 'limits'], ['applicability', 'promotion'], ['scope', 'outOfScope'], ['references', 'terms'], ['whyItWorks', 'cautions'], ['purpose', 'scenarios']]
/** A sentence and the table that it is about. */
const withTables: readonly (readonly [string, string])[] = [['responsibilities', 'roles'], ['process', 'steps'], ['checks', 'acceptance']]

const sayingFields = ({ type, fields, custom }: RecordContent, customFields: readonly unknown[]): { field: FieldDefinition; values: Record<string, unknown>; isOwn: boolean }[] => [
  ...recordTypes[type].fields.map((field) => ({ field, values: fields, isOwn: true })), ...customFieldsOf({ customFields }, type).map((field) => ({ field, values: custom, isOwn: false })),
].filter(({ field, values }) => !saysNothing(values[field.key]))

const without = (content: RecordContent, keep: (field: FieldDefinition) => boolean, customFields: readonly unknown[]): RecordContent => {
  const drop = new Set(sayingFields(content, customFields).filter(({ field }) => !keep(field)).map(({ field }) => field.key))
  const kept = <T extends Record<string, unknown>>(values: T): T => ({ ...values, ...Object.fromEntries([...drop].map((key) => [key, undefined])) })
  return { ...content, fields: kept(content.fields), custom: kept(content.custom) }
}

/** Fields of one value in a table of names and values, where there are more than a single one. */
const overview = (content: RecordContent, { customFields, language, labels, ...context }: ChapterContext): Chapter[] => {
  const form = fieldForm(without(content, ({ kind }) => kind !== 'longText' && kind !== 'rows', customFields), customFields, language, 600)
  return form && form.rows.length > 1 ? [{ key: null, title: labels.overview, pieces: piecesOf([form], { ...context, labels }).map((piece) => (piece.kind === 'cells' ? { ...piece, shares: [0.24, 0.76] } : piece)) }] : []
}

const rowsPieces = (content: RecordContent, field: FieldDefinition, context: ChapterContext): Piece[] => {
  if (content.type === 'product' && field.key === 'indicators') return indicatorPieces(content, context)
  const { body } = content
  const { sections } = withRowsFields({ ...body, sections: [] }, without(content, ({ key }) => key === field.key, context.customFields), context.customFields, context.language)
  return sections.flatMap(({ blocks }) => piecesOf(blocks, context))
}

const fieldChapters = (content: RecordContent, context: ChapterContext): { after: string | undefined; chapter: Chapter }[] =>
  sayingFields(content, context.customFields).flatMap(({ field, values, isOwn }) => {
    const after = isOwn ? places[placeOf(field.key)]?.[1] : undefined
    const title = field.title[context.language]
    if (content.type === 'product' && field.key === 'steps') {
      return [{ after, chapter: { key: 'steps', title, pieces: stepPieces(content, context.labels) } }, { after, chapter: { key: 'hazards', title: context.labels.hazards, pieces: hazardPieces(content, context.labels) } }]
    }
    if (field.kind === 'rows') return [{ after, chapter: { key: field.key, title, pieces: rowsPieces(content, field, context) } }]
    const value = values[field.key]
    return field.kind === 'longText' && typeof value === 'string' ? [{ after, chapter: { key: field.key, title, pieces: textPieces(value) } }] : []
  })

/** The tools that it uses, by its links or by its steps. */
const tools = (content: RecordContent, { labels, titles }: ChapterContext): Chapter => {
  const ids = [...content.links.flatMap(({ to, relation }) => (relation === 'uses' ? [to] : [])), ...(content.type === 'product' ? stepsOf(content.fields).flatMap((step) => step.tools.map(({ recordId }) => recordId)) : [])]
  const lines = [...new Set(ids)].flatMap((id) => {
    const { number, title } = titles.get(id) ?? { number: '', title: '' }
    if (title === '') return number === '' ? [] : [plainLine(number, {}, 0, '•')]
    return [{ level: 0, mark: '•', spans: [{ text: title, bold: true }, { text: `${labels.gap}${number}` }] }]
  })
  return { key: 'tools', title: labels.tools, pieces: lines.length > 0 ? [{ kind: 'lines', lines, asides: [] }] : [] }
}

const fewTools = 2

/** Results stand at the end of what is said of them, or before its tables where both then need fewer slides. */
const withResults = (chapter: Chapter, results: readonly Piece[], context: ChapterContext): Chapter => {
  const { title, pieces } = chapter
  const [text, ...shown] = pieces
  const slides = (all: readonly Piece[]): number => bodiesOf(all, title, { ...context, warnings: silent }).length
  const last = [...pieces, ...results]
  const first = text?.kind === 'lines' && shown[0]?.kind === 'cells' && !/[：:]$/.test(text.lines.map(lineText).at(-1) ?? '') ? [text, ...results, ...shown] : last
  return { ...chapter, pieces: results.length > 0 && slides(first) < slides(last) ? first : last }
}

/** A tool or two stand below what was said before them: by themselves they would have a slide with hardly anything on it. */
const withTools = (chapter: Chapter, { title, pieces: [used] }: Chapter, context: ChapterContext): Chapter | undefined => {
  const last = chapter.pieces.at(-1)
  if (!last || used?.kind !== 'lines' || used.lines.length > fewTools) return undefined
  const tools: Extract<Piece, { kind: 'lines' }> = { ...used, lines: [plainLine(title, { bold: true, accent: true }), ...used.lines] }
  const slides = (all: readonly Piece[]): number => bodiesOf(all, title, { ...context, warnings: silent }).length
  const [end, more] = last.kind === 'lines' ? [[{ ...last, lines: [...last.lines, ...tools.lines] }], 1] : [[last, tools], 0]
  return slides(end) > slides([last]) + more ? undefined : { ...chapter, pieces: [...chapter.pieces.slice(0, -1), ...end] }
}

/** An appendix that says nothing but what tools are called, which are shown already. */
const onlyNamesTools = ({ key, pieces }: Chapter, { titles }: ChapterContext): boolean => {
  const names = [...titles.values()].flatMap(({ title }) => (title === '' ? [] : [title]))
  return key === 'appendix' && pieces.length > 0 && pieces.every((piece) => piece.kind === 'lines' && piece.lines.every((line) => names.some((name) => lineText(line).includes(name))))
}

/** An empty form is for paper: that there is one is said below how it is used. */
const withFormLine = (chapter: Chapter, { type, fields }: RecordContent, { labels }: ChapterContext): Chapter => {
  if (type !== 'tool' || chapter.key !== 'instructions' || chapter.pieces.length === 0 || formOf(fields).length === 0) return chapter
  const [line, last] = [plainLine(labels.withForm), chapter.pieces.at(-1)]
  return { ...chapter, pieces: last?.kind === 'lines' ? [...chapter.pieces.slice(0, -1), { ...last, lines: [...last.lines, line] }] : [...chapter.pieces, { kind: 'lines', lines: [line], asides: [] }] }
}

/** What belongs behind a section stands there in its own order, the rest at the end. */
const withInserted = (sections: readonly Chapter[], inserted: readonly { after: string | undefined; chapter: Chapter }[]): Chapter[] => {
  const behind = (key: string | null): Chapter[] => inserted.filter(({ after }) => after === key).map(({ chapter }) => chapter)
  const isFirst = ({ key }: Chapter, index: number): boolean => sections.findIndex((each) => each.key === key) === index
  return [
    ...behind(''), ...sections.flatMap((section, index) => [section, ...(isFirst(section, index) ? behind(section.key) : [])]),
    ...inserted.filter(({ after }) => after !== '' && !sections.some(({ key }) => key === after)).map(({ chapter }) => chapter),
  ]
}

/** A sentence and the table that it is about under the title of the table. Undefined where it says more. */
const headedTable = (first: Chapter, second: Chapter, context: ChapterContext): Chapter | undefined => {
  const both: Chapter = { ...second, pieces: [...first.pieces, ...second.pieces] }
  const slides = (pieces: readonly Piece[]): number => bodiesOf(pieces, both.title, { ...context, warnings: silent }).length
  return first.pieces.length === 1 && first.pieces[0]?.kind === 'lines' && second.pieces.length === 1 && slides(both.pieces) <= slides(second.pieces) + 1 ? both : undefined
}

const withPairs = (chapters: readonly Chapter[], context: ChapterContext): Chapter[] => {
  const joined: Chapter[] = []
  for (const chapter of chapters) {
    const last = joined.at(-1)
    const are = (list: typeof pairs): boolean => list.some(([first, second]) => last?.key === first && chapter.key === second)
    const both = last && (chapter.key === 'tools' ? withTools(last, chapter, context) : are(pairs) ? joinedChapters(last, chapter, context) : are(withTables) ? headedTable(last, chapter, context) : undefined)
    if (both) joined[joined.length - 1] = both
    else joined.push(chapter)
  }
  return joined
}

/** A summary says again what the chapters say; it has a slide where they are fewer. The notes of the cover have it always. */
const fewChapters = 3

/** In their order; a section that says nothing is left out, and told of. */
export const chaptersOf = (content: RecordContent, context: ChapterContext): Chapter[] => {
  const { labels, warnings } = context
  const { body } = content
  const sections = [...(body.preamble.length > 0 ? [newSection(null, labels.preamble, body.preamble)] : []), ...body.sections]
    .map(({ key, title, blocks }): Chapter => ({ key, title: title.replace(/\s+/g, ' ').trim() || labels.untitled, pieces: piecesOf(blocks, context) }))
    .map((chapter) => withFormLine(chapter, content, context))
  const results = content.type === 'case' ? resultPieces(content, context) : []
  const inserted = [
    ...fieldChapters(content, context).sort((a, b) => placeOf(a.chapter.key) - placeOf(b.chapter.key)),
    { after: content.type === 'case' ? 'measures' : content.type === 'product' ? 'responsibilities' : undefined, chapter: tools(content, context) },
    ...(results.length > 0 && !sections.some(({ key }) => key === 'results') ? [{ after: 'measures', chapter: { key: 'results', title: labels.results, pieces: results } }] : []),
  ]
  const filledBy = new Set(recordTypes[content.type].sections.flatMap(({ key, filledBy: field }) => (field !== undefined && inserted.some(({ chapter }) => chapter.key === field) ? [key] : [])))
  const chapters = withInserted(sections.map((chapter) => (chapter.key === 'results' ? withResults(chapter, results, context) : chapter)), inserted)
  for (const { key, title, pieces } of chapters) if (pieces.length === 0 && sections.some((each) => each.key === key && each.title === title) && !(key !== null && filledBy.has(key))) warnings.add('section_empty', title)
  const saying = [...overview(content, context), ...chapters].filter((chapter) => chapter.pieces.length > 0 && !onlyNamesTools(chapter, context))
  const summary: Chapter = { key: 'summary', title: labels.summary, pieces: saying.length < fewChapters ? textPieces(content.summary) : [] }
  return withPairs([...(summary.pieces.length > 0 ? [summary] : []), ...saying], context)
}
