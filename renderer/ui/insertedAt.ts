/** A list with an entry at a place, before the one that stands there; behind the last where the list is shorter. */
export const insertedAt = <T>(list: readonly T[], index: number, entry: T): T[] => [...list.slice(0, index), entry, ...list.slice(index)]
