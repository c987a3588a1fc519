/** How much a place counts at which a name (a title or a tag) sounds like what was typed. */

export const nameFields = ['title', 'tags'] as const
export type NameField = (typeof nameFields)[number]

/** Names by their sounds, one after the other (`soundNames.ts`). */
export interface Sounding {
  units: Uint16Array
  /** Where each name begins in them, and at last where they end. */
  starts: Uint32Array
  /** Of each name its field, as a place in the list of them. */
  fields: Uint8Array
}

/** A tag that is typed whole comes after every title that it stands in. */
const fieldWeights = [1, 0.5]

/** 0 to 1. Best is the whole name, then its beginning, then what stands inside; of each, more of the name. `length`: how many units. */
export const worthOf = ({ starts, fields }: Sounding, name: number, at: number, length: number): number => {
  const start = starts[name] ?? 0
  const covered = length / Math.max(1, (starts[name + 1] ?? 0) - 1 - start)
  const placed = covered === 1 ? 1 : (at === start ? 0.7 : 0.5) + 0.2 * covered
  return placed * (fieldWeights[fields[name] ?? 0] ?? 0)
}

/** What was typed out in whole syllables counts a little more. `fullness`: how much of it was, 0 to 1. */
export const fullnessShare = (fullness: number): number => 0.8 + 0.2 * fullness
