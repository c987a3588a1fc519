/** What a list of names makes of the participants that there are. */
import type { ReadParticipants } from '#shared/contract/meetings'
import type { FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { isSamePerson, participantColumns, participantOf } from '#shared/model/meeting/participants'
import { nameForm } from '#shared/model/nameForm'

export type Taking = 'merge' | 'add' | 'replace'

type Read = ReadParticipants['rows']

export interface TakenIn { rows: FieldRow[]; added: number; changed: number; left: number }

/** A column that says nothing is left out, so that it writes over nothing. */
const said = (person: Read[number]): Partial<Read[number]> => Object.fromEntries(participantColumns.flatMap((column) => (person[column] === '' ? [] : [[column, person[column]]])))

/** `add` takes those that are not there yet, `merge` what is said of those that are as well, `replace` the list as it is; who stays keeps the id, and that they came. */
export const takenIn = (rows: readonly FieldRow[], read: Read, taking: Taking): TakenIn => {
  const result: FieldRow[] = taking === 'replace' ? [] : [...rows]
  const used = new Set<string>()
  const placeOf = new Map(rows.map(({ id }, place) => [id, place]))
  const byName = new Map<string, FieldRow[]>()
  for (const row of rows) {
    const form = nameForm(participantOf(row).name)
    const same = byName.get(form)
    if (same) same.push(row)
    else byName.set(form, [row])
  }
  let [added, changed] = [0, 0]
  for (const person of read) {
    const there = byName.get(nameForm(person.name))?.find((row) => !used.has(row.id) && isSamePerson(participantOf(row), person))
    if (there) used.add(there.id)
    if (!there) { result.push({ id: newBlockId(), ...said(person) }); added += 1; continue }
    const merged = { ...there, ...said(person) }
    const isNews = participantColumns.some((column) => merged[column] !== there[column])
    if (taking !== 'add' && isNews) changed += 1
    const at = placeOf.get(there.id)
    if (taking === 'replace') result.push({ ...said(person), id: there.id, ...there.isPresent === true && { isPresent: true } })
    else if (taking === 'merge' && at !== undefined) result[at] = merged
  }
  return { rows: result, added, changed, left: taking === 'replace' ? rows.length - used.size : 0 }
}
