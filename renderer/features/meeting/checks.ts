/** What is looked at before a meeting, and what is still open after it. */
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { timeText } from '#shared/model/meeting/agenda'
import type { Body } from '#shared/model/body/body'
import { isFilled } from '#shared/model/gates'
import type { RecordContent } from '#shared/model/record'
import { needsSomebody } from './needsSomebody'

/** Where what is open can be seen to. */
export type Place = { kind: 'item'; id: string; field?: 'presenter' | 'host' | 'time' | 'day' } | { kind: 'section'; key: string } | { kind: 'record'; id: string; blockId?: string } | { kind: 'field'; key: 'confidentiality' } | { kind: 'rehearse' }

export type CheckKey = 'content' | 'people' | 'times' | 'restricted' | 'pictures' | 'rehearsed' | 'texts'

/** `isMet` is undefined while it is not known. `said` fills the text of what is open. */
export interface Check { key: CheckKey; isMet: boolean | undefined; said: Readonly<Record<string, string | number>>; place: Place | undefined; variant?: string }

/** What is known of what is shown: undefined until it is read. */
export interface ShownFacts {
  /** The meeting itself among them. */
  restricted: readonly { id: string; title: string }[] | undefined
  /** Records that are not in the library, with the items that show them. */
  missing: readonly { itemId: string; title: string }[] | undefined
  coarse: readonly { recordId: string; blockId: string; title: string; width: number }[] | undefined
}

const met = (key: CheckKey): Check => ({ key, isMet: true, said: {}, place: undefined })
const unknown = (key: CheckKey): Check => ({ key, isMet: undefined, said: {}, place: undefined })
const timeOf = ({ begins, title }: AgendaItem): string => (begins === null ? title : timeText(begins))

const contentCheck = (items: readonly AgendaItem[], { missing }: ShownFacts): Check => {
  const [absent] = missing ?? []
  const where = items.find(({ id }) => id === absent?.itemId)
  if (absent && where) return { key: 'content', isMet: false, variant: 'missing', said: { time: timeOf(where), title: absent.title, count: missing?.length ?? 0 }, place: { kind: 'item', id: where.id } }
  const bare = items.filter(({ kind, records, note }) => kind !== 'break' && records.length === 0 && note === '')
  const [first] = bare
  if (first) return { key: 'content', isMet: false, variant: 'bare', said: { time: timeOf(first), count: bare.length }, place: { kind: 'item', id: first.id } }
  return missing ? met('content') : unknown('content')
}

const peopleCheck = (items: readonly AgendaItem[]): Check => {
  const open = items.filter((item) => needsSomebody(item) !== undefined)
  const [first] = open
  const field = first && needsSomebody(first)
  return first && field ? { key: 'people', isMet: false, variant: field, said: { time: timeOf(first), count: open.length }, place: { kind: 'item', id: first.id, field } } : met('people')
}

const day = 24 * 60

const timesCheck = (items: readonly AgendaItem[]): Check => {
  const overlapping = items.find(({ overlaps }) => overlaps)
  if (overlapping) return { key: 'times', isMet: false, variant: 'overlap', said: { time: timeOf(overlapping) }, place: { kind: 'item', id: overlapping.id, field: 'time' } }
  const late = items.find(({ ends }) => ends !== null && ends > day)
  if (late) return { key: 'times', isMet: false, variant: 'late', said: { time: timeOf(late) }, place: { kind: 'item', id: late.id, field: 'day' } }
  const untimed = items.find(({ begins }) => begins === null)
  return untimed ? { key: 'times', isMet: false, variant: 'none', said: {}, place: { kind: 'item', id: untimed.id, field: 'time' } } : met('times')
}

const restrictedCheck = (id: string, { restricted }: ShownFacts): Check => {
  if (!restricted) return unknown('restricted')
  if (restricted.some((each) => each.id === id)) return { key: 'restricted', isMet: false, variant: restricted.length > 1 ? 'both' : 'meeting', said: { count: restricted.length - 1 }, place: { kind: 'field', key: 'confidentiality' } }
  const [first] = restricted
  return first ? { key: 'restricted', isMet: false, variant: 'records', said: { title: first.title, count: restricted.length }, place: { kind: 'record', id: first.id } } : met('restricted')
}

const picturesCheck = ({ coarse }: ShownFacts): Check => {
  if (!coarse) return unknown('pictures')
  const [first] = coarse
  return first ? { key: 'pictures', isMet: false, said: { title: first.title, width: first.width, count: coarse.length }, place: { kind: 'record', id: first.recordId, blockId: first.blockId } } : met('pictures')
}

const rehearsedCheck = (items: readonly AgendaItem[]): Check => {
  const talks = items.filter(({ kind }) => kind === 'talk')
  const over = talks.find(({ rehearsed, minutes }) => rehearsed !== null && rehearsed > minutes * 60)
  if (over) return { key: 'rehearsed', isMet: false, variant: 'over', said: { time: timeOf(over), minutes: Math.ceil((over.rehearsed ?? 0) / 60) }, place: { kind: 'item', id: over.id } }
  const open = talks.filter(({ rehearsed }) => rehearsed === null)
  return open.length > 0 ? { key: 'rehearsed', isMet: false, variant: 'none', said: { count: open.length }, place: { kind: 'rehearse' } } : met('rehearsed')
}

const textsCheck = ({ sections }: Body): Check => {
  const key = ['notice', 'guide'].find((each) => !sections.some((section) => section.key === each && isFilled(section)))
  return key === undefined ? met('texts') : { key: 'texts', isMet: false, variant: key, said: {}, place: { kind: 'section', key } }
}

export const checksOf = ({ id, content }: { id: string; content: Pick<RecordContent, 'body'> }, items: readonly AgendaItem[], shown: ShownFacts): Check[] =>
  [contentCheck(items, shown), peopleCheck(items), timesCheck(items), restrictedCheck(id, shown), picturesCheck(shown), rehearsedCheck(items), textsCheck(content.body)]
