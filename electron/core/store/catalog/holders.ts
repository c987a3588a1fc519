/** Which records hold a key: usually one each, sometimes several. Memory is spent on the usual case. */
export interface Holders {
  put: (key: string, id: string) => void
  remove: (key: string, id: string) => void
  /** The first record that holds a key. */
  first: (key: string) => string | undefined
}

export const createHolders = (): Holders => {
  const first = new Map<string, string>()
  const others = new Map<string, string[]>()
  return {
    put: (key, id) => {
      const holder = first.get(key)
      if (holder === undefined) first.set(key, id)
      else if (holder !== id) others.set(key, [...(others.get(key) ?? []).filter((other) => other !== id), id])
    },
    remove: (key, id) => {
      const left = [first.get(key) ?? [], others.get(key) ?? []].flat().filter((holder) => holder !== id)
      const [next, ...rest] = left
      if (next === undefined) first.delete(key)
      else first.set(key, next)
      if (rest.length > 0) others.set(key, rest)
      else others.delete(key)
    },
    first: (key) => first.get(key),
  }
}
