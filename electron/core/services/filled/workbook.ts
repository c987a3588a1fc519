/** Filled copies as sheets: one copy field below field, many as a table with a row each; tables within them on sheets of their own. */
import { rowsOf, type FieldDefinition, fieldText, saysNothing } from '#shared/model/fields'
import type { FilledCopy } from '#shared/model/forms/copy'
import { columnKey, definitionsOf, remarkKey, remarkTitle, type FormField } from '#shared/model/forms/form'
import { resultText } from '#shared/model/forms/results'
import type { Language } from '#shared/model/language'
import type { Sheet, SheetCell } from '../../documents/writers/xlsx/workbook'

const words = {
  'zh-CN': { copy: '填写件', item: '项目', content: '内容', unit: '单位', remark: '备注', by: '填写人', byUnit: '填写单位', state: '状态', done: '已完成', open: '填写中', started: '开始', finished: '完成', tool: '工具', number: '编号' },
  en: { copy: 'Copy', item: 'Item', content: 'Entry', unit: 'Unit', remark: 'Remark', by: 'By', byUnit: 'Unit of author', state: 'State', done: 'Done', open: 'Open', started: 'Started', finished: 'Finished', tool: 'Tool', number: 'Number' },
} satisfies Record<Language, unknown>

const text = (value: string): SheetCell => ({ kind: 'text', text: value })

