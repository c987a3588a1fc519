/** What should perhaps not leave the library, and what is decided of it. */
import { z } from 'zod'
import { Uuid } from '../ids'

/** Chinese ID numbers, phones, e-mail addresses, bank cards, number plates; names of the people list; words of the library's own list. */
export const SensitiveKind = z.enum(['idNumber', 'phone', 'email', 'bankCard', 'plate', 'person', 'word'])
export type SensitiveKind = z.infer<typeof SensitiveKind>

/** One place in a text: `text` is what stands from `start` up to `end`, in UTF-16 units. */
export interface Hit { kind: SensitiveKind; text: string; start: number; end: number }

/** What is put in a place of a text. */
export interface Replacement { start: number; end: number; by: string }

/** The most characters of what is put in place of a hit. */
export const longestMask = 60

/** `mask` puts a form in its place that says no more than what kind of thing it was, `replace` a role (张三 → 工作负责人), `keep` leaves it. */
export const MaskAction = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('mask') }), z.strictObject({ action: z.literal('keep') }),
  z.strictObject({ action: z.literal('replace'), by: z.string().trim().min(1).max(longestMask) }),
])
export type MaskAction = z.infer<typeof MaskAction>

/** What is decided of a text, in one record, or (`recordId` null) wherever nothing else is decided. */
export const MaskDecision = z.strictObject({ kind: SensitiveKind, text: z.string().min(1).max(500), recordId: Uuid.nullable(), decision: MaskAction })
export type MaskDecision = z.infer<typeof MaskDecision>
