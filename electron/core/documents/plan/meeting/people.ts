/** Who takes part in a meeting: the list by groups, and the sheet that they sign. */
import type { Block, TableBlock } from '#shared/model/body/blocks'
import { filledRowsOf } from '#shared/model/fields'
import type { Language } from '#shared/model/language'
import type { RecordContent } from '#shared/model/record'
import { heading, paragraph, textTable, type TableColumn } from '../cells'
import { filled, wordsOf } from '../words.data'

export interface Participant { name: string; unit: string; post: string; phone: string; group: string; note: string }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const participantsOf = ({ fields }: Pick<RecordContent, 'fields'>): Participant[] => filledRowsOf(fields.participants).map((row) =>
  ({ name: text(row.name), unit: text(row.unit), post: text(row.post), phone: text(row.phone), group: text(row.group), note: text(row.note) }))

interface PersonColumn extends TableColumn { key?: keyof Participant; isOptional?: true }

/** The columns are those of the whole list, so that all groups have the same. */
const peopleTable = (people: readonly Participant[], all: readonly Participant[], language: Language): TableBlock => {
  const words = wordsOf(language)
  const possible: PersonColumn[] = [
    { title: words.count, width: 54, isMiddle: true }, { title: words.name, width: 80, key: 'name', isMiddle: true }, { title: words.unit, width: 160, key: 'unit' }, { title: words.post, width: 110, key: 'post', isOptional: true },
    { title: words.phone, width: 114, key: 'phone', isMiddle: true, isOptional: true }, { title: words.note, width: 90, key: 'note', isOptional: true },
  ]
  const columns = possible.filter(({ key, isOptional }) => !isOptional || all.some((person) => key !== undefined && person[key] !== ''))
  return textTable(columns, people.map((person, index) => columns.map(({ key }) => (key === undefined ? String(index + 1) : person[key]))))
}

/** The groups in the order in which they first stand, those in none last. */
export const peopleBlocks = (people: readonly Participant[], language: Language): Block[] => {
  const words = wordsOf(language)
  const count = paragraph(filled(words.peopleCount, { count: people.length }))
  const groups = [...new Set(people.map(({ group }) => group))].sort((a, b) => Number(a === '') - Number(b === ''))
  if (groups.length < 2) return [count, peopleTable(people, people, language)]
  return [count, ...groups.flatMap((group) => [heading(1, group === '' ? words.noGroup : group), peopleTable(people.filter((person) => person.group === group), people, language)])]
}

/** For those who come without being on the list. */
const emptyRows = 8

export const signInTable = (people: readonly Participant[], language: Language): TableBlock => {
  const words = wordsOf(language)
  const columns: TableColumn[] = [{ title: words.count, width: 54, isMiddle: true }, { title: words.name, width: 90, isMiddle: true }, { title: words.unit, width: 180 }, { title: words.post, width: 110 }, { title: words.signature, width: 160 }]
  const empty = Array.from({ length: people.length === 0 ? 20 : emptyRows }, (_, index) => [String(people.length + index + 1), '', '', '', ''])
  return textTable(columns, [...people.map(({ name, unit, post }, index) => [String(index + 1), name, unit, post, '']), ...empty])
}
