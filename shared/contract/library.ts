/** The one library that is open: creating, opening, closing, and what it holds. */
import { z } from 'zod'
import { CustomField, customLimits } from '../model/customFields'
import { LibraryFile } from '../model/library'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { Language } from '../model/language'
import { Person } from '../model/record'
import { RecordType } from '../model/recordTypes'
import { procedure } from './base'
import { Failure } from './errors'

/** A file of the library that could not be read: left as it is, and reported. */
export const DamagedFile = z.object({ path: z.string(), failure: Failure })
export type DamagedFile = z.infer<typeof DamagedFile>

/**
 * What can be wrong with a file: of `library.json`, its copy, or a conflict copy of it; a record that can't be read (`head`), is gone while
 * its history is here (`headMissing`), or does not have its hash (`edited`: by another program, or damaged); an earlier revision or an
 * edition that is damaged or gone, a revision that is cited and not here (`reference`); an attachment that is damaged or gone; an entry of trash, ledger or undo, the comments on a record, a template, or a filled copy; a transaction that can't be finished, or of another device; a conflict copy of a record, of comments, a template or a filled copy; a
 * revision of one that differs from the record and lies in its history (`branch`); a template or a filled copy that differed from another
 * device's and is kept beside it (`bothKept`); a file that belongs nowhere; what a process left that
 * ended while it wrote; a folder that can't be read.
 */
export const ProblemKind = z.enum([
  'library', 'libraryCopy', 'libraryConflict', 'head', 'headMissing', 'edited', 'revision', 'revisionMissing', 'edition', 'editionMissing', 'reference',
  'attachment', 'attachmentMissing', 'trash', 'comments', 'template', 'copy', 'exchange', 'operation', 'journal', 'foreignJournal', 'conflictCopy', 'branch', 'bothKept', 'stray', 'leftover', 'folder',
])
export type ProblemKind = z.infer<typeof ProblemKind>

/**
 * What can be done about one: put the good copy of `library.json` back; put the last good revision of a record back; take what is there
 * for an edit; take a copy in; set the file aside; set it aside and bring it back from the last backup; remove what means nothing; leave it.
 */
export const RepairAction = z.enum(['restoreCopy', 'restoreRevision', 'acceptEdit', 'absorb', 'setAside', 'fromBackup', 'remove', 'nothing'])
export type RepairAction = z.infer<typeof RepairAction>

/** A record by what people know it by. */
export const NamedRecord = z.object({ id: Uuid, type: RecordType, number: z.string(), title: z.string() })
export type NamedRecord = z.infer<typeof NamedRecord>

export const GoodRevision = z.object({ id: Sha256, at: Timestamp, by: Person })

export const Problem = DamagedFile.extend({
  kind: ProblemKind,
  /** The record it is about, or those that show the attachment; some of them where they are very many. */
  records: z.array(NamedRecord),
  /** What `restoreRevision` puts back; of a branch, the branch. */
  revision: GoodRevision.nullable(),
  /** What can be done; `nothing` is always possible and not listed. */
  actions: z.array(RepairAction),
  /** What `repair` does unless it is told otherwise. */
  recommended: RepairAction,
})
export type Problem = z.infer<typeof Problem>

/** `count` of attachments that nothing names and that are older than a week; `bytes` on disk. */
export const UnusedAttachments = z.object({ count: z.int(), bytes: z.int() })

/** What `verify` looked at, and every file that is not what it should be. */
export const VerifyReport = z.object({
  records: z.int(), revisions: z.int(), editions: z.int(), attachments: z.int(), problems: z.array(Problem),
  unused: UnusedAttachments, at: Timestamp,
})
export type VerifyReport = z.infer<typeof VerifyReport>

/** What `repair` did about one problem. `skipped`: it was not there any more. */
export const RepairEntry = z.object({
  path: z.string(), kind: ProblemKind, action: RepairAction, outcome: z.enum(['done', 'skipped', 'failed']), records: z.array(NamedRecord), failure: Failure.nullable(),
})
export type RepairEntry = z.infer<typeof RepairEntry>

