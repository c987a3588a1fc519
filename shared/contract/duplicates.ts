/** Records that are perhaps the same, written down twice. */
import { z } from 'zod'
import { DuplicateReason } from '../model/duplicates'
import { RecordRow } from './records'

/** How much of the two texts is the same (0 where only title or file are), and what speaks for it. */
export const DuplicateRecord = z.object({ row: RecordRow, resemblance: z.number(), reasons: z.array(DuplicateReason) })
export type DuplicateRecord = z.infer<typeof DuplicateRecord>

/** The most alike first; as long as the index is not `complete` there may be more. */
export const DuplicateAnswer = z.object({ records: z.array(DuplicateRecord), complete: z.boolean() })
export type DuplicateAnswer = z.infer<typeof DuplicateAnswer>

/** A record that bears a title, or (`same` false) nearly so. */
export const LikeTitle = z.object({ row: RecordRow, same: z.boolean() })
export type LikeTitle = z.infer<typeof LikeTitle>
