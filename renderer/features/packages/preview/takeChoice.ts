/** What taking a package in would bring, what is decided of its records, and why it can't be taken. */
import type { ComparedRecord, MergeDecision, MergePick, RecordStanding } from '#shared/contract/packageMerge'
import type { OpenedPackage } from '#shared/contract/packages'

type Counts = OpenedPackage['counts']

/** By the id of the record; one that is not named is handled by how it stands. */
export type Decisions = Readonly<Record<string, MergeDecision>>
export type Choice = Exclude<MergeDecision['choice'], 'hand'>

/** The heads here that were looked at when it was decided, by the id of the record: one that has another by now stays as it is. */
export type Seen = Readonly<Record<string, string | null>>

export const headsOf = (records: readonly Pick<ComparedRecord, 'id' | 'mine'>[]): Seen => Object.fromEntries(records.map(({ id, mine }) => [id, mine?.id ?? null]))

export const bringsNothing = ({ new: fresh, newer, mergeable, conflict, newEditions, newAttachments }: Counts): boolean =>
  fresh + newer + mergeable + conflict + newEditions + newAttachments === 0

export const whyNot = (counts: Counts, isReadOnly: boolean): 'readOnly' | 'nothingNew' | undefined => {
  if (isReadOnly) return 'readOnly'
  return bringsNothing(counts) ? 'nothingNew' : undefined
}

/** What can be done with a record; of one that is here already the same there is nothing to choose. */
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

const byItself: Readonly<Record<RecordStanding, Choice>> = { new: 'take', newer: 'take', mergeable: 'merge', conflict: 'keep', same: 'keep', older: 'keep' }

export const choiceOf = ({ id, standing }: Pick<ComparedRecord, 'id' | 'standing'>, decisions: Decisions): MergeDecision['choice'] => decisions[id]?.choice ?? byItself[standing]

export const decisionOf = (choice: Choice): MergeDecision => (choice === 'merge' ? { choice, picks: {} } : { choice })

export const picksOf = (decision: MergeDecision | undefined): Readonly<Record<string, MergePick>> => (decision?.choice === 'merge' ? decision.picks : {})

/** Whether a part that was changed on both sides still waits for a choice. */
export const isUndecided = ({ id, standing, conflicts }: Pick<ComparedRecord, 'id' | 'standing' | 'conflicts'>, decisions: Decisions): boolean => {
  const decision = decisions[id]
  if (standing !== 'conflict') return false
  return decision === undefined || (decision.choice === 'merge' && conflicts.some((key) => decision.picks[key] === undefined))
}