/** `left` problems were not to be touched. `reopen`: `library.json` is back, and the library can be opened to write now. */
export const RepairReport = z.object({ entries: z.array(RepairEntry), left: z.int(), reopen: z.boolean() })
export type RepairReport = z.infer<typeof RepairReport>

/** Nothing is removed while files that may name attachments can't be read: those are in `unread`. */
export const SweepReport = z.object({ removed: z.int(), bytes: z.int(), unread: z.array(DamagedFile) })
export type SweepReport = z.infer<typeof SweepReport>

/** How the library was when it was last checked, and what lies set aside: `bytes` on disk, in `path`. */
export const LibraryHealth = z.object({
  lastCheck: z.object({ at: Timestamp, problems: z.int() }).nullable(),
  /** The last job of `verify` whose report can be had. */
  jobId: Uuid.nullable(),
  setAside: z.object({ path: z.string(), count: z.int(), bytes: z.int() }),
})
export type LibraryHealth = z.infer<typeof LibraryHealth>

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

/** Words that mean the same to the search. */
export const SynonymGroup = z.array(z.string().trim().min(1).max(100)).min(2).max(50)

const CustomFields = z.object({ fields: z.array(CustomField), base: Sha256 })
export type CustomFields = z.infer<typeof CustomFields>

const folder = z.string().min(1)
const byJob = z.object({ jobId: Uuid })

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
   * gets an id of its own, and says what it was copied from; throws `library_not_copied` where that is not in question, and otherwise why
   * the library can't be written.
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
  verified: procedure.input(byJob).output(VerifyReport),
  /** Does what is recommended about what a job of `verify` found, or exactly what is chosen; a job. What it replaces is set aside. */
  repair: procedure.input(z.object({ jobId: Uuid, choices: z.array(z.object({ path: z.string(), action: RepairAction })).optional() })).output(z.object({ jobId: Uuid })),
  repaired: procedure.input(byJob).output(RepairReport),
  /** Removes attachments that nothing names and that are older than a week; a job. */
  sweep: procedure.output(z.object({ jobId: Uuid })),
  swept: procedure.input(byJob).output(SweepReport),
  /** What was found damaged so far, at opening and since, as `verify` would report it. */
  damage: procedure.output(z.array(Problem)),
  /** What is wrong with one record's file now, or null. */
  recordDamage: procedure.input(z.object({ id: Uuid })).output(Problem.nullable()),
  /** Puts a revision that `recordDamage` offers in the place of a record that can't be read, which is set aside. */
  restoreRecord: procedure.input(z.object({ id: Uuid, revisionId: Sha256 })).output(z.null()),
  health: procedure.output(LibraryHealth),
  /** Which words mean the same, in the order in which they were entered. */
  synonyms: procedure.output(z.array(z.array(z.string()))),
  /** Replaces them all; groups that share a word become one. Answers what there is then. */
  setSynonyms: procedure.input(z.object({ groups: z.array(SynonymGroup).max(5000) })).output(z.array(z.array(z.string()))),
  /** The fields that this library adds to the types, in their order; `base` stands for what there is now. */
  customFields: procedure.output(CustomFields),
  /**
   * Replaces those that `base` stands for; what is there by now is something else: `conflict`, and nothing was changed. Values of a field that
   * goes stay in the records. Throws `invalid` for two with one key, and for choices or rows without options or columns.
   */
  setCustomFields: procedure.input(z.object({ fields: z.array(CustomField).max(customLimits.fields), base: Sha256 })).output(CustomFields),
  /**
   * How many records of the field's types say something under its key, and of how many the value is none that the field can have as it is
   * given here. The records themselves are read only where they have a table under the key and the field is one.
   */
  customFieldUse: procedure.input(z.object({ field: CustomField })).output(z.object({ records: z.int(), misfits: z.int() })),
  close: procedure.output(z.null()),
}
