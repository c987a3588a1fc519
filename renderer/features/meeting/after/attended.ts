/** What a sheet that was ticked makes of who came. */
import type { ReadAttendance } from '#shared/contract/meetings'
import type { FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import { participantsOf } from '#shared/model/meeting/participants'

/** `change` marks whom the sheet marks, and leaves the rest; for `replace` nobody came whom the sheet does not mark. Who can not be read stays in both. */
export type Counting = 'change' | 'replace'

/** Of those that are expected: how many the sheet does not name, and who was noted as there already though the sheet does not mark them. */
export const unmarkedIn = (rows: readonly FieldRow[], { present, absent, unmarked, unread }: ReadAttendance): { beyond: number; there: number } => {
  const expected = participantsOf({ fields: { participants: rows } })
  const [named, marked] = [new Set([...present, ...absent, ...unmarked, ...unread]), new Set([...present, ...absent, ...unread])]
  return { beyond: expected.filter(({ id }) => !named.has(id)).length, there: expected.filter(({ id, isPresent }) => isPresent && !marked.has(id)).length }
}

/** `addsOthers`: who came without being on the list is put on it. */
export const attended = (rows: readonly FieldRow[], { present, absent, unread, others }: ReadAttendance, counting: Counting, addsOthers: boolean): FieldRow[] => {
  const [came, away, unknown] = [new Set(present), new Set(absent), new Set(unread)]
  const isThere = ({ id, isPresent }: FieldRow): unknown => (came.has(id) ? true : away.has(id) || (counting === 'replace' && !unknown.has(id)) ? undefined : isPresent)
  const added = addsOthers ? others.map(({ name, unit }) => ({ id: newBlockId(), name, ...unit !== '' && { unit }, isPresent: true })) : []
  return [...rows.map((row) => ({ ...row, isPresent: isThere(row) })), ...added]
}
