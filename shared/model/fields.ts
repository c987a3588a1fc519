/**
 * What a field can be, and what may stand in it. The own fields of a type (shared/model/types) and those that a library defines for
 * itself are described alike: one form, one list, one printout serve them all.
 */
import { z } from 'zod'
import { BlockId, newBlockId, Sha256, Timestamp, Uuid } from './ids'
import type { Language } from './language'
import { RealDate } from './partialDate'

/** A name in every language of the app. */
export type Words = Readonly<Record<Language, string>>

/** Which of a library's vocabularies is offered while a field is written. */
export type Vocabulary = 'units' | 'people' | 'fields' | 'tags'

export const tones = ['jade', 'blue', 'ochre', 'rust', 'grey'] as const
export type Tone = (typeof tones)[number]

/** One of the values of a choice. `also` are other words that mean it, as files from elsewhere have them. */
export interface Option { value: string; title: Words; tone?: Tone; also?: readonly string[] }

/** `isGiven`: the program gives it once; it is read, never written by hand. */
interface Named { key: string; title: Words; isGiven?: true }

/**
 * Kinds with their values: `text` one line, `longText` paragraphs, `number`, `date` a day, month or year, `flag` true or false, `choice` one
 * value of its options (`isAlwaysGiven`: it can't be left open), `choices` several, `words` several texts, `citations` several records, each at a
 * revision that stays (`of` one type where it is given), `rows` a table whose rows have an id and a value a column.
 */
export type PlainField = Named & (
  | { kind: 'text'; suggest?: Vocabulary }
  | { kind: 'longText' | 'date' | 'flag' }
  | { kind: 'number'; unit?: string }
  | { kind: 'choice'; options: readonly Option[]; isAlwaysGiven?: true }
  | { kind: 'choices'; options: readonly Option[] }
  | { kind: 'words'; suggest?: Vocabulary }
  | { kind: 'citations'; of?: string }
)
/** `ownEditor`: the record's page has an editor of its own for it; it is no part of printouts then, unless it `isPrinted`. */
export type RowsField = Named & { kind: 'rows'; columns: readonly PlainField[]; ownEditor?: true; isPrinted?: true }
export type FieldDefinition = PlainField | RowsField

/** Texts in characters, lists in entries: what one field may hold. */
export const fieldLimits = { text: 1000, longText: 20_000, words: 200, rows: 1000 } as const

const line = z.string().max(fieldLimits.text)

/** A record at a revision, with the title that it had: all that a quote's Citation (shared/model/body/blocks) checks but its `type`, which this can't name. */
const Cited = z.looseObject({
  recordId: Uuid, revisionId: Sha256, sectionId: z.string().optional(), blockId: z.string().optional(),
  number: z.string().optional(), title: z.string().optional(), sectionTitle: z.string().optional(), at: Timestamp.optional(),
})
const citedOf = (value: unknown): z.infer<typeof Cited>[] => z.array(Cited).safeParse(value).data ?? []

/** A row of a table: its id, and a value a column; keys of no column are carried. */
export const FieldRow = z.looseObject({ id: BlockId })
export type FieldRow = z.infer<typeof FieldRow>

const plainSchema = (field: PlainField): z.ZodType => {
  switch (field.kind) {
    case 'text': return line
    case 'longText': return z.string().max(fieldLimits.longText)
    case 'number': return z.number()
    case 'date': return RealDate
    case 'flag': return z.boolean()
    case 'choice': return z.string().refine((value) => value === '' || optionOf(field.options, value) !== undefined, 'none of the options')
    case 'choices': return z.array(z.string().refine((value) => optionOf(field.options, value) !== undefined, 'none of the options'))
    case 'words': return z.array(line).max(fieldLimits.words)
    case 'citations': return z.array(Cited).max(fieldLimits.words)
  }
}

/** What the value of a field must be. */
export const fieldSchema = (field: FieldDefinition): z.ZodType => {
  if (field.kind !== 'rows') return plainSchema(field)
  const columns = Object.fromEntries(field.columns.map((column) => [column.key, plainSchema(column).optional()]))
  return z.array(FieldRow.extend(columns)).max(fieldLimits.rows)
}

/** The option that a value stands for, by itself or by another word for it. */
export const optionOf = (options: readonly Option[], value: string): Option | undefined =>
  options.find((option) => option.value === value) ?? options.find(({ also }) => also?.includes(value))

const Cells = z.looseObject({})

/** One without an id, as another program may have left it, goes by its place. */
const rowAt = (entry: unknown, index: number): FieldRow | undefined => {
  const cells = Cells.safeParse(entry).data
  return cells && { ...cells, id: BlockId.safeParse(cells.id).data ?? `row-${index + 1}` }
}

/** The rows of a table; what is no row at all hides no other. */
export const rowsOf = (value: unknown): FieldRow[] => (Array.isArray(value) ? value.flatMap((each: unknown, index) => rowAt(each, index) ?? []) : [])

