/** How the keys walk through completions and results. */

export interface Active { list: 'completions' | 'hits'; index: number }

/** `isValue`: a field's value is being typed, so that its completions come before the results. */
export interface Lists { completions: number; hits: number; isValue: boolean }

const page = 8

/** What is active until a key is pressed: the first result. */
export const currentActive = (active: Active | undefined, { completions, hits }: Lists): Active | undefined => {
  if (active?.list === 'completions' && active.index < completions) return active
  return hits > 0 ? { list: 'hits', index: Math.min(active?.list === 'hits' ? active.index : 0, hits - 1) } : undefined
}

/** Completions lie above the results, and both are a ring. Undefined for a key that does not move. */
export const moveActive = (key: string, active: Active | undefined, lists: Lists): Active | undefined => {
  const { completions, hits, isValue } = lists
  const count = completions + hits
  if (count === 0) return undefined
  const placeAt = (at: number): Active => (at < completions ? { list: 'completions', index: at } : { list: 'hits', index: at - completions })
  const isFresh = active === undefined && isValue && completions > 0
  const current = currentActive(active, lists)
  const at = current === undefined ? undefined : current.index + (current.list === 'hits' ? completions : 0)
  switch (key) {
    case 'ArrowDown': return placeAt(isFresh || at === undefined ? 0 : (at + 1) % count)
    case 'ArrowUp': return placeAt(((at ?? 0) - 1 + count) % count)
    case 'PageDown': return placeAt(Math.min(Math.max(at ?? 0, completions) + page, count - 1))
    case 'PageUp': return placeAt(Math.max((at ?? 0) - page, Math.min(completions, count - 1)))
    default: return undefined
  }
}
