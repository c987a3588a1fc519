/** The pages in which the rows of a list are read. */
import { scrollTopOf } from '../listState'
import { rowAtTop } from './rowHeight'

/** The rows of a page. */
export const windowSize = 200

/** The pages that are in sight, both ends included. */
export interface PageRange { from: number; to: number }

export const pagesOf = (first: number, last: number): PageRange => ({ from: Math.floor(first / windowSize), to: Math.floor(Math.max(first, last) / windowSize) })

/** Where a list was left. */
export const pagesInSight = (key: string): PageRange => {
  const first = rowAtTop(scrollTopOf(key))
  return pagesOf(first, first)
}
