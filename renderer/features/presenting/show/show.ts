/** What is shown: which slide, a dark screen or a bright one, and the clock. Every window of a presentation has the same. */
import { z } from 'zod'
import { Clock, newClock, onItem, pauseOrGoOn } from './clock'

/**
 * `at` is 0 before the start, then the number of the slide, and one more than there are slides at the end. Of two states the one of the
 * higher `version` counts; of two of the same, that of the window
 * that was there first: `by` are ids that grow with time.
 */
export const Show = z.object({ at: z.int().min(0), screen: z.enum(['slides', 'black', 'white']), clock: Clock, isRehearsal: z.boolean(), version: z.int().min(0), by: z.string() })
export type Show = z.infer<typeof Show>

export type Act =
  | { do: 'next' | 'back' | 'first' | 'last' | 'black' | 'white' | 'pause' | 'rehearse' | 'again' }
  /** The number of a slide. */
  | { do: 'go'; to: number }

/** The agenda items that the slides belong to, one for each slide, empty for none. */
export type ItemsOfSlides = readonly string[]

/** As it was left at a slide, or before the start. */
export const newShow = (at: number, items: ItemsOfSlides, by: string, now: number): Show => {
  const waiting: Show = { at: 0, screen: 'slides', isRehearsal: false, by, clock: newClock, version: 0 }
  return at === 0 ? waiting : moved(waiting, at, items, now)
}

const moved = (show: Show, to: number, items: ItemsOfSlides, now: number): Show => {
  const at = Math.min(Math.max(to, 1), items.length + 1)
  return { ...show, at, screen: 'slides', clock: onItem(show.clock, items[at - 1] ?? null, now) }
}

const screened = (show: Show, screen: 'black' | 'white'): Show => ({ ...show, screen: show.screen === screen ? 'slides' : screen })

/** What comes of it. Going on or back from a dark or bright screen brings the slide back first. */
export const perform = (show: Show, act: Act, items: ItemsOfSlides, now: number): Show => {
  const isHidden = show.screen !== 'slides'
  switch (act.do) {
    case 'next': return isHidden ? { ...show, screen: 'slides' } : moved(show, show.at + 1, items, now)
    case 'back': return isHidden ? { ...show, screen: 'slides' } : moved(show, show.at - 1, items, now)
    case 'first': return moved(show, 1, items, now)
    case 'last': return moved(show, items.length, items, now)
    case 'go': return moved(show, Math.min(act.to, items.length), items, now)
    case 'black':
    case 'white': return screened(show, act.do)
    case 'pause': return { ...show, clock: pauseOrGoOn(show.clock, now) }
    case 'rehearse': return moved({ ...show, clock: newClock, isRehearsal: true }, 1, items, now)
    case 'again': return { ...show, at: 0, screen: 'slides', clock: newClock, isRehearsal: false }
  }
}

export const isNewer = (one: Show, other: Show): boolean => one.version > other.version || (one.version === other.version && one.by < other.by)
