/** What a list asks for, as the address says it: so that Back goes back to what was asked for before. */
import { z } from 'zod'
import { FieldKey, type ListQuery } from '#shared/model/listFields'

export const ListSearch = z.object({
  by: FieldKey.optional().catch(undefined), desc: z.boolean().optional().catch(undefined), group: FieldKey.optional().catch(undefined),
  facets: z.record(FieldKey, z.array(z.string())).optional().catch(undefined),
})
export type ListSearch = z.infer<typeof ListSearch>

/** Undefined for an address that does not say in which order the list stands. */
export const queryOf = ({ by, desc = false, group, facets = {} }: ListSearch): ListQuery | undefined =>
  (by === undefined ? undefined : { facets, sort: { by, descending: desc }, ...group !== undefined && { group } })

export const searchOf = ({ facets, sort, group }: ListQuery): ListSearch =>
  ({ by: sort.by, desc: sort.descending, ...group !== undefined && { group }, ...Object.keys(facets).length > 0 && { facets } })
