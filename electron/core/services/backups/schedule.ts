/** Looks now and then whether a backup is due: after a library was opened, and every quarter of an hour. */

const everyMs = 15 * 60_000
const firstMs = 30_000

export interface Schedule {
  /** A library was opened: looked at soon, when the work of opening is over. */
  soon: () => void
  close: () => void
}

export const createSchedule = (look: () => void): Schedule => {
  const timer = setInterval(look, everyMs)
  timer.unref()
  let first: NodeJS.Timeout | undefined
  return {
    soon: () => {
      clearTimeout(first)
      first = setTimeout(look, firstMs)
      first.unref()
    },
    close: () => {
      clearInterval(timer)
      clearTimeout(first)
    },
  }
}
