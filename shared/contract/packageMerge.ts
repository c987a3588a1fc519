/** Merging an opened package: how each record stands to this library, and what is decided for it. */
import { z } from 'zod'
import { Sha256, Timestamp, Uuid } from '../model/ids'
import { PackageReason } from '../model/package'
import { EditableContent, Person, RecordContent } from '../model/record'
import { RecordType } from '../model/recordTypes'
import { MergePick } from '../model/threeWay/parts'
import { VocabularyKind } from '../model/vocabularies/rows'
import { RecordRow } from './records'

export type { MergePick }

/**
 * How a record of a package stands to the one here, told by ancestry: `new` is not here; `newer` goes on from what is here; `same` says what
 * is said here; `older` is what the one here went on from; `mergeable` and `conflict` both went on from another, and in a conflict at least
 * one part was changed on both sides. One that goes on from what is here and makes it less confidential is a conflict too.
 */
export const RecordStanding = z.enum(['new', 'newer', 'same', 'older', 'mergeable', 'conflict'])
export type RecordStanding = z.infer<typeof RecordStanding>

/** A revision as a merge names it. */
export const NamedRevision = z.object({ id: Sha256, at: Timestamp, by: Person })
export type NamedRevision = z.infer<typeof NamedRevision>

/** A record of an opened package against this library. */
export const ComparedRecord = z.object({
  id: Uuid, type: RecordType, number: z.string(), title: z.string(), unit: z.string(), reason: PackageReason,
  standing: RecordStanding,
  /** The record as it is here, null for a new one. */
  here: RecordRow.nullable(),
  /** The head here, null for a new one and for one that can't be read. */
  mine: NamedRevision.nullable(),
  theirs: NamedRevision,
  /** The revision that both went on from, where it is known and can be read here. */
  base: NamedRevision.nullable(),
  /** The keys of the parts that differ (shared/model/threeWay), in the order of the record; empty for `new`, `same`, `older`. */
  differences: z.array(z.string()),
  /** Of these, those that somebody has to choose: changed on both sides, or less confidential there. */
  conflicts: z.array(z.string()),
  /** Another record of this library that has the same number. */
  numberTakenBy: RecordRow.nullable(),
  /** It was deleted here and lies in the trash. */
  isTrashed: z.boolean(),
  masked: z.boolean(),
})
export type ComparedRecord = z.infer<typeof ComparedRecord>

/** What is compared of one record. `base` is null where none is known, `mine` where it is not here. Words are mapped already in `theirs`. */
export const MergeSides = z.object({ base: RecordContent.nullable(), mine: RecordContent.nullable(), theirs: RecordContent })
export type MergeSides = z.infer<typeof MergeSides>

/**
 * What is decided for a record. `take`: the package's, whatever is here. `keep`: as it is here. `copy`: the package's as a further record
 * beside the one here. `merge`: made of both; a part that is not named takes the side that changed it. `hand`: as `merge`, but
 * for what `content` says, which was written by hand; of `fields` and `custom` it says those that it names.
 * Undecided are: `new` is taken, `newer` is taken, `mergeable` is merged, all others are kept.
 */
export const MergeDecision = z.discriminatedUnion('choice', [
  z.strictObject({ choice: z.literal('take') }), z.strictObject({ choice: z.literal('keep') }), z.strictObject({ choice: z.literal('copy') }),
  z.strictObject({ choice: z.literal('merge'), picks: z.record(z.string(), MergePick) }),
  z.strictObject({ choice: z.literal('hand'), picks: z.record(z.string(), MergePick).default({}), content: EditableContent }),
])
export type MergeDecision = z.infer<typeof MergeDecision>

/** A word of the sender's that no vocabulary here has: how many records use it, and what it becomes here. */
export const ForeignWord = z.object({ kind: VocabularyKind, word: z.string(), count: z.int(), into: z.string().nullable() })
export type ForeignWord = z.infer<typeof ForeignWord>

/** Words of the sender's that become words of the vocabularies here, by kind. */
export const WordsToAdd = z.partialRecord(VocabularyKind, z.array(z.string()))
export type WordsToAdd = z.infer<typeof WordsToAdd>
