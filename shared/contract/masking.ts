/** Masking before a package is made: what is found in what would go in, where, and what becomes of it. */
import { z } from 'zod'
import { Sha256, Uuid } from '../model/ids'
import { MaskAction, MaskDecision, SensitiveKind } from '../model/masking/sensitive'
import { PackageRecipient } from '../model/package'
import { procedure } from './base'
import { PackageChoice } from './packageChoice'

/** As many places as are shown of one hit; all are counted. */
export const mostMaskPlaces = 50

/** As many words as a library's own list has. */
export const mostMaskWords = 2000

/**
 * Where a hit stands, with what is around it. `part` names the field as a difference does (`title`, `fields.x`, `custom.x`, `body`,
 * `attachments` for the name of one), or is `by` for whoever wrote the revision and `edition` for what a release says of itself; `file` is
 * the attachment in whose text it stands, which is not rewritten, `section` the title of the body's section.
 */
export const MaskPlace = z.object({
  recordId: Uuid, title: z.string(), part: z.string(), section: z.string().nullable(),
  file: z.object({ sha256: Sha256, name: z.string() }).nullable(), before: z.string(), after: z.string(),
})
export type MaskPlace = z.infer<typeof MaskPlace>

/** One text that was found. `masked` is what masking puts in its place; `decision` is what was remembered for it (`remembered`), else to mask it. */
export const MaskHit = z.object({
  kind: SensitiveKind, text: z.string(), masked: z.string(), decision: MaskAction, remembered: z.boolean(),
  count: z.int(), records: z.int(), places: z.array(MaskPlace),
})
export type MaskHit = z.infer<typeof MaskHit>

/**
 * A file that can't leave masked, with the records that name it, of which `title` is the first one's. `found`: its text holds `hits`, and it
 * stays out while one of them is masked in any of these records, unless it is sent;
 * `notText`: nothing here reads it, `uncleaned`: a picture (damaged, very large, HEIC, TIFF) with all that is noted in it, and either stays
 * out unless it is sent; `picture`, `scan`, `unreadable` (locked, damaged, too long): nobody
 * can look into it here, and it leaves unless it is left out.
 */
export const MaskFile = z.object({
  sha256: Sha256, name: z.string(), recordIds: z.array(Uuid).min(1), title: z.string(), size: z.int(),
  why: z.enum(['found', 'picture', 'scan', 'unreadable', 'notText', 'uncleaned']), hits: z.array(z.object({ kind: SensitiveKind, text: z.string() })),
})
export type MaskFile = z.infer<typeof MaskFile>

/** The reasons for which a file stays out unless it is sent, though nothing was found in it. */
export const staysUnlessSent: ReadonlySet<MaskFile['why']> = new Set<MaskFile['why']>(['notText', 'uncleaned'])

/** What was found, those that most places have first; `cleaned` pictures lose what is noted in them of time, place and camera. */
export const MaskScan = z.object({ hits: z.array(MaskHit), files: z.array(MaskFile), cleaned: z.int(), records: z.int() })
export type MaskScan = z.infer<typeof MaskScan>

/** How a package is masked: what is found and not named here is masked. `send`: files that leave although something was found in them or nothing reads them; `leaveOut`: files that stay. */
export const Masking = z.object({
  decisions: z.array(MaskDecision).max(20_000).default([]), send: z.array(Sha256).max(10_000).default([]), leaveOut: z.array(Sha256).max(10_000).default([]),
})
export type Masking = z.infer<typeof Masking>

/** What a package would be made of, and whom it is for: what that one knows something by from before, it is masked by again. */
export const MaskScanChoice = PackageChoice.extend({ recipient: PackageRecipient.nullable().default(null) })
export type MaskScanChoice = z.infer<typeof MaskScanChoice>

const job = z.object({ jobId: Uuid })
const Words = z.array(z.string().trim().min(2).max(60)).max(mostMaskWords)

export const masking = {
  /** Looks through all that a package of the choice would hold. Throws what planning it throws. */
  scan: procedure.input(MaskScanChoice).output(job),
  /** What a job of `scan` found; throws `not_found` until it is done. */
  scanned: procedure.input(job).output(MaskScan),
  /** The library's own words, and what is remembered of texts that were found before. */
  memory: procedure.output(z.object({ words: z.array(z.string()), decisions: z.array(MaskDecision) })),
  /** Replaces the library's own words. */
  setWords: procedure.input(z.object({ words: Words })).output(z.void()),
  /** Forgets what is remembered of one text. */
  forget: procedure.input(z.object({ kind: SensitiveKind, text: z.string() })).output(z.void()),
}
