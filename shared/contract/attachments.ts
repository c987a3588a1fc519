/** Attachments: files kept once by their hash. Their bytes travel outside the contract, at `/attachments/<hash>` and `/uploads`. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { AttachmentRef } from '../model/record'
import { procedure } from './base'
import { ImportFailure } from './imports'
import { SavedRecord } from './records'

const name = z.string().trim().min(1).max(255)

/** What an attachment of a record becomes; `by` is one that was added. */
export const AttachmentChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), by: AttachmentRef }), z.object({ kind: z.literal('rename'), name }), z.object({ kind: z.literal('remove') }),
])
export type AttachmentChange = z.infer<typeof AttachmentChange>

/** Characters of a file's text that are given to be looked at: some 200 pages. */
export const mostTextShown = 300_000

/** The text of a file, in pieces with where they stand; why there is none; or that nothing reads such files. */
export const AttachmentText = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('read'),
    /** `page` from 1 where the file has pages; `heading` is the first line of the piece. */
    pieces: z.array(z.object({ text: z.string(), page: z.int().nullable(), heading: z.string().nullable() })),
    /** Whether the file holds more than this. */
    isCut: z.boolean(),
  }),
  z.object({ outcome: z.literal('failed'), failure: ImportFailure }),
  z.object({ outcome: z.literal('noReader') }),
])
export type AttachmentText = z.infer<typeof AttachmentText>

/**
 * A copy of an attachment that was made to be opened in a program of its own, outside the library. `changed`: it says something else than the
 * attachment; `writing`: the program may not be done with it; `gone`: somebody removed it.
 */
export const WorkingCopy = z.object({
  id: z.string(),
  /** The attachment that it was made of, or was last taken back as; the record may not have it any more. */
  sha256: Sha256,
  name: z.string(), path: z.string(),
  state: z.enum(['same', 'changed', 'writing', 'gone', 'unreadable']),
  /** When it was last written and how many bytes it has; null where it is gone or can't be reached. */
  written: z.object({ at: Timestamp, size: z.int() }).nullable(),
  /** Why it can't be read: an error code of the system or a short English sentence. Empty in all other states. */
  reason: z.string(),
})
export type WorkingCopy = z.infer<typeof WorkingCopy>

const ofCopy = z.object({ id: Uuid, copyId: z.string().min(1).max(40) })

export const attachments = {
  /** Takes a file in. Safe to repeat: the same bytes are stored once. */
  add: procedure.input(z.object({ path: z.string().min(1), name: z.string().min(1).max(255).optional() })).output(AttachmentRef),
  /**
   * Changes one attachment of a record as a sealed revision of its own; pictures in the text and proofs of results follow one that is replaced.
   * `base` is the revision that it is made on; another one in place is a `conflict`.
   */
  change: procedure.input(z.object({ id: Uuid, base: Sha256, sha256: Sha256, change: AttachmentChange })).output(SavedRecord),
  /** What a file says, read by its name, to be looked at. */
  text: procedure.input(z.object({ sha256: Sha256, name })).output(AttachmentText),
  /**
   * Has a copy of an attachment of the record ready to be opened by the host (`openFile`): the one that there is, with what was changed in it,
   * else a new one. Throws `file_not_opened` for what the system would run.
   */
  checkOut: procedure.input(z.object({ id: Uuid, sha256: Sha256 })).output(z.object({ path: z.string() })),
  /** The copies of a record's attachments on this machine, each looked at anew. */
  copies: procedure.input(z.object({ id: Uuid })).output(z.array(WorkingCopy)),
  /**
   * Takes a changed copy back: its bytes replace the attachment in a revision of its own, or are added where the record has that no more.
   * Throws `conflict` as `change` does, `file_unreadable` while the program still writes or where the copy is gone.
   */
  takeBack: procedure.input(ofCopy.extend({ base: Sha256 })).output(SavedRecord),
  /** Removes a copy and what was changed in it. */
  discardCopy: procedure.input(ofCopy).output(z.null()),
}
