/** The pages in which the rows of a list are read. */
import { scrollTopOf } from '../listState'
import type { Layout } from './layout'
import { rowAtTop } from './rowHeight'

/** The rows of a page. */
export const windowSize = 200

/** The numbers of pages, ascending. */
export type Pages = readonly number[]

/** The pages whose rows are in sight. */
export const pagesOf = (layout: Layout, first: number, last: number): Pages => {
  const pages = new Set<number>()
  for (let index = first; index <= Math.max(first, last); index += 1) {
    const place = layout.placeAt(index)
    if (place) pages.add(Math.floor(place.offset / windowSize))
  }
  return pages.size === 0 ? [0] : [...pages].sort((a, b) => a - b)
}

/** Where a list without groups was left. */
export const pagesInSight = (key: string): Pages => [Math.floor(rowAtTop(scrollTopOf(key)) / windowSize)]
