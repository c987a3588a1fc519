/** The height of a row in CSS pixels: every row has it, so that places in a list of any length are known without measuring. */
export const rowHeight = 36

export const rowAtTop = (scrollTop: number): number => Math.floor(scrollTop / rowHeight)

/** How far to scroll so that a row is wholly in sight, by as little as will do. */
export const scrollTopFor = (index: number, scrollTop: number, height: number): number =>
  Math.min(index * rowHeight, Math.max(scrollTop, (index + 1) * rowHeight - height))

/** The first and last row in sight. */
export interface Sight { first: number; last: number }
