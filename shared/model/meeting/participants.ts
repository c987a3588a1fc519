/** Who comes to a meeting: rows of the record, how many there are, and how they are divided into groups. */
import { rowsOf, type FieldRow } from '../fields'
import { numeral } from '../../text/numeral'
import { nameForm } from '../nameForm'
import type { RecordContent } from '../record'

export const participantColumns = ['name', 'unit', 'post', 'phone', 'group', 'note'] as const
export type ParticipantColumn = (typeof participantColumns)[number]

export interface Participant { id: string; name: string; unit: string; post: string; phone: string; group: string; note: string; isPresent: boolean }

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const participantOf = (row: FieldRow): Participant => ({
  id: row.id, name: text(row.name), unit: text(row.unit), post: text(row.post), phone: text(row.phone), group: text(row.group), note: text(row.note), isPresent: row.isPresent === true,
})

/** Those that have a name. */
export const participantsOf = ({ fields }: Pick<RecordContent, 'fields'>): Participant[] => rowsOf(fields.participants).map(participantOf).filter(({ name }) => name !== '')

/** 张 三 and 张三 are one; so are full and half width. */
export const isSameName = (one: string, other: string): boolean => nameForm(one) === nameForm(other)

/** The same person: by name, and by unit where both say one. */
export const isSamePerson = (one: { name: string; unit: string }, other: { name: string; unit: string }): boolean =>
  isSameName(one.name, other.name) && (one.unit === '' || other.unit === '' || isSameName(one.unit, other.unit))

const numerals: readonly string[] = Array.from({ length: 99 }, (_, index) => numeral(index + 1, 'zh-CN'))
/** 第十二组 as 第12组, so that groups stand in the order in which they are counted. */
const counted = (group: string): string => group.replaceAll(/[一二三四五六七八九十]+/g, (written) => { const number = numerals.indexOf(written); return number === -1 ? written : String(number + 1) })

export const groupsOf = (participants: readonly Pick<Participant, 'group'>[]): string[] =>
  [...new Set(participants.map(({ group }) => group.trim()).filter((group) => group !== ''))].sort((a, b) => counted(a).localeCompare(counted(b), 'zh-CN', { numeric: true }))

/**
 * Rows divided into `count` groups, as equal as can be, the people of one unit spread over them: dealt out like cards, unit by unit, the
 * largest first. `nameOf` names a group by its number from 1.
 */
export const divided = (rows: readonly FieldRow[], count: number, nameOf: (number: number) => string): FieldRow[] => {
  const byUnit = new Map<string, string[]>()
  for (const { id, unit } of rows.map(participantOf)) byUnit.set(nameForm(unit), [...byUnit.get(nameForm(unit)) ?? [], id])
  const dealt = [...byUnit.values()].sort((a, b) => b.length - a.length).flat()
  const groupAt = new Map(dealt.map((id, index) => [id, nameOf((index % count) + 1)]))
  return rows.map((row) => ({ ...row, group: groupAt.get(row.id) }))
}
