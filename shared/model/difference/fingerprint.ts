/** What a value says as a key: whatever the order of its keys, and without the ids of its blocks, which say nothing. */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const fingerprint = (value: unknown): string => JSON.stringify(value, (key, each: unknown) => {
  if (key === 'id') return undefined
  if (!isObject(each)) return each
  return Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
})

/** Pairs of neighbouring characters. */
export const bigramsOf = (text: string): ReadonlySet<string> => {
  const flat = text.slice(0, 2000).replaceAll(/\s+/g, '')
  return new Set(flat.length < 2 ? [flat] : Array.from({ length: flat.length - 1 }, (_, at) => flat.slice(at, at + 2)))
}

/** How much of two texts is the same (Dice's coefficient of their bigrams), 0 to 1. */
export const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const bigram of fewer) if (more.has(bigram)) shared += 1
  return (2 * shared) / (a.size + b.size)
}
