/** The trash: what was deleted, whole, until it is emptied. One file for each record in `trash/`. */
import { z } from 'zod'
import { Timestamp, Uuid } from './ids'
import { Person, RecordFile } from './record'

export const trashFormat = 1

/** `record` is the head as it was, sealed; its history, editions and attachments stay where they are. `operationId` names what deleted it. */
export const TrashFile = z.looseObject({
  format: z.int().min(1), id: Uuid, deletedAt: Timestamp, by: Person, operationId: Uuid.nullable(), record: RecordFile,
})
export type TrashFile = z.infer<typeof TrashFile>
