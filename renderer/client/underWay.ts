/** What is still being saved of an earlier visit to a page: what was read is older, and saving on top of that would bring it back. */
import type { z } from 'zod'
import { queryClient } from './queries'

/** What the last of the mutations with this key that are under way was given. */
export const underWay = <T>(mutationKey: readonly string[], schema: z.ZodType<T>): T | undefined =>
  schema.safeParse(queryClient.getMutationCache().findAll({ mutationKey, status: 'pending' }).at(-1)?.state.variables).data
