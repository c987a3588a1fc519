/**
 * A form before the sections whose rows are the fields of a record: a label that is a field's title, and a value that it can have, as a Word
 * file that this app made has it. Such rows become values; what can't be read as one stays in the form, so that nothing is lost.
 */
import { isKnownBlock, type Block, type TableBlock } from '#shared/model/body/blocks'
import type { Body } from '#shared/model/body/body'
import { isKnownInline } from '#shared/model/body/inlines'
import { blockText, placedBlocks } from '#shared/model/body/walk'
import { fieldSchema, saysNothing, type FieldDefinition, type Option } from '#shared/model/fields'
import { findDate } from './dates'

type TableRow = TableBlock['rows'][number]

/** Text that a field holds as it is: paragraphs without marks, notes, links or pictures. */
const isPlain = (blocks: readonly Block[]): boolean => blocks.every((block) => isKnownBlock(block) && block.type === 'paragraph'
  && block.inlines.every((inline) => isKnownInline(inline) && (inline.type === 'break' || (inline.type === 'text' && (inline.marks ?? []).length === 0))))

const textOf = (blocks: readonly Block[]): string =>
  [...placedBlocks({ version: 1, preamble: [...blocks], sections: [] })].map(({ block }) => blockText(block)).join('\n').trim()

const named = ({ title }: Pick<FieldDefinition, 'title'>, text: string): boolean => Object.values(title).includes(text)

const chosen = (options: readonly Option[], text: string): string | undefined =>
  options.find((option) => named(option, text) || option.value === text || option.also?.includes(text))?.value

const listed = (text: string): string[] => text.split(/[　、,，;；\n]+/).map((each) => each.trim()).filter((each) => each !== '')

/** Undefined for what is no value of the field. */
const readValue = (field: FieldDefinition, text: string): unknown => {
  switch (field.kind) {
    case 'text':
    case 'longText': return text
    case 'number': {
      const digits = (field.unit !== undefined && text.endsWith(field.unit) ? text.slice(0, -field.unit.length) : text).trim()
      return digits === '' ? undefined : Number(digits)
    }
    case 'date': {
      const found = findDate(text) ?? (/^\d{4}$/.test(text) ? { date: text, whole: true } : undefined)
      return found?.whole ? found.date : undefined
    }
    case 'flag': return ['是', 'Yes'].includes(text) ? true : ['否', 'No'].includes(text) ? false : undefined
    case 'choice': return chosen(field.options, text)
    case 'choices': return listed(text).map((each) => chosen(field.options, each))
    case 'words': return listed(text)
    // A title does not say which revision was meant.
    case 'citations':
    case 'rows': return undefined
  }
}

/** A field and its value, where the row says both and nothing else, and the value would lose nothing. */
const valueIn = ({ cells: [label, value, ...others] }: TableRow, fields: readonly FieldDefinition[]): [string, unknown] | undefined => {
  if (!label || !value || others.length > 0 || !isPlain(value.blocks)) return undefined
  const field = fields.find((each) => named(each, textOf(label.blocks)))
  const found = field && readValue(field, textOf(value.blocks))
  return field && !saysNothing(found) && fieldSchema(field).safeParse(found).success ? [field.key, found] : undefined
}

export interface ReadFields { values: Record<string, unknown>; body: Body }

/** `values` by the fields' keys; `body` without the rows that they were read from. A field that is there twice is read once. */
export const readFieldForm = (body: Body, fields: readonly FieldDefinition[]): ReadFields => {
  const at = body.preamble.findIndex((block) => isKnownBlock(block) && block.type === 'table')
  const form = body.preamble[at]
  if (!form || !isKnownBlock(form) || form.type !== 'table') return { values: {}, body }
  const values = new Map<string, unknown>()
  const rest = form.rows.filter((row) => {
    const found = valueIn(row, fields)
    if (!found || values.has(found[0])) return true
    values.set(...found)
    return false
  })
  const left = rest.length > 0 ? [{ ...form, rows: rest }] : []
  return values.size === 0 ? { values: {}, body } : { values: Object.fromEntries(values), body: { ...body, preamble: body.preamble.toSpliced(at, 1, ...left) } }
}
