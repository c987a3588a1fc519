/** Meetings: what is read from Excel sheets that others filled, sheets to be filled, and what a rehearsal took. */
import { z } from 'zod'
import { BlockId, Sha256, Uuid } from '../model/ids'
import { procedure } from './base'
import { MadeFile } from './packages'
import { RecordRow, SavedRecord } from './records'

const path = z.string().min(1)
const text = z.string()

/** Rows of a sheet that nothing was made of: their number in the sheet, from 1, and why: `twice` is also a name of several that are expected, of which the row says no more. A file of several that holds no form is `unreadable`, row 0, its name the text. */
const SkippedRow = z.object({ row: z.int(), why: z.enum(['noName', 'twice', 'noMark', 'notListed', 'unreadable']), text })

/** `columns` says which heading of the sheet became which column; `ignored` headings became none. */
export const ReadParticipants = z.object({
  sheet: text, columns: z.record(z.string(), text), ignored: z.array(text),
  rows: z.array(z.object({ name: text, unit: text, post: text, phone: text, group: text, note: text })), skipped: z.array(SkippedRow),
})
export type ReadParticipants = z.infer<typeof ReadParticipants>

/** `marks` are how often 5, 4, 3, 2, 1 was given; `forms` how many filled forms were counted. */
export const ReadFeedback = z.object({
  forms: z.int(), questions: z.array(z.object({ question: text, marks: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]) })), comments: z.array(text), skipped: z.array(SkippedRow),
})
export type ReadFeedback = z.infer<typeof ReadFeedback>

/** By name and, where two have the same, unit: ids of the meeting's rows that the sheet says came, that it says did not, whose mark is empty, and whose mark can not be read; who is in none of these is not in the sheet. `others` came and are not on the list. */
export const ReadAttendance = z.object({ present: z.array(BlockId), absent: z.array(BlockId), unmarked: z.array(BlockId), unread: z.array(BlockId), others: z.array(z.object({ name: text, unit: text })), skipped: z.array(SkippedRow) })
export type ReadAttendance = z.infer<typeof ReadAttendance>

/** A follow-up of a meeting or an activity that is not done. `isLate`: its day is past. */
export const FollowUp = z.object({ row: RecordRow, rowId: BlockId, what: text, who: text, due: text, isLate: z.boolean() })
export type FollowUp = z.infer<typeof FollowUp>

export const meetings = {
  /** The first sheet with a heading that is a name. Throws `file_unreadable` for a file that is no Excel file, or holds no such sheet. */
  readParticipants: procedure.input(z.object({ path })).output(ReadParticipants),
  /** Filled copies of the feedback sheet, one form a row or a sheet, from one or many files. Throws as above. */
  readFeedback: procedure.input(z.object({ id: Uuid, paths: z.array(path).min(1).max(500) })).output(ReadFeedback),
  readAttendance: procedure.input(z.object({ id: Uuid, path })).output(ReadAttendance),
  /** A sheet to be filled: names to be written in, names to be ticked, or the feedback form; written to `to`, or kept to be downloaded. That of a restricted meeting throws `restricted_content` unless confirmed. */
  sheet: procedure.input(z.object({ id: Uuid, sheet: z.enum(['participants', 'attendance', 'feedback']), to: z.string().min(1).nullable(), allowRestricted: z.boolean().default(false) })).output(MadeFile),
  /** Seconds that items took when they were rehearsed, by the ids of their rows: a revision on top of `base`. Throws `conflict`. */
  noteRehearsal: procedure.input(z.object({ id: Uuid, base: Sha256, seconds: z.record(BlockId, z.int().min(0).max(86_400)) })).output(SavedRecord),
  /** The earliest due first, without a day last. `mine` are those that name this person, their unit or their post. */
  followUps: procedure.input(z.object({ mine: z.boolean() })).output(z.array(FollowUp)),
  /** Marks a follow-up as done, or not: a revision. */
  settleFollowUp: procedure.input(z.object({ id: Uuid, rowId: BlockId, isDone: z.boolean() })).output(SavedRecord),
}
