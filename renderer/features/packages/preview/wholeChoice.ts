/** One choice for whole records: what was picked and written in a merge is set aside by it, and comes back with merging. */
import type { ComparedRecord, MergeDecision } from '#shared/contract/packageMerge'
import { picksOf } from './byHand'
import { decisionOf, headsOf, type Choice, type Decisions, type Seen } from './takeChoice'

type Chosen = Pick<ComparedRecord, 'id' | 'mine'>

/** A merge that another choice took the place of, and the head here that it was made of. */
export interface SetAside { decision: MergeDecision; head: string | null }

export interface WholeChoices { decisions: Decisions; seen: Seen; setAside: Readonly<Record<string, SetAside>> }

/** Something of it was picked or written part by part. */
export const isTouched = (decision: MergeDecision | undefined): boolean => decision?.choice === 'hand' || Object.keys(picksOf(decision)).length > 0

/** How many of these a choice would set something aside of. */
export const touchedAmong = (records: readonly Pick<ComparedRecord, 'id'>[], decisions: Decisions): number => records.filter(({ id }) => isTouched(decisions[id])).length

const mergeAside = (before: MergeDecision | undefined, seen: string | null, aside: SetAside | undefined): SetAside | undefined =>
  (before && isTouched(before) ? { decision: before, head: seen } : aside)

/** Merging goes on with what was merged before, if that was of the head that is here now; it never takes its place. */
export const chooseWhole = ({ decisions, seen, setAside }: WholeChoices, records: readonly Chosen[], choice: Choice): WholeChoices => {
  const heads = headsOf(records)
  const made: Record<string, MergeDecision> = {}
  const aside: Record<string, SetAside> = {}
  for (const { id } of records) {
    const [before, head] = [decisions[id], heads[id] ?? null]
    const isMerge = before?.choice === 'merge' || before?.choice === 'hand'
    if (choice === 'merge' && isMerge && seen[id] === head) continue
    const merged = mergeAside(before, seen[id] ?? null, setAside[id])
    if (merged) aside[id] = merged
    made[id] = choice === 'merge' && merged?.head === head ? merged.decision : decisionOf(choice)
  }
  return { decisions: { ...decisions, ...made }, seen: { ...seen, ...heads }, setAside: { ...setAside, ...aside } }
}

/** As it merges by itself: nothing that was picked or written comes back. */
export const startOver = ({ decisions, seen, setAside }: WholeChoices, record: Chosen): WholeChoices => {
  const { [record.id]: _aside, ...others } = setAside
  return { decisions: { ...decisions, [record.id]: decisionOf('merge') }, seen: { ...seen, ...headsOf([record]) }, setAside: others }
}

/** What was merged of a head that is not here any more, and is asked anew; undefined where there is none. */
export const earlierMerge = ({ id, mine }: Chosen, { decisions, seen, setAside }: WholeChoices): MergeDecision | undefined => {
  const head = mine?.id ?? null
  if (decisions[id] !== undefined && seen[id] !== head) return decisions[id]
  return setAside[id] && setAside[id].head !== head && !isTouched(decisions[id]) ? setAside[id].decision : undefined
}
