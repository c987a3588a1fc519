/** How the time of the agenda item on the screen stands. */
import type { AgendaItem } from '#shared/model/meeting/agenda'
import { spentInAll, spentOn } from './clock'
import type { Show } from './show'

/** Milliseconds; `planned` is null where nothing was planned. */
export interface ItemTime { planned: number | null; spent: number; inAll: number }

export const itemTime = (agenda: readonly AgendaItem[], { clock }: Pick<Show, 'clock'>, now: number): ItemTime => {
  const item = agenda.find(({ id }) => id === clock.item)
  return { planned: item && item.minutes > 0 ? item.minutes * 60_000 : null, spent: clock.item === null ? 0 : spentOn(clock, clock.item, now), inAll: spentInAll(clock, now) }
}
