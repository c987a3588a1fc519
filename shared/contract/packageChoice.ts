/** What a package is made of, as it was chosen. */
import { z } from 'zod'
import { Sha256, Uuid } from '../model/ids'

/** As many records as can be chosen for one. */
export const mostPackaged = 10_000

/**
 * What a package is made of. `ids` go in as they are now, a meeting with the records presented at it; `editions` as they were released, with
 * the sources that they pin. With `since`, an earlier package that was sent, only what changed after it; attachments of more than `largest`
 * bytes are left out.
 */
export const PackageChoice = z.object({
  ids: z.array(Uuid).max(mostPackaged).default([]),
  editions: z.array(z.object({ recordId: Uuid, seal: Sha256 })).max(mostPackaged).default([]),
  since: Uuid.nullable().default(null), largest: z.int().min(1).nullable().default(null),
})
export type PackageChoice = z.infer<typeof PackageChoice>
