/** The words that the library's records already have in a facet, the commonest first. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { FacetCounts } from '#shared/contract/records'
import { listedTypes, type ListedType } from '#shared/model/recordTypes'

const together = (results: UseQueryResult<FacetCounts>[]): FacetCounts[] => results.flatMap(({ data }) => (data ? [data] : []))

/** `type` is null where they may be of any. */
export const useKnownWords = (type: ListedType | null, facet: 'tag' | 'field' | 'unit' | 'team'): string[] => {
  const types = type ? [type] : listedTypes
  const counted = useQueries({ queries: types.map((each) => api.records.facets.queryOptions({ input: { filter: { type: each }, facets: [facet] } })), combine: together })
  const counts = new Map<string, number>()
  for (const { value, count } of counted.flatMap((each) => each[facet] ?? [])) if (value !== '') counts.set(value, (counts.get(value) ?? 0) + count)
  return [...counts].sort(([, a], [, b]) => b - a).map(([value]) => value)
}