/** Whether a value of which nothing else is known is a table: all entries could be rows, and one has the id of a row. */
export const isTable = (value: unknown): boolean => z.array(Cells).safeParse(value).data?.some((each) => FieldRow.safeParse(each).success) ?? false

/** A table whose rows are what `change` makes of them; what is no row stays, as does each that is not changed. */
export const withEachRow = (value: unknown, change: (row: FieldRow) => FieldRow): unknown => (Array.isArray(value) ? value.map((each: unknown, index) => {
  const row = rowAt(each, index)
  const next = row && change(row)
  return next === row ? each : next
}) : value)

const saysAnything = (value: unknown): boolean => {
  if (typeof value === 'string') return value.trim() !== ''
  if (typeof value === 'object' && value !== null) return Object.values(value).some(saysAnything)
  return value !== undefined && value !== null
}

/** The rows of a field that say anything beside their ids. */
export const filledRowsOf = (value: unknown): FieldRow[] => rowsOf(value).filter(({ id: _id, ...cells }) => saysAnything(cells))

/** Values in another record: rows of tables under ids of their own, all else as it is. */
export const withNewRows = <T extends Readonly<Record<string, unknown>>>(values: T): T & Record<string, unknown> => ({
  ...values, ...Object.fromEntries(Object.entries(values).flatMap(([key, value]) =>
    (isTable(value) ? [[key, withEachRow(value, (row) => ({ ...row, id: newBlockId() }))]] : []))),
})

/** Whether a field says anything. */
export const saysNothing = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** A value in words: what a list, a printout or the search shows of it; empty where it says nothing. */
export const fieldText = (field: FieldDefinition, value: unknown, language: Language): string => {
  if (saysNothing(value)) return ''
  if (field.kind === 'rows') {
    if (!fits(field, value)) return inWords(value)
    return rowsOf(value).map((row) => field.columns.map((column) => fieldText(column, row[column.key], language)).filter((text) => text !== '').join('　')).join('\n')
  }
  if (field.kind === 'citations' && fits(field, value)) return citedOf(value).map(({ title = '' }) => title).filter((title) => title !== '').join('　')
  if (Array.isArray(value)) return value.map((each: unknown) => fieldText(field, each, language)).join('　')
  if (typeof value === 'string') return field.kind === 'choice' || field.kind === 'choices' ? optionOf(field.options, value)?.title[language] ?? value : value
  if (typeof value === 'number') return field.kind === 'number' && field.unit !== undefined ? `${value} ${field.unit}` : String(value)
  if (typeof value === 'boolean') return truthText(value, language)
  return inWords(value)
}

/** What is no value of any field, as it stands in the file. */
const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** Whether a value is of the shape that a field's input can show: what is not must not be written over unseen. */
export const fits = (field: FieldDefinition, value: unknown): boolean => {
  if (saysNothing(value)) return true
  switch (field.kind) {
    case 'number': return typeof value === 'number'
    case 'flag': return typeof value === 'boolean'
    case 'choices':
    case 'words': return z.array(z.string()).safeParse(value).success
    case 'rows': return z.array(FieldRow).safeParse(value).success
    case 'citations': return z.array(Cited).safeParse(value).success
    case 'text':
    case 'longText':
    case 'date':
    case 'choice': return typeof value === 'string'
  }
}

const yes: Words = { 'zh-CN': '是', en: 'Yes' }
const no: Words = { 'zh-CN': '否', en: 'No' }

export const truthText = (value: boolean, language: Language): string => (value ? yes : no)[language]

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
const entriesOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** Whether a value is what the field can be, or was there before: of a list and a table, entry by entry and cell by cell. */
const keepsOrFits = (field: FieldDefinition, before: unknown, after: unknown): boolean => {
  if (after === undefined || isSame(before, after) || fieldSchema(field).safeParse(after).success) return true
  if (field.kind === 'choices') return Array.isArray(after) && after.every((each) => entriesOf(before).includes(each) || optionOf(field.options, String(each)) !== undefined)
  if (field.kind !== 'rows' || !Array.isArray(after) || after.length > fieldLimits.rows) return false
  const wereThere = entriesOf(before)
  const known = new Map(wereThere.flatMap((each) => { const { data } = FieldRow.safeParse(each); return data ? [[data.id, data]] : [] }))
  return after.every((each: unknown) => {
    const { data: row } = FieldRow.safeParse(each)
    return row ? field.columns.every((column) => keepsOrFits(column, known.get(row.id)?.[column.key], row[column.key])) : wereThere.some((entry) => isSame(entry, each))
  })
}

/** The fields whose values are not what they can be, by key, of those that a save changes: what was there before may stay. */
export const misfits = (definitions: readonly FieldDefinition[], before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): string[] =>
  definitions.filter((definition) => !keepsOrFits(definition, before[definition.key], after[definition.key])).map(({ key }) => key)
