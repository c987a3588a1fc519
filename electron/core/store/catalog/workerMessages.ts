/** What the catalog and its worker say to each other. Rows are our own, read by the same build: they are not checked one by one again. */
import { z } from 'zod'
import type { ShardAnswer, ShardRequest } from './readShard'

const ours = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null)

export const ReadRequest = z.object({ request: ours<ShardRequest>() })
export type ReadRequest = z.infer<typeof ReadRequest>

export const ReadReply = z.object({ answer: ours<ShardAnswer>() })
export type ReadReply = z.infer<typeof ReadReply>
