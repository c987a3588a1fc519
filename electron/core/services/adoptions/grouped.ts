/** Things in groups, each in the order in which they come. */

export const grouped = <T>(things: Iterable<T>, keyOf: (thing: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const thing of things) {
    const key = keyOf(thing)
    const there = groups.get(key)
    if (there) there.push(thing)
    else groups.set(key, [thing])
  }
  return groups
}
