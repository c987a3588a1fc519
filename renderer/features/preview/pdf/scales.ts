/** The steps of zooming, and which page is in sight. */
const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4]

/** The next step above or below, past those that are hardly another. */
export const nextScale = (scale: number, direction: -1 | 1): number => {
  const beyond = direction === 1 ? steps.find((step) => step > scale * 1.02) : steps.findLast((step) => step < scale * 0.98)
  return beyond ?? scale
}

/** The number of the page that a height lies on, by where the pages begin. */
export const pageAt = (tops: readonly number[], height: number): number => Math.max(1, tops.findLastIndex((top) => top <= height) + 1)
