/** What the core and the workers that make parts of the index say to each other. */
import { z } from 'zod'
import type { Failure } from '#shared/contract/errors'
import { StoredPart } from '../../search/snapshot/partFiles'

/** `folder`: of the snapshot that the part is written to. */
export const BuildRequest = z.discriminatedUnion('kind', [
  /** Reads records, by their ids and files, and makes a part of them. */
  z.object({ kind: z.literal('records'), folder: z.string(), files: z.array(z.tuple([z.string(), z.string()])) }),
  /** Makes one part of several. `removed`: 1 for each document that is left out. */
  z.object({ kind: z.literal('merge'), folder: z.string(), parts: z.array(StoredPart.extend({ removed: z.custom<Uint8Array>((value) => value instanceof Uint8Array) })) }),
])
export type BuildRequest = z.infer<typeof BuildRequest>

const isFailure = (value: unknown): value is Failure => typeof value === 'object' && value !== null && 'code' in value

/** `stored` is null where nothing was left to make a part of. `failures`: of records that could not be read, by id. */
export const BuildReply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int() }),
  z.object({ kind: z.literal('made'), stored: StoredPart.nullable(), failures: z.array(z.tuple([z.string(), z.custom<Failure>(isFailure)])) }),
  /** A bug, or a disk that is full: the stack, for the log. */
  z.object({ kind: z.literal('threw'), stack: z.string() }),
])
export type BuildReply = z.infer<typeof BuildReply>
