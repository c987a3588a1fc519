/** The agenda while it is edited: how tall an item stands, how long a drag makes it, what an agenda begins with, and records that change items. */
import type { Citation } from '#shared/model/body/blocks'
import type { FieldRow } from '#shared/model/fields'
import { newBlockId } from '#shared/model/ids'
import type { AgendaItem, AgendaKind } from '#shared/model/meeting/agenda'
import { citationsOf } from '#shared/model/rowCitations'
import { movedRow } from '../rows/history'

/** Pixels for a minute, and within which heights an item stands. */
export const scale = 3.4
export const heightOf = (minutes: number): number => Math.min(Math.max(Math.round(minutes * scale), 52), 240)

const longest = 24 * 60
/** Minutes that a drag by pixels makes of those before: in steps of five, of one where it is to be exact. */
export const draggedMinutes = (before: number, pixels: number, isExact: boolean): number => {
  const step = isExact ? 1 : 5
  return Math.min(Math.max(Math.round((before + pixels / scale) / step) * step, step), longest)
}

export const totalMinutes = (items: readonly AgendaItem[]): number => items.reduce((sum, { minutes }) => sum + minutes, 0)

const usualMinutes: Readonly<Record<AgendaKind, number>> = { talk: 30, discussion: 30, visit: 60, break: 15 }

export const newItem = (kind: AgendaKind, title = ''): FieldRow => ({ id: newBlockId(), kind, minutes: usualMinutes[kind], ...title !== '' && { title } })

export type AgendaTemplate = 'half' | 'whole'

interface Planned { kind: AgendaKind; title: string; minutes: number; questions?: number; time?: string }

/** Titles by keys of the locale, so that they come in the language of whoever begins. */
export const agendaTemplates: Readonly<Record<AgendaTemplate, readonly Planned[]>> = {
  half: [
    { kind: 'talk', title: 'opening', minutes: 15, time: '09:00' }, { kind: 'talk', title: 'firstTalk', minutes: 35, questions: 10 }, { kind: 'talk', title: 'secondTalk', minutes: 30, questions: 8 },
    { kind: 'break', title: 'tea', minutes: 15 }, { kind: 'talk', title: 'thirdTalk', minutes: 30, questions: 8 }, { kind: 'discussion', title: 'groups', minutes: 25 }, { kind: 'discussion', title: 'claims', minutes: 20 },
  ],
  whole: [
    { kind: 'talk', title: 'opening', minutes: 20, time: '09:00' }, { kind: 'talk', title: 'firstTalk', minutes: 40, questions: 10 }, { kind: 'talk', title: 'secondTalk', minutes: 40, questions: 10 },
    { kind: 'break', title: 'tea', minutes: 15 }, { kind: 'talk', title: 'thirdTalk', minutes: 40, questions: 10 }, { kind: 'break', title: 'lunch', minutes: 115 },
    { kind: 'visit', title: 'visit', minutes: 90, time: '13:30' }, { kind: 'break', title: 'tea', minutes: 15 }, { kind: 'discussion', title: 'groups', minutes: 45 }, { kind: 'discussion', title: 'claims', minutes: 30 },
  ],
}

export const agendaFrom = (template: AgendaTemplate, titleOf: (key: string) => string): FieldRow[] => agendaTemplates[template].map(({ title, ...planned }) => ({ id: newBlockId(), ...planned, title: titleOf(title) }))

const cites = (citations: readonly Citation[], recordId: string): boolean => citations.some((citation) => citation.recordId === recordId)

/** Rows in which a record went from one item to another, where it is not there yet. */
export const withMovedRecord = (rows: readonly FieldRow[], recordId: string, from: string, to: string): readonly FieldRow[] => {
  const moved = citationsOf(rows.find(({ id }) => id === from)?.records).find((citation) => citation.recordId === recordId)
  if (!moved || from === to || !rows.some(({ id }) => id === to)) return rows
  return rows.map((row) => {
    const records = citationsOf(row.records)
    if (row.id === from) { const rest = records.filter((citation) => citation.recordId !== recordId); return { ...row, records: rest.length > 0 ? rest : undefined } }
    return row.id === to && !cites(records, recordId) ? { ...row, records: [...records, moved] } : row
  })
}

/** Rows with one item at another place. The day, and a time that the first place of a day says, stay with that place. The same rows where there is no such place. */
export const movedItem = (rows: readonly FieldRow[], days: readonly string[], id: string, to: number): readonly FieldRow[] => {
  const moved = movedRow(rows, id, to)
  if (moved === rows) return rows
  const opens = (index: number): boolean => index === 0 || days[index] !== days[index - 1]
  const openers = rows.filter((_, index) => opens(index))
  const openerFrom = (index: number): FieldRow | undefined => rows.findLast((_, at) => at <= index && opens(at))
  // What is moved comes into the day of the item whose place it takes.
  const openerOf = new Map(rows.map((row, index) => [row.id, openerFrom(row.id === id ? to : index)]))
  const firsts = new Map(openers.map((opener) => [opener.id, moved.find((row) => openerOf.get(row.id) === opener)]))
  return moved.map((row) => {
    const opener = openerOf.get(row.id)
    const isFirst = opener !== undefined && firsts.get(opener.id) === row
    if (isFirst) return row === opener ? row : { ...row, day: opener.day, ...opener.time !== undefined && { time: opener.time } }
    return openers.includes(row) ? { ...row, day: undefined, time: undefined } : row
  })
}
