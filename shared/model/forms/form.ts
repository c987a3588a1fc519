/**
 * What of a tool can be filled in: its fields, and for what calculates its formulas. Both are rows among the tool's own fields
 * (`fields.form`, `fields.formulas`), so that revisions, search and printouts see them like any other.
 */
import { z } from 'zod'
import { FieldRow, rowsOf, saysNothing, type FieldDefinition, type PlainField, type Words } from '../fields'
import { BlockId } from '../ids'

export const formLimits = { fields: 300, formulas: 100, options: 100, columns: 12 } as const

/** A `heading` stands above the fields that follow and takes no value; a `check` is an item of a checklist, with a remark. */
export const formKinds = ['text', 'longText', 'number', 'date', 'choice', 'choices', 'flag', 'check', 'rows', 'heading'] as const
export const FormKind = z.enum(formKinds)
export type FormKind = z.infer<typeof FormKind>

const words = z.array(z.string()).optional()

/**
 * `options` of a choice are what they are called; `columns` of rows too, each of which takes a text. `symbol` is what formulas call it
 * (without one: its title). `min` and `max` bound a number. `preset` is what a new copy begins with, as it would be typed.
 */
export const FormField = z.looseObject({
  id: BlockId, title: z.string().default(''), kind: FormKind.default('text'), options: words, columns: words, unit: z.string().optional(), required: z.boolean().optional(),
  hint: z.string().optional(), symbol: z.string().optional(), min: z.number().optional(), max: z.number().optional(), preset: z.string().optional(),
})
export type FormField = z.infer<typeof FormField>

/** `digits` are the decimal places that are shown; what uses the result goes on with all of them. */
export const Formula = z.looseObject({
  id: BlockId, title: z.string().default(''), symbol: z.string().optional(), unit: z.string().optional(), expression: z.string().default(''), digits: z.int().min(0).max(10).optional(),
})
export type Formula = z.infer<typeof Formula>

type Fields = Readonly<Record<string, unknown>>

/** What an author writes of a tool's form, fields without a name too; what is no field as this version knows them is left out. */
export const formRows = (fields: Fields): FormField[] => rowsOf(fields.form).flatMap((row) => FormField.safeParse(row).data ?? [])
export const formulaRows = (fields: Fields): Formula[] => rowsOf(fields.formulas).flatMap((row) => Formula.safeParse(row).data ?? [])

const someOf = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined)

/** Whether the rows of a form, or of formulas, can be changed: what is no list of rows is another version's, or somebody's mistake, and is not written over. */
export const hasRows = (value: unknown): boolean => saysNothing(value) || z.array(FieldRow).safeParse(value).success

/** `next`, with the rows of `before` that this version can't read: each stays behind the row that it stood behind, or where that is gone, behind the one above it. */
const withUnread = (before: unknown, schema: z.ZodType, next: readonly FieldRow[]): FieldRow[] => {
  const kept = new Set(next.map(({ id }) => id))
  const [first, behind] = [new Array<FieldRow>(), new Map<string, FieldRow[]>()]
  let place = first
  for (const row of rowsOf(before)) {
    if (!schema.safeParse(row).success) place.push(row)
    else if (kept.has(row.id)) {
      place = behind.get(row.id) ?? []
      behind.set(row.id, place)
    }
  }
  return [...first, ...next.flatMap((row) => {
    const those = behind.get(row.id) ?? []
    behind.delete(row.id)
    return [row, ...those]
  })]
}

/** What is to be kept in `fields.form` and `fields.formulas` once an author changed those that can be read; undefined for nothing. */
export const keptForm = ({ form }: Fields, next: readonly FormField[]): FieldRow[] | undefined => someOf(withUnread(form, FormField, next))
export const keptFormulas = ({ formulas }: Fields, next: readonly Formula[]): FieldRow[] | undefined => someOf(withUnread(formulas, Formula, next))

const isNamed = ({ title }: { title: string }): boolean => title.trim() !== ''

/** The fields and formulas of a tool in their order, of those that have a name. */
export const formOf = (fields: Fields): FormField[] => formRows(fields).filter(isNamed)
export const formulasOf = (fields: Fields): Formula[] => formulaRows(fields).filter(isNamed)

/** The kinds of tools that are filled in. */
const filledKinds: ReadonlySet<unknown> = new Set(['form', 'checklist', 'calculation'])
export const isFilledIn = (fields: Fields): boolean => filledKinds.has(fields.kind) || formOf(fields).length > 0
export const calculates = (fields: Fields): boolean => fields.kind === 'calculation' || formulasOf(fields).length > 0

/** What formulas call a field or a result by. */
export const nameOf = ({ symbol = '', title }: Pick<FormField, 'symbol' | 'title'>): string => (symbol.trim() || title).replace(/\s+/g, '')

const inBoth = (text: string): Words => ({ 'zh-CN': text, en: text })

export const checkResults = [
  { value: 'pass', title: { 'zh-CN': '合格', en: 'Pass' }, tone: 'jade' }, { value: 'fail', title: { 'zh-CN': '不合格', en: 'Fail' }, tone: 'rust' },
  { value: 'na', title: { 'zh-CN': '不适用', en: 'Not applicable' }, tone: 'grey' },
] as const

/** Under which key the remark on a checked item is kept. */
export const remarkKey = ({ id }: Pick<FormField, 'id'>): string => `${id}.remark`
export const remarkTitle: Words = { 'zh-CN': '备注', en: 'Remark' }

export const columnKey = (index: number): string => `c${index + 1}`

const optionsOf = ({ options = [] }: FormField) => [...new Set(options)].map((value) => ({ value, title: inBoth(value) }))

const plain = (field: FormField): PlainField => {
  const named = { key: field.id, title: inBoth(field.title) }
  switch (field.kind) {
    case 'choice':
    case 'choices': return { ...named, kind: field.kind, options: optionsOf(field) }
    case 'check': return { ...named, kind: 'choice', options: checkResults }
    case 'number': return { ...named, kind: 'number', ...field.unit !== undefined && field.unit !== '' && { unit: field.unit } }
    case 'longText':
    case 'date':
    case 'flag': return { ...named, kind: field.kind }
    case 'text':
    case 'rows':
    case 'heading': return { ...named, kind: 'text' }
  }
}

/** What the values of a field are, as all fields are described: none for a heading, two for a checked item. */
export const definitionsOf = (field: FormField): FieldDefinition[] => {
  if (field.kind === 'heading') return []
  if (field.kind === 'check') return [plain(field), { key: remarkKey(field), title: remarkTitle, kind: 'text' }]
  if (field.kind !== 'rows') return [plain(field)]
  const columns = (field.columns ?? []).map((title, index) => ({ key: columnKey(index), title: inBoth(title), kind: 'text' as const }))
  return [{ key: field.id, title: inBoth(field.title), kind: 'rows', columns }]
}
