/** Where a key takes the active row of a list; undefined for a key that moves nothing. */
export const moveTo = (key: string, active: number, total: number, rowsInSight: number): number | undefined => {
  const last = total - 1
  const page = Math.max(1, rowsInSight - 1)
  switch (key) {
    case 'ArrowDown': return Math.min(active + 1, last)
    case 'ArrowUp': return Math.max(active - 1, 0)
    case 'PageDown': return Math.min(active + page, last)
    case 'PageUp': return Math.max(active - page, 0)
    case 'Home': return 0
    case 'End': return last
    default: return undefined
  }
}
