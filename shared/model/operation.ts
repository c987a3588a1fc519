/** Operations: what was done to many records at once, and what undoing it needs. One file for each in `operations/`. */
import { z } from 'zod'
import { Edition } from './edition'
import { Sha256, Timestamp, Uuid } from './ids'
import { Person, RecordLocal } from './record'
import { WordChange, WordsChange } from './vocabularies/wordChanges'
import { WordMap } from './wordMaps'

/** The latest that this version reads. */
export const operationFormat = 4

export const OperationKind = z.enum(['delete', 'bulkEdit', 'move', 'import', 'takePackage', 'restore', 'merge', 'mendLinks', 'renameWord', 'mergeWords', 'removeWords', 'planAdoptions', 'undo'])
export type OperationKind = z.infer<typeof OperationKind>

/** Kinds that came later than format 1: an older version shall not take them for damage. */
const later: ReadonlyMap<OperationKind, number> = new Map([['merge', 2], ['mendLinks', 2], ['planAdoptions', 4]])

/** Of a package that was taken, and of what takes it back: since 3 it may put revisions of records back in place, which an older version would not. */
export const packageOperationFormat = 3

export const operationFormatOf = (kind: OperationKind): number => (kind === 'takePackage' ? packageOperationFormat : later.get(kind) ?? 1)

/**
 * What became of one record: its revision before, null if it was not here, and after, null if it went to the trash. Where `local` is
 * there, taking it back puts the revision `before` itself in place again, with this. `inTrash`: what was deleted before lay in the trash
 * under the same id, and stays there.
 */
export const OperationRecord = z.looseObject({
  id: Uuid, number: z.string(), title: z.string(), before: Sha256.nullable(), after: Sha256.nullable(),
  local: RecordLocal.optional(), inTrash: z.boolean().optional(),
})
export type OperationRecord = z.infer<typeof OperationRecord>

/** A filled copy that went from one tool to another with it; `hash` is that of its file there, by which a later change is told. */
export const MovedCopy = z.looseObject({ id: Uuid, title: z.string(), from: Uuid, to: Uuid, hash: Sha256 })
export type MovedCopy = z.infer<typeof MovedCopy>

/**
 * The entry of the ledger for a package that was taken, and what became of the library's words: those that were added, and what is
 * remembered of its sender's. `editions` came with it; what takes it back has them whole in `removed`, so that they can come again.
 */
export const TakenPackage = z.looseObject({
  exchangeId: Uuid, editions: z.array(z.looseObject({ recordId: Uuid, seal: Sha256 })).optional(), removed: z.array(Edition).optional(), words: z.array(WordChange).optional(), map: z.looseObject({ libraryId: Uuid, before: WordMap, after: WordMap }).optional(),
})
export type TakenPackage = z.infer<typeof TakenPackage>

/**
 * `undoes` is the operation that an `undo` took back; `undoneBy` the `undo` that took this one back. `vocabulary` says what became of the
 * library's own words, `copies` which filled copies moved.
 */
export const OperationFile = z.looseObject({
  format: z.int().min(1), id: Uuid, kind: OperationKind, at: Timestamp, by: Person, records: z.array(OperationRecord),
  undoes: Uuid.nullable(), undoneBy: Uuid.nullable(), vocabulary: WordsChange.optional(), copies: z.array(MovedCopy).optional(),
  /** Of a package that was taken, and of what took it back or did it again. */
  taken: TakenPackage.optional(),
})
export type OperationFile = z.infer<typeof OperationFile>
