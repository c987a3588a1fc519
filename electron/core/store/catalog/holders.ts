/**
 * Which records hold a key: usually one each, sometimes several. Memory is spent on the usual case, and only from the first question on:
 * an opening asks none.
 */
export interface Holders {
  put: (key: string, id: string) => void
  remove: (key: string, id: string) => void
  /** The first record that holds a key. */
  first: (key: string) => string | undefined
}

interface Known { first: Map<string, string>; others: Map<string, string[]> }

const put = ({ first, others }: Known, key: string, id: string): void => {
  const holder = first.get(key)
  if (holder === undefined) first.set(key, id)
  else if (holder !== id) others.set(key, [...(others.get(key) ?? []).filter((other) => other !== id), id])
}

const remove = ({ first, others }: Known, key: string, id: string): void => {
  const [next, ...rest] = [first.get(key) ?? [], others.get(key) ?? []].flat().filter((holder) => holder !== id)
  if (next === undefined) first.delete(key)
  else first.set(key, next)
  if (rest.length > 0) others.set(key, rest)
  else others.delete(key)
}

/** `all` tells every key and who holds it, as `put` and `remove` have left it. */
export const createHolders = (all: () => Iterable<readonly [key: string, id: string]>): Holders => {
  let known: Known | undefined
  const read = (): Known => {
    const fresh: Known = { first: new Map(), others: new Map() }
    for (const [key, id] of all()) put(fresh, key, id)
    return fresh
  }
  return {
    put: (key, id) => { if (known) put(known, key, id) },
    remove: (key, id) => { if (known) remove(known, key, id) },
    first: (key) => (known ??= read()).first.get(key),
  }
}
