/** A form as blocks of a text: empty, to be filled in by hand, or as a copy fills it in. Word files of tools and of copies are made of it. */
import type { Block, TableCell } from '../body/blocks'
import type { CalculationValue } from '../calculation/problems'
import { fieldText, rowsOf, saysNothing } from '../fields'
import { newBlockId } from '../ids'
import type { Language } from '../language'
import { checkResults, columnKey, definitionsOf, remarkKey, type FormField, type Formula } from './form'
import { resultText } from './results'

const labels = {
  'zh-CN': { count: '序', check: '检查内容', result: '结果', remark: '备注', item: '项目', content: '内容', formula: '公式', value: '得数', required: '（必填）', unit: (unit: string) => `（${unit}）` },
  en: { count: 'No.', check: 'Check', result: 'Result', remark: 'Remark', item: 'Item', content: 'Entry', formula: 'Formula', value: 'Value', required: ' (required)', unit: (unit: string) => ` (${unit})` },
} satisfies Record<Language, unknown>

/** `values` and `results` of a copy; without them the form is empty, with boxes to tick and room to write. */
export interface FormContent { values: Readonly<Record<string, unknown>>; results: Readonly<Record<string, CalculationValue | null>> }

const emptyRows = 4

const cell = (text: string, header?: TableCell['header']): TableCell => ({
  ...header && { header },
  blocks: [{ type: 'paragraph', id: newBlockId(), inlines: text.split('\n').flatMap((line, index) => [...index > 0 ? [{ type: 'break' as const }] : [], ...line === '' ? [] : [{ type: 'text' as const, text: line }]]) }],
})

const table = (head: readonly string[], rows: readonly (readonly string[])[], more: { caption?: string; columnWidths?: number[] } = {}): Block =>
  ({ type: 'table', id: newBlockId(), ...more, rows: [{ cells: head.map((text) => cell(text, 'column')) }, ...rows.map((row) => ({ cells: row.map((text) => cell(text)) }))] })

const boxes = (options: readonly string[]): string => options.map((option) => `□${option}`).join('　')

/** What a field says, or the room that it leaves. */
const entry = (field: FormField, content: FormContent | undefined, language: Language): string => {
  if (content) return definitionsOf(field).slice(0, 1).map((definition) => fieldText(definition, content.values[field.id], language)).join('')
  if (field.kind === 'check') return boxes(checkResults.map(({ title }) => title[language]))
  return field.kind === 'choice' || field.kind === 'choices' ? boxes(field.options ?? []) : field.kind === 'flag' ? '□' : ''
}

const titleOf = ({ title, unit = '', required = false, kind }: FormField, content: FormContent | undefined, language: Language): string =>
  `${title}${unit !== '' && (kind !== 'number' || !content) ? labels[language].unit(unit) : ''}${required && !content ? labels[language].required : ''}`

const checkTable = (fields: readonly FormField[], content: FormContent | undefined, language: Language): Block => {
  const { count, check, result, remark } = labels[language]
  const remarkOf = (field: FormField): string => {
    const said = content?.values[remarkKey(field)]
    return typeof said === 'string' ? said : ''
  }
  return table([count, check, result, remark], fields.map((field, index) => [String(index + 1), titleOf(field, content, language), entry(field, content, language), remarkOf(field)]), { columnWidths: [40, 310, 140, 140] })
}

const plainTable = (fields: readonly FormField[], content: FormContent | undefined, language: Language): Block =>
  table([labels[language].item, labels[language].content], fields.map((field) => [titleOf(field, content, language), entry(field, content, language)]), { columnWidths: [230, 400] })

const rowsTable = (field: FormField, content: FormContent | undefined): Block => {
  const columns = field.columns ?? []
  const rows = content ? rowsOf(content.values[field.id]) : []
  const texts = rows.map((row) => columns.map((_, index) => {
    const value = row[columnKey(index)]
    return saysNothing(value) ? '' : String(value)
  }))
  return table(columns, texts.length > 0 ? texts : Array.from({ length: emptyRows }, () => columns.map(() => '')), { caption: field.title })
}

const formulaTable = (formulas: readonly Formula[], content: FormContent | undefined, language: Language): Block => {
  const { item, formula, value } = labels[language]
  return table([item, formula, value], formulas.map((each) => {
    const result = content?.results[each.id]
    const unit = each.unit ?? ''
    const isOpen = result === undefined || result === null
    return [isOpen && unit !== '' ? `${each.title}${labels[language].unit(unit)}` : each.title, each.expression, isOpen ? '' : `${resultText(each, result, language)} ${unit}`.trim()]
  }), { columnWidths: [200, 260, 170] })
}

type Part = { kind: 'checks' | 'plain'; fields: FormField[] } | { kind: 'rows' | 'heading'; field: FormField }

/** Neighbours that stand in one table. */
const partsOf = (form: readonly FormField[]): Part[] => {
  const parts: Part[] = []
  for (const field of form) {
    const last = parts.at(-1)
    if (field.kind === 'rows' || field.kind === 'heading') parts.push({ kind: field.kind, field })
    else {
      const kind = field.kind === 'check' ? 'checks' : 'plain'
      if (last?.kind === kind) last.fields.push(field)
      else parts.push({ kind, fields: [field] })
    }
  }
  return parts
}

export const formBlocks = (form: readonly FormField[], formulas: readonly Formula[], language: Language, content?: FormContent): Block[] => [
  ...partsOf(form).map((part): Block => {
    switch (part.kind) {
      case 'checks': return checkTable(part.fields, content, language)
      case 'plain': return plainTable(part.fields, content, language)
      case 'rows': return rowsTable(part.field, content)
      case 'heading': return { type: 'heading', id: newBlockId(), level: 1, inlines: [{ type: 'text', text: part.field.title }] }
    }
  }),
  ...formulas.length > 0 ? [formulaTable(formulas, content, language)] : [],
]
