/** How long each agenda item has been on the screen. It runs from the start to the end of the slides unless it is paused; moments are milliseconds since 1970. */
import { z } from 'zod'

/** `spent` in milliseconds, by the items' ids, empty for what belongs to none. `item` is null before the start and after the end, `since` while it is paused. */
export const Clock = z.object({ spent: z.record(z.string(), z.number().min(0)), item: z.string().nullable(), since: z.number().nullable() })
export type Clock = z.infer<typeof Clock>

export const newClock: Clock = { spent: {}, item: null, since: null }

export const isPaused = ({ item, since }: Clock): boolean => item !== null && since === null

/** What has run since is counted. */
const counted = (clock: Clock, now: number): Clock['spent'] => {
  const { spent, item, since } = clock
  return item === null || since === null ? spent : { ...spent, [item]: (spent[item] ?? 0) + Math.max(0, now - since) }
}

/** Goes on with an item, null for none; one that is paused stays so. */
export const onItem = (clock: Clock, item: string | null, now: number): Clock =>
  ({ spent: counted(clock, now), item, since: item === null || isPaused(clock) ? null : now })

/** Pauses, or goes on. */
export const pauseOrGoOn = (clock: Clock, now: number): Clock => {
  if (clock.item === null) return clock
  return isPaused(clock) ? { ...clock, since: now } : { ...clock, spent: counted(clock, now), since: null }
}

/** Milliseconds. */
export const spentOn = (clock: Clock, item: string, now: number): number => counted(clock, now)[item] ?? 0
/** Milliseconds. */
export const spentInAll = (clock: Clock, now: number): number => Object.values(counted(clock, now)).reduce((sum, each) => sum + each, 0)

const two = (value: number): string => String(value).padStart(2, '0')

/** 12:40, or 1:02:03 */
export const clockText = (ms: number): string => {
  const all = Math.floor(ms / 1000)
  const hours = Math.floor(all / 3600)
  const minutes = Math.floor(all / 60) % 60
  return hours > 0 ? `${String(hours)}:${two(minutes)}:${two(all % 60)}` : `${two(minutes)}:${two(all % 60)}`
}
