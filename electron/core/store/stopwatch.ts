/** How long ago something was. A clock that stands still while the computer sleeps and one that is set back are held against one another. */

/** Starts one; each call of it tells the milliseconds since. */
export const startStopwatch = (): (() => number) => {
  const wall = Date.now()
  const steady = performance.now()
  return () => Math.max(Math.abs(Date.now() - wall), performance.now() - steady)
}
