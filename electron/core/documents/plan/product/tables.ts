/** The tables of a work package beside its steps. */
import type { TableBlock } from '#shared/model/body/blocks'
import { fieldText, filledRowsOf, type FieldRow, type RowsField } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { Language } from '#shared/model/language'
import type { Step } from '#shared/model/product/steps'
import type { RecordContent } from '#shared/model/record'
import { recordTypes } from '#shared/model/recordTypes'
import { middleCell, textCell, textTable, wholeWidth, type TableColumn } from '../cells'
import { wordsOf } from '../words.data'
import { writtenDate } from '../writtenDate'
import type { EditionLine, ProductFacts } from './facts'
import { editionName } from './facts'

type Fields = RecordContent['fields']

const rowsField = (key: string): RowsField | undefined => {
  const field = recordTypes.product.fields.find((each) => each.key === key)
  return field?.kind === 'rows' ? field : undefined
}

/** What the columns of a row say, in their order. */
const cellTexts = (field: RowsField, row: FieldRow, language: Language): string[] => field.columns.map((column) => fieldText(column, row[column.key], language).replaceAll('　', '、'))

/** A field's rows under its own columns; undefined where there are none. */
export const fieldTable = (key: string, fields: Fields, language: Language, widths: readonly number[], caption = ''): TableBlock | undefined => {
  const field = rowsField(key)
  const rows = filledRowsOf(fields[key])
  if (!field || rows.length === 0) return undefined
  return textTable(field.columns.map(({ title }, index) => ({ title: title[language], width: widths[index] ?? 100 })), rows.map((row) => cellTexts(field, row, language)), caption)
}

/** Grouped by 人机料法环: what a group is called stands once beside its rows. Undefined where nothing is asked for. */
export const prerequisiteTable = (fields: Fields, language: Language): TableBlock | undefined => {
  const words = wordsOf(language)
  const rows = filledRowsOf(fields.prerequisites)
  const kind = rowsField('prerequisites')?.columns.find(({ key }) => key === 'kind')
  if (rows.length === 0 || kind?.kind !== 'choice') return undefined
  const groups = [...kind.options.map(({ value, title }) => ({ title: title[language], rows: rows.filter((row) => row.kind === value) })),
    { title: '', rows: rows.filter((row) => !kind.options.some(({ value }) => value === row.kind)) }].filter((group) => group.rows.length > 0)
  const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
  const heads = [words.concern, words.requirement, words.check, words.result]
  return {
    type: 'table', id: newBlockId(), columnWidths: wholeWidth([50, 300, 160, 70]),
    rows: [
      { cells: heads.map((head) => textCell(head, { header: 'column' })) },
      ...groups.flatMap((group) => group.rows.map((row, index) => ({
        cells: [
          ...index === 0 ? [{ ...middleCell(group.title), ...group.rows.length > 1 && { rowSpan: group.rows.length } }] : [],
          textCell(text(row.requirement)), textCell(text(row.check)), middleCell('□'),
        ],
      }))),
    ],
  }
}

const passOrFail = (language: Language): string => `${wordsOf(language).pass}\n${wordsOf(language).fail}`

/** Each item with boxes to tick; undefined where there is none. */
export const acceptanceTable = (fields: Fields, language: Language): TableBlock | undefined => {
  const words = wordsOf(language)
  const field = rowsField('acceptance')
  const rows = filledRowsOf(fields.acceptance)
  if (!field || rows.length === 0) return undefined
  const columns: TableColumn[] = [
    { title: words.count, width: 54, isMiddle: true }, { title: words.item, width: 122 }, { title: words.criterion, width: 178 }, { title: words.method, width: 106 }, { title: words.result, width: 76, isMiddle: true }, { title: words.remark, width: 64 },
  ]
  return textTable(columns, rows.map((row, index) => [String(index + 1), ...cellTexts(field, row, language), passOrFail(language), '']))
}

/** The earliest first, the day on which each was released. */
export const changeTable = (editions: readonly EditionLine[], language: Language): TableBlock => {
  const words = wordsOf(language)
  const columns: TableColumn[] = [{ title: words.edition, width: 80, isMiddle: true }, { title: words.released, width: 142, isMiddle: true }, { title: words.by, width: 84, isMiddle: true }, { title: words.changed, width: 294 }]
  return textTable(columns, editions.map(({ number, releasedAt, by, changeLog }) =>
    [editionName(number, language), writtenDate(releasedAt.slice(0, 10), language), by, changeLog.trim() || (number === 1 ? words.first : '')]))
}

/** What it comes of, at the revisions that are named. Undefined where it comes of nothing. */
export const sourceTable = ({ sources }: Pick<ProductFacts, 'sources'>, language: Language): TableBlock | undefined => {
  const words = wordsOf(language)
  if (sources.length === 0) return undefined
  const columns: TableColumn[] = [{ title: words.count, width: 54, isMiddle: true }, { title: language === 'zh-CN' ? '编号' : 'Number', width: 136 }, { title: words.title, width: 268 }, { title: words.revised, width: 142, isMiddle: true }]
  return textTable(columns, sources.map(({ number, title, at }, index) => [String(index + 1), number, title, writtenDate(at.slice(0, 10), language)]), words.sourcesCaption)
}

/** To be filled in after the work was done: a row a step. */
export const evaluationTable = (steps: readonly Step[], language: Language): TableBlock => {
  const words = wordsOf(language)
  const columns: TableColumn[] = [{ title: words.count, width: 54, isMiddle: true }, { title: words.step, width: 156 }, { title: words.executed, width: 90, isMiddle: true }, { title: words.deviation, width: 170 }, { title: words.advice, width: 130 }]
  const rows = steps.length > 0 ? steps.map(({ action }, index) => [String(index + 1), action.trim(), `${words.done}\n${words.notDone}`, '', '']) : Array.from({ length: 8 }, () => ['', '', `${words.done}\n${words.notDone}`, '', ''])
  return textTable(columns, rows)
}
