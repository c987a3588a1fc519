/** The matches of a wish in what is shown, found again when that changes, and drawn without touching it. */
import { useDeferredValue, useEffect, useState, type RefObject } from 'react'
import { findMatches, type FindWish } from './findMatches'

/** Where the matches are, and how often they were looked for. */
interface Found { ranges: readonly Range[], round: number }

const foundName = 'lf-found'
const currentName = 'lf-found-current'

const nothing: Found = { ranges: [], round: 0 }

export const useMatches = (root: RefObject<Element | null>, wish: FindWish): Found => {
  const [found, setFound] = useState(nothing)
  const { text, matchCase } = useDeferredValue(wish)
  useEffect(() => {
    const element = root.current
    if (!element) return
    let frame = 0
    const look = (): void => { setFound(({ round }) => ({ ranges: findMatches(element, { text, matchCase }), round: round + 1 })) }
    look()
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    })
    observer.observe(element, { childList: true, characterData: true, subtree: true })
    return () => { observer.disconnect(); cancelAnimationFrame(frame) }
  }, [root, text, matchCase])
  return found
}

/** Draws the matches; what is drawn goes when nobody looks for anything any more. */
export const useDrawnMatches = (ranges: readonly Range[], current: Range | undefined): void => {
  useEffect(() => {
    CSS.highlights.set(foundName, new Highlight(...ranges.filter((range) => range !== current)))
    CSS.highlights.set(currentName, new Highlight(...(current ? [current] : [])))
    return () => { CSS.highlights.delete(foundName); CSS.highlights.delete(currentName) }
  }, [ranges, current])
}

/** Brings a match into the middle of its column, if it is out of sight. */
export const showMatch = (range: Range, column: Element): void => {
  const rect = range.getBoundingClientRect()
  const sight = column.getBoundingClientRect()
  const barPx = 110
  if (rect.top >= sight.top + barPx && rect.bottom <= sight.bottom - 8) return
  column.scrollTo({ top: column.scrollTop + rect.top - sight.top - column.clientHeight / 3 })
}
