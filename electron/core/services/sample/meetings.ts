/** A meeting of the sample library: prepared with its records, at the revisions in which the sample has them. */
import { z } from 'zod'
import { Timestamp, Uuid } from '#shared/model/ids'
import { Person, RecordContent, type RecordFile } from '#shared/model/record'
import type { Session } from '../session'
import { pinned } from './pinned'

export const SampleMeeting = z.looseObject({ id: Uuid, createdAt: Timestamp, by: Person, content: z.looseObject({ title: z.string() }) })
export type SampleMeeting = z.infer<typeof SampleMeeting>

export const fillMeeting = async (session: Session, { id, createdAt, by, content }: SampleMeeting, heads: ReadonlyMap<string, RecordFile>, origin: RecordContent['origin']): Promise<void> => {
  const number = await session.numbering.next('meeting', Date.parse(createdAt))
  const written = RecordContent.parse({ ...z.looseObject({}).parse(pinned(content, heads)), number, attachments: [], origin })
  await session.take(async () => session.folder.records.create(id, written, by, true))
}
