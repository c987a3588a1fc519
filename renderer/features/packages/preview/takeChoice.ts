/** What taking a package in would bring, what is decided of its records, and why it can't be taken. */
import type { ComparedRecord, MergeDecision, RecordStanding } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'
import { isByHand, picksOf } from './byHand'

type Counts = OpenedPackage['counts']

/** By the id of the record; one that is not named is handled by how it stands. */
export type Decisions = Readonly<Record<string, MergeDecision>>
export type Choice = Exclude<MergeDecision['choice'], 'hand'>

/** The heads here that were looked at when it was decided, by the id of the record. */
export type Seen = Readonly<Record<string, string | null>>

export const headsOf = (records: readonly Pick<ComparedRecord, 'id' | 'mine'>[]): Seen => Object.fromEntries(records.map(({ id, mine }) => [id, mine?.id ?? null]))

/** Whether the record here was changed since it was decided: what was decided was decided of another. */
export const isOutdated = ({ id, mine }: Pick<ComparedRecord, 'id' | 'mine'>, decisions: Decisions, seen: Seen): boolean =>
  decisions[id] !== undefined && seen[id] !== (mine?.id ?? null)

/** The decisions that still hold. */
export const heldDecisions = (records: readonly Pick<ComparedRecord, 'id' | 'mine'>[], decisions: Decisions, seen: Seen): Decisions => {
  const outdated = new Set(records.filter((record) => isOutdated(record, decisions, seen)).map(({ id }) => id))
  return outdated.size === 0 ? decisions : Object.fromEntries(Object.entries(decisions).filter(([id]) => !outdated.has(id)))
}

export const bringsNothing = ({ new: fresh, newer, mergeable, conflict, newEditions, newAttachments }: Counts): boolean =>
  fresh + newer + mergeable + conflict + newEditions + newAttachments === 0

export const whyNot = (counts: Counts, isReadOnly: boolean): 'readOnly' | 'nothingNew' | undefined => {
  if (isReadOnly) return 'readOnly'
  return bringsNothing(counts) ? 'nothingNew' : undefined
}

/** Of the one here nothing can be compared: it can't be read, or is another kind of record. It stays as it is. */
export const isBeyondMerging = ({ standing, differences }: Pick<ComparedRecord, 'standing' | 'differences'>): boolean => standing === 'conflict' && differences.length === 0

/** What can be done with all that stand in one way; of what is here already the same there is nothing to choose. */
export const choicesOf = (standing: RecordStanding): readonly Choice[] => {
  switch (standing) {
    case 'new': return ['take', 'keep']
    case 'newer': return ['take', 'merge', 'keep', 'copy']
    case 'mergeable':
    case 'conflict': return ['merge', 'take', 'keep', 'copy']
    case 'same':
    case 'older': return []
  }
}

export const choicesFor = (record: Pick<ComparedRecord, 'standing' | 'differences'>): readonly Choice[] => (isBeyondMerging(record) ? [] : choicesOf(record.standing))

const byItself: Readonly<Record<RecordStanding, Choice>> = { new: 'take', newer: 'take', mergeable: 'merge', conflict: 'keep', same: 'keep', older: 'keep' }

export const choiceOf = ({ id, standing }: Pick<ComparedRecord, 'id' | 'standing'>, decisions: Decisions): MergeDecision['choice'] => decisions[id]?.choice ?? byItself[standing]

export const decisionOf = (choice: Choice): MergeDecision => (choice === 'merge' ? { choice, picks: {} } : { choice })

/** The parts that still wait for a choice. */
export const openConflicts = ({ standing, conflicts }: Pick<ComparedRecord, 'standing' | 'conflicts'>, decision: MergeDecision | undefined): readonly string[] => {
  if (standing !== 'conflict' || decision?.choice === 'take' || decision?.choice === 'keep' || decision?.choice === 'copy') return []
  return conflicts.filter((key) => picksOf(decision)[key] === undefined && !isByHand(key, decision))
}

export const isUndecided = (record: Pick<ComparedRecord, 'id' | 'standing' | 'conflicts'>, decisions: Decisions): boolean => openConflicts(record, decisions[record.id]).length > 0

/** A part of a record that waits for a choice. */
export interface ConflictAt { id: string; key: string }

/** The next part that waits, behind this one in the order of the records and of their parts; from the last on to the first. */
export const nextConflict = (records: readonly Pick<ComparedRecord, 'id' | 'standing' | 'conflicts' | 'differences'>[], decisions: Decisions, from?: Partial<ConflictAt>): ConflictAt | undefined => {
  const all = records.flatMap((record, at) => openConflicts(record, decisions[record.id]).map((key) => ({ id: record.id, key, at, within: record.differences.indexOf(key) })))
  const at = records.findIndex(({ id }) => id === from?.id)
  const within = from?.key === undefined ? -1 : records[at]?.differences.indexOf(from.key) ?? -1
  const next = all.find((conflict) => conflict.at > at || (conflict.at === at && conflict.within > within)) ?? all[0]
  return next && { id: next.id, key: next.key }
}