/** A value by its kind: numbers are numbers and days are days; what is exact to the month alone is text. */
const valueCell = (definition: FieldDefinition, value: unknown, language: Language): SheetCell => {
  if (typeof value === 'number' && definition.kind === 'number') return { kind: 'number', number: value }
  if (definition.kind === 'date' && typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return { kind: 'date', date: value }
  return text(fieldText(definition, value, language))
}

const fieldCell = (field: FormField, copy: FilledCopy, language: Language): SheetCell => {
  const [definition] = definitionsOf(field)
  return definition ? valueCell(definition, copy.values[field.id], language) : text('')
}

const remarkCell = (field: FormField, { values }: FilledCopy): SheetCell => {
  const remark = values[remarkKey(field)]
  return text(typeof remark === 'string' ? remark : '')
}

const resultCell = (copy: FilledCopy, id: string, language: Language): SheetCell => {
  const [formula, value] = [copy.formulas.find((each) => each.id === id), copy.results[id]]
  if (!formula || value === undefined || value === null) return text('')
  return typeof value === 'number' ? { kind: 'number', number: value, ...formula.digits !== undefined && { digits: formula.digits } } : text(resultText(formula, value, language))
}

/** Fields and formulas of any of the copies, as the first of them has them: a tool may have changed between two of its copies. */
const union = <T>(lists: readonly (readonly T[])[], keyOf: (each: T) => string): T[] => {
  const all = new Map<string, T>()
  for (const each of lists.flat()) if (!all.has(keyOf(each))) all.set(keyOf(each), each)
  return [...all.values()]
}

/** What stands in one column: values that are of one kind and measured alike. */
const columnOf = ({ id, unit = '', kind = '' }: { id: string; unit?: string | undefined; kind?: string }): string => JSON.stringify([id, unit, kind])

const localDay = (time: string): string => new Date(time).toLocaleDateString('sv-SE')

const titled = (title: string, unit: string | undefined): string => (unit === undefined || unit === '' ? title : `${title}（${unit}）`)

/** What a table of a form is: the same field with other columns is another one. */
const tableKey = ({ id, columns = [] }: FormField): string => JSON.stringify([id, columns])

/** The tables within copies, each field on a sheet of its own, and once more where its columns changed; the first column says in which copy where there are several. */
const rowSheets = (copies: readonly FilledCopy[], language: Language): Sheet[] => {
  const tablesIn = ({ form }: FilledCopy): FormField[] => form.filter(({ kind }) => kind === 'rows')
  const tables = union(copies.map(tablesIn), tableKey)
  const many = copies.length > 1
  return tables.map((field) => {
    const columns = field.columns ?? []
    const rows = copies.filter((copy) => tablesIn(copy).some((each) => tableKey(each) === tableKey(field))).flatMap((copy) => rowsOf(copy.values[field.id]).map((row) => [
      ...many ? [text(copy.title)] : [],
      ...columns.map((_, index) => {
        const value = row[columnKey(index)]
        return text(saysNothing(value) ? '' : String(value))
      }),
    ]))
    return { name: field.title, head: [...many ? [words[language].copy] : [], ...columns], rows, widths: [...many ? [24] : [], ...columns.map(() => 20)] }
  })
}

const oneSheet = (copy: FilledCopy, language: Language): Sheet => {
  const { item, content, unit, remark, tool, number, by, byUnit, state, started, finished, done, open } = words[language]
  const line = (title: string, cell: SheetCell, of = '', said: SheetCell = text('')): SheetCell[] => [text(title), cell, text(of), said]
  return {
    name: copy.title, head: [item, content, unit, remark], widths: [32, 36, 10, 30],
    rows: [
      line(tool, text(copy.tool.title)), line(number, text(copy.tool.number)), line(by, text(copy.by.name)), line(byUnit, text(copy.by.unit)),
      line(state, text(copy.state === 'done' ? done : open)), line(started, { kind: 'date', date: localDay(copy.startedAt) }),
      ...copy.doneAt === undefined ? [] : [line(finished, { kind: 'date', date: localDay(copy.doneAt) })],
      ...copy.form.filter(({ kind }) => kind !== 'rows').map((field) => line(field.title, fieldCell(field, copy, language), field.unit, remarkCell(field, copy))),
      ...copy.formulas.map((formula) => line(formula.title, resultCell(copy, formula.id, language), formula.unit, text(formula.expression))),
    ],
  }
}

const manySheet = (copies: readonly FilledCopy[], name: string, language: Language): Sheet => {
  const { copy: copyTitle, by, byUnit, state, started, finished, done, open } = words[language]
  const fields = union(copies.map(({ form }) => form), columnOf).filter(({ kind }) => kind !== 'heading' && kind !== 'rows')
  const formulas = union(copies.map((copy) => copy.formulas), columnOf)
  /** Empty where the form of a copy has no such field. */
  const where = (field: FormField, cell: (own: FormField, copy: FilledCopy) => SheetCell) => (copy: FilledCopy): SheetCell => {
    const own = copy.form.find((each) => columnOf(each) === columnOf(field))
    return own ? cell(own, copy) : text('')
  }
  const columns: { title: string; width: number; cell: (copy: FilledCopy) => SheetCell }[] = [
    { title: copyTitle, width: 30, cell: ({ title }) => text(title) }, { title: by, width: 10, cell: (copy) => text(copy.by.name) }, { title: byUnit, width: 18, cell: (copy) => text(copy.by.unit) },
    { title: state, width: 10, cell: (copy) => text(copy.state === 'done' ? done : open) }, { title: started, width: 12, cell: (copy) => ({ kind: 'date', date: localDay(copy.startedAt) }) },
    { title: finished, width: 12, cell: (copy) => (copy.doneAt === undefined ? text('') : { kind: 'date', date: localDay(copy.doneAt) }) },
    ...fields.flatMap((field) => [
      { title: titled(field.title, field.unit), width: 16, cell: where(field, (own, copy) => fieldCell(own, copy, language)) },
      ...field.kind === 'check' ? [{ title: `${field.title} ${remarkTitle[language]}`, width: 16, cell: where(field, remarkCell) }] : [],
    ]),
    ...formulas.map((formula) => ({ title: titled(formula.title, formula.unit), width: 14, cell: (copy: FilledCopy) => (copy.formulas.some((each) => columnOf(each) === columnOf(formula)) ? resultCell(copy, formula.id, language) : text('')) })),
  ]
  return { name, head: columns.map(({ title }) => title), widths: columns.map(({ width }) => width), rows: copies.map((copy) => columns.map(({ cell }) => cell(copy))) }
}

/** `name` is what the sheet of many copies is called. */
export const copySheets = (copies: readonly FilledCopy[], name: string, language: Language): Sheet[] => {
  const [only, ...others] = copies
  return [only && others.length === 0 ? oneSheet(only, language) : manySheet(copies, name, language), ...rowSheets(copies, language)]
}
