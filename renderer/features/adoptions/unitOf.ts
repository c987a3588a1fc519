/** Who takes a product up: the team where one is named, else the unit. */
import type { AdoptionRow } from '#shared/contract/adoptions'

export const unitOf = ({ row }: Pick<AdoptionRow, 'row'>): string => row.team || row.unit
