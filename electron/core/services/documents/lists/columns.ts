/** The columns of a list as columns of a sheet: numbers and days are such, choices are said in words. */
import type { FieldDefinition } from '#shared/model/fields'
import { fieldText } from '#shared/model/fields'
import type { Language } from '#shared/model/language'
import { listFieldsOf } from '#shared/model/listFields'
import type { RecordType } from '#shared/model/recordTypes'
import type { SheetCell } from '../../../documents/writers/xlsx/workbook'
import type { CatalogEntry } from '../../../store/catalog/entry'
import { columnValue } from '../../../store/catalog/values'
import { dayOf } from '../../days'
import { listWords, plainColumns, type PlainColumn } from './words.data'

/** `width` in characters. */
export interface ListColumn { title: string; width: number; cell: (entry: CatalogEntry) => SheetCell }

const text = (value: string): SheetCell => ({ kind: 'text', text: value })

/** Only a whole day is a day to Excel. */
const date = (value: string): SheetCell => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? { kind: 'date', date: value } : text(value))

const widths: Readonly<Record<PlainColumn, number>> = {
  number: 20, title: 48, stage: 10, edition: 10, unit: 24, team: 18, field: 16, tags: 28, date: 12, updatedAt: 12, polarity: 8, attachments: 8, confidentiality: 10, authors: 20,
}

const plainColumn = (key: PlainColumn, language: Language): ListColumn => {
  const { columns, values, comma, edition: editionWords } = listWords[language]
  const word = (value: string | null): SheetCell => text(value === null ? '' : values[value] ?? value)
  const cellOf = ({ row, authors, confidentiality }: CatalogEntry): SheetCell => {
    switch (key) {
      case 'stage': return word(row.stage)
      case 'polarity': return word(row.polarity)
      case 'confidentiality': return word(confidentiality)
      case 'edition': return text(row.edition === null ? '' : editionWords.replace('{edition}', String(row.edition)))
      case 'unit': return text([row.unit, row.team].filter((part) => part !== '').join(' / '))
      case 'tags': return text(row.tags.join(comma))
      case 'authors': return text(authors.join(comma))
      case 'date': return date(row.date)
      case 'updatedAt': return date(dayOf(Date.parse(row.updatedAt)))
      case 'attachments': return { kind: 'number', number: row.attachments, digits: 0 }
      case 'number':
      case 'title':
      case 'team':
      case 'field': return text(row[key])
    }
  }
  return { title: columns[key], width: widths[key], cell: cellOf }
}

const fieldColumn = (key: string, field: FieldDefinition, language: Language): ListColumn => {
  const unit = field.kind === 'number' && field.unit !== undefined ? field.unit : ''
  const bracketed = language === 'zh-CN' ? `（${unit}）` : ` (${unit})`
  return {
    title: `${field.title[language]}${unit === '' ? '' : bracketed}`, width: field.kind === 'number' || field.kind === 'date' || field.kind === 'flag' ? 14 : 24,
    cell: (entry) => {
      const value = columnValue(entry, key)
      if (typeof value === 'number' && field.kind === 'number') return { kind: 'number', number: value }
      if (typeof value === 'string' && field.kind === 'date') return date(value)
      return text(Array.isArray(value) ? value.map((each) => fieldText(field, each, language)).join(listWords[language].comma) : fieldText(field, value, language))
    },
  }
}

/** Those that were asked for and that the list has; each once. */
export const listColumns = (type: RecordType, keys: readonly string[], customFields: readonly unknown[], language: Language): ListColumn[] => {
  const fields = new Map(listFieldsOf(type, { customFields }).map(({ key, definition }) => [key, definition]))
  return [...new Set(keys)].flatMap((key) => {
    const plain = plainColumns.find((each) => each === key)
    if (plain !== undefined) return [plainColumn(plain, language)]
    const field = fields.get(key)
    return field ? [fieldColumn(key, field, language)] : []
  })
}
