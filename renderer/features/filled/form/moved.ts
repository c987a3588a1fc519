import { insertedAt } from '#renderer/ui/insertedAt'

/** A list with one entry in another place; the list as it is where that would lead out of it. */
export const moved = <T>(list: readonly T[], from: number, to: number): readonly T[] => {
  const [entry] = list.slice(from, from + 1)
  if (entry === undefined || to < 0 || to >= list.length || from === to) return list
  return insertedAt(list.filter((_, index) => index !== from), to, entry)
}
