/** MRR@10 by kind of query: the mean of one over the rank of the first passage that answers it, 0 if none is among the first ten. */
import type { Query } from './collection'

export const looked = 10

export const reciprocalRanks = (queries: readonly Query[], search: (text: string) => readonly string[]): Map<string, number> => {
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  return new Map(kinds.map((kind) => {
    const asked = queries.filter((query) => query.kind === kind)
    const sum = asked.reduce((so, { query, relevant }) => {
      const at = search(query).slice(0, looked).findIndex((id) => relevant.includes(id))
      return at === -1 ? so : so + 1 / (at + 1)
    }, 0)
    return [kind, sum / asked.length]
  }))
}
