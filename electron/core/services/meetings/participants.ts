/** Lists of names, as units send them: who is on them, and who of those that were expected came. */
import type { ReadAttendance, ReadParticipants } from '#shared/contract/meetings'
import { isSameName, isSamePerson, type Participant, type ParticipantColumn } from '#shared/model/meeting/participants'
import { nameForm } from '#shared/model/nameForm'
import type { SheetRows } from '../../documents/readers/xlsx/readSheets'
import { findNames, placesOf } from './columns'
import { absent, attendanceHeadings, present } from './headings.data'
import { askedHeading, isBlank, plainHeading, rowText } from './table'

type Row = ReadParticipants['rows'][number]
type Skipped = ReadParticipants['skipped'][number]

/** What a record's field holds at most. */
const longest = 200

const personOf = (row: readonly string[], places: ReadonlyMap<ParticipantColumn, number>): Row => {
  const of = (column: ParticipantColumn): string => (row[places.get(column) ?? -1] ?? '').replaceAll(/\s+/g, ' ').slice(0, longest)
  return { name: of('name'), unit: of('unit'), post: of('post'), phone: of('phone'), group: of('group'), note: of('note') }
}

/** A line of sums below a list names nobody. */
const isSum = (name: string): boolean => /^(?:合计|小计|总计|共计|共\s*\d+\s*人|total)/i.test(name)

/** Undefined where no sheet has a heading that is a name. */
export const participantsIn = (sheets: readonly SheetRows[]): ReadParticipants | undefined => {
  const table = findNames(sheets)
  if (!table) return undefined
  const places = placesOf(table)
  const used = new Map([...places].map(([column, place]) => [place, column]))
  const rows: Row[] = []
  const skipped: Skipped[] = []
  const seen = new Set<string>()
  table.rows.forEach((cells, index) => {
    if (isBlank(cells)) return
    const person = personOf(cells, places)
    const form = JSON.stringify([nameForm(person.name), nameForm(person.unit)])
    const why = person.name === '' || isSum(person.name) ? 'noName' : seen.has(form) ? 'twice' : undefined
    if (why) { skipped.push({ row: table.first + index, why, text: rowText(cells) }); return }
    seen.add(form)
    rows.push(person)
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

const byNames = (expected: readonly Participant[]): Map<string, Participant[]> => {
  const named = new Map<string, Participant[]>()
  for (const each of expected) {
    const form = nameForm(each.name)
    const same = named.get(form)
    if (same) same.push(each)
    else named.set(form, [each])
  }
  return named
}

/** Whom of those that are expected a row may name: by name, and by unit where two have it. */
const expectedAs = (person: Pick<Row, 'name' | 'unit'>, expected: ReadonlyMap<string, Participant[]>): Participant[] => {
  const named = expected.get(nameForm(person.name)) ?? []
  const sameUnit = named.filter((each) => isSameName(each.unit, person.unit))
  return named.length <= 1 ? named : sameUnit.length > 0 ? sameUnit : named.filter((each) => isSamePerson(each, person))
}

/** What a sheet says of somebody: of several rows, the first of these. */
const strongest = ['present', 'absent', 'unread', 'unmarked'] as const
type Said = (typeof strongest)[number]

/** Undefined where no sheet has a heading that is a name. A list without a column of marks is one of those that came; who is in it twice came where one row says so. */
export const attendanceIn = (sheets: readonly SheetRows[], expected: readonly Participant[]): ReadAttendance | undefined => {
  const table = findNames(sheets)
  if (!table) return undefined
  const places = placesOf(table)
  const markAt = table.head.findIndex((heading) => attendanceHeadings.includes(plainHeading(heading)) || attendanceHeadings.includes(askedHeading(heading)))
  const byName = byNames(expected)
  const said = new Map<string, Said>()
  const others: ReadAttendance['others'] = []
  const skipped: Skipped[] = []
  table.rows.forEach((cells, index) => {
    if (isBlank(cells)) return
    const person = personOf(cells, places)
    const skip = (why: Skipped['why']): void => { skipped.push({ row: table.first + index, why, text: rowText(cells) }) }
    if (person.name === '' || isSum(person.name)) { skip('noName'); return }
    const mark = cells[markAt] ?? ''
    const isThere = markAt === -1 ? true : came(mark, person.name)
    const say = (id: string, what: Said): void => { said.set(id, strongest.find((each) => each === what || each === said.get(id)) ?? what) }
    const named = expectedAs(person, byName)
    const [found, ...more] = named
    if (isThere === undefined || more.length > 0) {
      skip(isThere === undefined ? 'noMark' : 'twice')
      for (const { id } of named) say(id, 'unread')
      return
    }
    if (found) say(found.id, isThere ? 'present' : mark.trim() === '' ? 'unmarked' : 'absent')
    else if (isThere) others.push({ name: person.name, unit: person.unit })
    else skip('notListed')
  })
  const idsOf = (what: Said): string[] => expected.flatMap(({ id }) => (said.get(id) === what ? [id] : []))
  return { present: idsOf('present'), absent: idsOf('absent'), unmarked: idsOf('unmarked'), unread: idsOf('unread'), others, skipped }
}
