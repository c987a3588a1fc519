/** The one library that is open: creating, opening, closing, and what it holds. */
import { z } from 'zod'
import { LibraryFile } from '../model/library'
import { Uuid } from '../model/ids'
import { Language } from '../model/language'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { Failure } from './errors'

/** A file of the library that could not be read: left as it is, and reported. */
export const DamagedFile = z.object({ path: z.string(), failure: Failure })
export type DamagedFile = z.infer<typeof DamagedFile>

/** What `verify` looked at, and every file that is not what it should be. */
export const VerifyReport = z.object({
  records: z.int(), revisions: z.int(), editions: z.int(), attachments: z.int(), problems: z.array(DamagedFile),
})
export type VerifyReport = z.infer<typeof VerifyReport>

export const OpenLibrary = z.object({
  library: LibraryFile,
  path: z.string(),
  /** Why it can't be written, or null. */
  readOnly: Failure.nullable(),
  counts: z.partialRecord(RecordType, z.int()),
  damaged: z.array(DamagedFile),
  /** True while the folder is still compared with what was listed at once. */
  checking: z.boolean(),
  /** True where another program wrote it, and has let it go: it could be opened to write now. */
  writerLeft: z.boolean(),
})
export type OpenLibrary = z.infer<typeof OpenLibrary>

/** An opening that reads every record, since there is no catalog of it yet: `done` of `total` parts, `records` so far. */
export const Opening = z.object({ path: z.string(), records: z.int(), done: z.int(), total: z.int() })
export type Opening = z.infer<typeof Opening>

const folder = z.string().min(1)

export const library = {
  current: procedure.output(OpenLibrary.nullable()),
  /** Makes a new library in a folder that is empty or does not exist yet, and opens it. */
  create: procedure
    .input(z.object({ path: folder, name: z.string().trim().min(1).max(200), unit: z.string().trim().max(200), unitCode: z.string().regex(/^[A-Z0-9]{1,12}$/).optional(), language: Language.optional() }))
    .output(OpenLibrary),
  /** To write, if it can be written; `write: false` leaves it to another program to write. */
  open: procedure.input(z.object({ path: folder, write: z.boolean().default(true) })).output(OpenLibrary),
  /** How far an opening that takes long has come, or null. It does not wait for it. */
  opening: procedure.output(Opening.nullable()),
  /**
   * Answers `library_copied`: the library that is open has the id of one in another folder. Moved: the other folder is forgotten. A copy
   * gets an id of its own, and says what it was copied from.
   */
  settleCopy: procedure
    .input(z.discriminatedUnion('answer', [
      z.object({ answer: z.literal('moved') }),
      z.object({ answer: z.literal('copy'), name: z.string().trim().min(1).max(200).optional(), unitCode: z.string().regex(/^[A-Z0-9]{1,12}$/).optional() }),
    ]))
    .output(OpenLibrary),
  /** Copies the sample library that comes with the app to the folder, and opens it. */
  createSample: procedure.input(z.object({ path: folder })).output(OpenLibrary),
  /** Reads every file of the open library and checks hashes, seals and what records refer to; a job. */
  verify: procedure.output(z.object({ jobId: Uuid })),
  /** What a job of `verify` found; throws `not_found` until it is done. */
  verified: procedure.input(z.object({ jobId: Uuid })).output(VerifyReport),
  close: procedure.output(z.null()),
}
