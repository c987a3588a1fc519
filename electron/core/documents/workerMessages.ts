/** What the pool and its workers say to each other. */
import { z } from 'zod'
import { ImportFailure } from '#shared/contract/imports'
import { LibraryType } from '#shared/model/recordTypes'
import type { ReadDocument } from './readers/readDocument'

export const ReadRequest = z.object({ id: z.int(), path: z.string(), type: LibraryType })
export type ReadRequest = z.infer<typeof ReadRequest>

/** A document comes from our own code as it left it; its body was checked where it was made. */
const Document = z.custom<ReadDocument>((value) => typeof value === 'object' && value !== null && 'body' in value)

export const ReadReply = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('read'), id: z.int(), document: Document }),
  z.object({ outcome: z.literal('failed'), id: z.int(), failure: ImportFailure }),
  /** A bug: the stack, for the log. */
  z.object({ outcome: z.literal('threw'), id: z.int(), stack: z.string() }),
])
export type ReadReply = z.infer<typeof ReadReply>
