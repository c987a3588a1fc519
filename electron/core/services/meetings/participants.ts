/** Lists of names, as units send them: who is on them, and who of those that were expected came. */
import type { ReadAttendance, ReadParticipants } from '#shared/contract/meetings'
import { isSameName, isSamePerson, participantColumns, type Participant, type ParticipantColumn } from '#shared/model/meeting/participants'
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'
import { absent, attendanceHeadings, participantHeadings, present } from './headings.data'
import { findTable, isBlank, plainHeading, rowText, type Table } from './table'

type Row = ReadParticipants['rows'][number]
type Skipped = ReadParticipants['skipped'][number]

/** What a record's field holds at most. */
const longest = 200

const columnOf = (plain: string): ParticipantColumn | undefined => participantColumns.find((column) => participantHeadings[column].includes(plain))

/** Where each column stands; the first of several that mean the same. */
const placesOf = ({ head }: Table): Map<ParticipantColumn, number> => {
  const places = new Map<ParticipantColumn, number>()
  head.forEach((heading, index) => {
    const column = columnOf(plainHeading(heading))
    if (column !== undefined && !places.has(column)) places.set(column, index)
  })
  return places
}

const namesTable = (sheets: readonly SheetRows[]): Table | undefined => findTable(sheets, (plain) => plain.some((heading) => columnOf(heading) === 'name'))

const personOf = (row: readonly string[], places: ReadonlyMap<ParticipantColumn, number>): Row => {
  const of = (column: ParticipantColumn): string => (row[places.get(column) ?? -1] ?? '').replaceAll(/\s+/g, ' ').slice(0, longest)
  return { name: of('name'), unit: of('unit'), post: of('post'), phone: of('phone'), group: of('group'), note: of('note') }
}

/** A line of sums below a list names nobody. */
const isSum = (name: string): boolean => /^(?:合计|小计|总计|共计|共\s*\d+\s*人|total)/i.test(name)

/** Undefined where no sheet has a heading that is a name. */
export const participantsIn = (sheets: readonly SheetRows[]): ReadParticipants | undefined => {
  const table = namesTable(sheets)
  if (!table) return undefined
  const places = placesOf(table)
  const used = new Map([...places].map(([column, place]) => [place, column]))
  const rows: Row[] = []
  const skipped: Skipped[] = []
  table.rows.forEach((cells, index) => {
    if (isBlank(cells)) return
    const person = personOf(cells, places)
    const why = person.name === '' || isSum(person.name) ? 'noName' : rows.some((row) => isSameName(row.name, person.name) && isSameName(row.unit, person.unit)) ? 'twice' : undefined
    if (why) skipped.push({ row: table.first + index, why, text: rowText(cells) })
    else rows.push(person)
  })
  return {
    sheet: table.sheet, rows, skipped,
    columns: Object.fromEntries([...used].map(([place, column]) => [table.head[place] ?? '', column])),
    ignored: table.head.filter((heading, place) => heading !== '' && !used.has(place)),
  }
}

/** Whether a cell says that its person came; undefined for what says neither. A signature is a name; who signed in by telephone left a time. */
const came = (cell: string, name: string): boolean | undefined => {
  const plain = cell.normalize('NFKC').trim().toLowerCase()
  if (absent.includes(plain)) return false
  if (present.includes(plain) || isSameName(cell, name) || /^\d{1,2}:\d{2}|^\d{4}-\d{2}-\d{2}/.test(plain)) return true
  return undefined
}

/** Whom of those that are expected a row may name: by name, and by unit where two have it. */
const expectedAs = (person: Pick<Row, 'name' | 'unit'>, expected: readonly Participant[]): Participant[] => {
  const named = expected.filter(({ name }) => isSameName(name, person.name))
  const sameUnit = named.filter((each) => isSameName(each.unit, person.unit))
  return named.length <= 1 ? named : sameUnit.length > 0 ? sameUnit : named.filter((each) => isSamePerson(each, person))
}

/** Undefined where no sheet has a heading that is a name. A list without a column of marks is one of those that came. */
export const attendanceIn = (sheets: readonly SheetRows[], expected: readonly Participant[]): ReadAttendance | undefined => {
  const table = namesTable(sheets)
  if (!table) return undefined
  const places = placesOf(table)
  const markAt = table.head.findIndex((heading) => attendanceHeadings.includes(plainHeading(heading)))
  const there = new Set<string>()
  const others: ReadAttendance['others'] = []
  const skipped: Skipped[] = []
  table.rows.forEach((cells, index) => {
    if (isBlank(cells)) return
    const person = personOf(cells, places)
    const skip = (why: Skipped['why']): void => { skipped.push({ row: table.first + index, why, text: rowText(cells) }) }
    if (person.name === '' || isSum(person.name)) { skip('noName'); return }
    const isThere = markAt === -1 ? true : came(cells[markAt] ?? '', person.name)
    if (isThere === undefined) { skip('noMark'); return }
    const [found, ...more] = expectedAs(person, expected)
    if (more.length > 0) { skip('twice'); return }
    if (found && isThere) there.add(found.id)
    if (!found && isThere) others.push({ name: person.name, unit: person.unit })
    if (!found && !isThere) skip('notListed')
  })
  return { present: expected.filter(({ id }) => there.has(id)).map(({ id }) => id), absent: expected.filter(({ id }) => !there.has(id)).map(({ id }) => id), others, skipped }
}
