/** How a meeting was left, by the entry of the history that it stands in: whoever goes back finds it so. Kept while the app runs. */
import { useLayoutEffect, useRef, useState, type RefObject, type UIEvent } from 'react'

export type Part = 'agenda' | 'texts' | 'people' | 'after'
export const parts: readonly Part[] = ['agenda', 'texts', 'people', 'after']

interface LeftOff { part: Part; chosen: string | undefined; scrollTops: Readonly<Partial<Record<Part, number>>> }

const most = 200
const left = new Map<string, LeftOff>()

const keep = (key: string, change: Partial<LeftOff>): void => {
  const before = left.get(key) ?? { part: 'agenda', chosen: undefined, scrollTops: {} }
  left.delete(key)
  left.set(key, { ...before, ...change })
  const [oldest] = left.keys()
  if (left.size > most && oldest !== undefined) left.delete(oldest)
}

export interface KeptPlace {
  /** Of the entry as it was left, if it was here before. */
  before: Pick<LeftOff, 'part' | 'chosen'> | undefined
  keep: (place: Pick<LeftOff, 'part' | 'chosen'>) => void
  scrollTop: (part: Part) => number
  keepScroll: (part: Part, scrollTop: number) => void
}

/** The entry counts that the page was opened in: while it is left for another, the address is ahead of it. */
export const useKeptPlace = (entry: string, id: string): KeptPlace => {
  const [place] = useState((): KeptPlace => {
    const key = `${entry} ${id}`
    return {
      before: left.get(key), keep: (next) => keep(key, next), scrollTop: (part) => left.get(key)?.scrollTops[part] ?? 0,
      keepScroll: (part, scrollTop) => keep(key, { scrollTops: { ...left.get(key)?.scrollTops, [part]: scrollTop } }),
    }
  })
  return place
}

/** For what scrolls in a part: it begins where it was left. */
export const useKeptScroll = <E extends HTMLElement>(place: KeptPlace, part: Part): { ref: RefObject<E | null>; onScroll: (event: UIEvent<E>) => void } => {
  const ref = useRef<E>(null)
  useLayoutEffect(() => { if (ref.current) ref.current.scrollTop = place.scrollTop(part) }, [place, part])
  return { ref, onScroll: ({ currentTarget, target }) => { if (target === currentTarget) place.keepScroll(part, currentTarget.scrollTop) } }
}
