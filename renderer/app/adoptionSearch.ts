/** What the list of all adoptions is narrowed to, as the address says it. */
import { z } from 'zod'
import { adoptionKinds } from '#renderer/ui/navigation'

const given = z.string().min(1).optional().catch(undefined)

export const AdoptionSearch = z.object({ product: given, unit: given, stage: given, verdict: given, only: z.enum(adoptionKinds).optional().catch(undefined) })
