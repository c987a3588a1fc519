/** The tables among a meeting's own fields, by their keys. */
import type { PlainField, RowsField } from '#shared/model/fields'
import { recordTypes } from '#shared/model/recordTypes'

export type MeetingTable = 'agenda' | 'participants' | 'intentions' | 'feedback' | 'outcomes'

const none: RowsField = { key: '', kind: 'rows', title: { 'zh-CN': '', en: '' }, columns: [] }

export const tableField = (key: MeetingTable): RowsField => recordTypes.meeting.fields.find((field): field is RowsField => field.kind === 'rows' && field.key === key) ?? none

export const columnsOf = (key: MeetingTable, columns: readonly string[]): PlainField[] => columns.flatMap((wanted) => tableField(key).columns.filter((column) => column.key === wanted))
