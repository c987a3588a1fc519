/** What the records of a library say at all: a column that none of them fills has no place in its list. */
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '#renderer/client/queries'
import type { FacetName } from '#shared/model/listFields'
import type { ListedType } from '#shared/model/recordTypes'

/** Asked of the whole library, so that no column comes and goes with a filter; until it is known, or where all types stand together, every one is there. */
export const useUsedFacets = (type: ListedType | null): ((facet: FacetName) => boolean) => {
  const input = type === null ? skipToken : { filter: { type, facets: {} } }
  const counts = useQuery({ ...api.records.facets.queryOptions({ input }), placeholderData: keepPreviousData }).data
  return useCallback((facet: FacetName) => counts?.[facet]?.some(({ value }) => value !== '') ?? true, [counts])
}
