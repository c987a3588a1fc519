/** What a rehearsal took, item by item. */
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { spentOn, type Clock } from '../show/clock'

/** Seconds; `rehearsed` is null for an item that never came up, `planned` for one without a length. */
export interface RehearsedItem { id: string; title: string; planned: number | null; rehearsed: number | null }

const most = 86_400

export const rehearsedItems = (agenda: readonly AgendaItem[], clock: Clock): RehearsedItem[] => agenda.map(({ id, title, minutes }) => {
  const seconds = Math.min(Math.round(spentOn(clock, id, 0) / 1000), most)
  return { id, title, planned: minutes > 0 ? minutes * 60 : null, rehearsed: id in clock.spent ? seconds : null }
})

/** By the ids of items, those that came up. */
export const secondsOf = (items: readonly RehearsedItem[]): Record<string, number> =>
  Object.fromEntries(items.flatMap(({ id, rehearsed }) => (rehearsed === null ? [] : [[id, rehearsed]])))
