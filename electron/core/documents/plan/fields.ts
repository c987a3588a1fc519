/**
 * The fields of a record's type and of its library: those of one value as a form at the head, a label and what it says in each row; each table
 * among them as a section behind the text, as it stands on screen. What says nothing is left out.
 */
import type { TableBlock } from '#shared/model/body/blocks'
import { newSection, type Body, type Section } from '#shared/model/body/body'
import { customFieldsOf } from '#shared/model/customFields'
import { fieldText, rowsOf, saysNothing, type FieldDefinition, type RowsField } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { textCell } from './cells'
import { writtenDate } from './writtenDate'

/** Of the width of the page. */
const labelWidth = 0.24

interface Said { field: FieldDefinition; value: unknown }

const saidIn = (fields: readonly FieldDefinition[], values: Readonly<Record<string, unknown>>): Said[] =>
  fields.flatMap((field) => (saysNothing(values[field.key]) ? [] : [{ field, value: values[field.key] }]))

const said = ({ type, fields, custom }: RecordContent, customFields: readonly unknown[]): Said[] =>
  [...saidIn(recordTypes[type].fields, fields), ...saidIn(customFieldsOf({ customFields }, type), custom)]

const textOf = (field: FieldDefinition, value: unknown, language: Language): string =>
  (field.kind === 'date' && typeof value === 'string' ? writtenDate(value, language) : fieldText(field, value, language))

/** `width` of the page, in CSS pixels. Undefined where no field says anything. */
export const fieldForm = (content: RecordContent, customFields: readonly unknown[], language: Language, width: number): TableBlock | undefined => {
  const rows = said(content, customFields).filter(({ field }) => field.kind !== 'rows')
  if (rows.length === 0) return undefined
  return {
    type: 'table', id: newBlockId(), columnWidths: [width * labelWidth, width * (1 - labelWidth)],
    rows: rows.map(({ field, value }) => ({ cells: [textCell(field.title[language], { header: 'row' }), textCell(textOf(field, value, language))] })),
  }
}

const rowsSection = ({ title, columns }: RowsField, value: unknown, language: Language): Section[] => {
  const rows = rowsOf(value)
  if (rows.length === 0) return []
  const table: TableBlock = {
    type: 'table', id: newBlockId(),
    rows: [
      { cells: columns.map((column) => textCell(column.title[language], { header: 'column' })) },
      ...rows.map((row) => ({ cells: columns.map((column) => textCell(textOf(column, row[column.key], language))) })),
    ],
  }
  return [newSection(null, title[language], [table])]
}

/** The body with the tables among the fields, each a section of its own at the end; those with an editor of their own are written in their own way. */
export const withRowsFields = (body: Body, content: RecordContent, customFields: readonly unknown[], language: Language): Body => {
  const sections = said(content, customFields).flatMap(({ field, value }) => (field.kind === 'rows' && (!field.ownEditor || field.isPrinted) ? rowsSection(field, value, language) : []))
  return sections.length === 0 ? body : { ...body, sections: [...body.sections, ...sections] }
}
