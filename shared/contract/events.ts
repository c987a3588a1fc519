/** Change events: the only thing that flows back. They say that something changed, never what to do. */
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Uuid } from '../model/ids'
import { procedure } from './base'
import { Job } from './jobs'
import { Opening } from './library'

export const ChangeEvent = z.discriminatedUnion('type', [
  /** First after subscribing, so that a client that was away reads everything again. */
  z.object({ type: z.literal('hello') }),
  z.object({ type: z.literal('library') }),
  z.object({ type: z.literal('opening'), opening: Opening.nullable() }),
  /** `editing`: the one record that changed was saved by it. */
  z.object({ type: z.literal('records'), ids: z.array(Uuid), editing: Uuid.optional() }),
  /** Review comments on a record. */
  z.object({ type: z.literal('comments'), recordId: Uuid }),
  /** Filled copies of a tool. */
  z.object({ type: z.literal('filled'), toolId: Uuid }),
  /** Something was sent or received. */
  z.object({ type: z.literal('exchanges') }),
  /** What is in the trash changed, or what can be undone. */
  z.object({ type: z.literal('trash') }),
  /** The keys of the library, or whom it trusts, are others now. */
  z.object({ type: z.literal('keys') }),
  /** A backup was made, or how backups are made was changed. */
  z.object({ type: z.literal('backups') }),
  /** An edit that could not be saved was kept, or is settled. */
  z.object({ type: z.literal('recoveries') }),
  /** A search was saved or removed, or joined those that were made last. */
  z.object({ type: z.literal('searches') }),
  /** A view was saved or removed. */
  z.object({ type: z.literal('views') }),
  /** Other words mean the same now. */
  z.object({ type: z.literal('synonyms') }),
  /** The words of the library are others now. */
  z.object({ type: z.literal('vocabularies') }),
  /** A template was saved, renamed or removed. */
  z.object({ type: z.literal('templates') }),
  z.object({ type: z.literal('settings') }),
  /** A record was used, marked or rated on this machine. */
  z.object({ type: z.literal('usage') }),
  /** A copy of an attachment of the record was made, changed outside, or went. */
  z.object({ type: z.literal('copies'), recordId: Uuid }),
  z.object({ type: z.literal('job'), job: Job }),
])
export type ChangeEvent = z.infer<typeof ChangeEvent>

export const events = {
  watch: procedure.output(eventIterator(ChangeEvent)),
}
