/** The agenda of a meeting as its page, its slides and its handbook need it: items with the times at which they begin and end. */
import { rowsOf, type FieldRow } from '../fields'
import { Citation } from '../body/blocks'
import type { RecordContent } from '../record'

export type AgendaKind = 'talk' | 'discussion' | 'visit' | 'break'

/**
 * `begins` and `ends` are minutes of the day, null where nothing before says a time; `day` is that of the item, by itself or by those before
 * (YYYY-MM-DD, or empty). `isFixed`: it says its time itself; `overlaps`: the one before ends later. `rehearsed` in seconds.
 */
export interface AgendaItem {
  id: string; kind: AgendaKind; day: string; begins: number | null; ends: number | null; isFixed: boolean; overlaps: boolean
  minutes: number; questions: number; title: string; presenter: string; host: string; note: string; records: Citation[]; rehearsed: number | null
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
/** No meeting's item takes longer than a day. */
const count = (value: unknown, most: number): number => (typeof value === 'number' && Number.isFinite(value) ? Math.min(Math.max(Math.round(value), 0), most) : 0)
const day = 24 * 60

/** Minutes of the day that a time says: 9:00, 09：00, 9点半, 0900; null for what is none. Of 9:00-9:30 the first. */
export const minutesOf = (time: string): number | null => {
  const [, hours, minutes = '0', half] = /^\s*(?:上午|早上)?\s*(2[0-4]|[01]?\d)\s*(?:[:：点时.]\s*([0-5]\d)?|(?=[0-5]\d(?!\d)))?\s*([0-5]\d(?!\d)|半)?/.exec(time.normalize('NFKC')) ?? []
  if (hours === undefined) return null
  const more = half === '半' ? 30 : half === undefined ? Number(minutes) : Number(half)
  const sum = Number(hours) * 60 + more
  return sum <= day ? sum : null
}

/** 09:05 */
export const timeText = (minutes: number): string => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(Math.round(minutes) % 60).padStart(2, '0')}`

const kinds: readonly AgendaKind[] = ['talk', 'discussion', 'visit', 'break']
const kindOf = (row: FieldRow): AgendaKind => kinds.find((kind) => kind === row.kind) ?? 'talk'

const recordsOf = (row: FieldRow): Citation[] => {
  const all: readonly unknown[] = Array.isArray(row.records) ? row.records : []
  return all.flatMap((each) => Citation.safeParse(each).data ?? [])
}

/** In their order. A meeting that says no time begins at none. */
export const agendaOf = ({ fields, date }: Pick<RecordContent, 'fields' | 'date'>): AgendaItem[] => {
  let now: number | null = null
  let today = date.length === 10 ? date : ''
  return rowsOf(fields.agenda).map((row) => {
    const ownDay = text(row.day)
    const isNewDay = ownDay !== '' && ownDay !== today
    if (isNewDay) { today = ownDay; now = null }
    const own = minutesOf(text(row.time))
    const overlaps = own !== null && now !== null && own < now
    const begins: number | null = own ?? now
    const minutes = count(row.minutes, day)
    const ends: number | null = begins === null ? null : begins + minutes
    now = ends
    return {
      id: row.id, kind: kindOf(row), day: today, begins, ends, isFixed: own !== null, overlaps, minutes, questions: Math.min(count(row.questions, day), minutes),
      title: text(row.title), presenter: text(row.presenter), host: text(row.host), note: text(row.note), records: recordsOf(row),
      rehearsed: typeof row.rehearsed === 'number' ? count(row.rehearsed, day * 60) : null,
    }
  })
}
