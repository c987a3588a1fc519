/** What is decided of the parts of one record, and what the record will say by that. */
import type { MergeDecision, MergePick, MergeSides } from '#shared/contract/packageMerge'
import type { EditableContent } from '#shared/model/record'
import { threeWayContent } from '#shared/model/threeWay/contents'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { picksOf } from '../byHand'

/** Until something is chosen: the sides that are taken by themselves. */
export const pickOf = (part: ThreeWayPart, decision: MergeDecision | undefined): MergePick | undefined => {
  if (decision?.choice === 'take' || decision?.choice === 'copy') return 'theirs'
  if (decision?.choice === 'keep') return 'mine'
  return picksOf(decision)[part.key] ?? part.taken ?? undefined
}

/** What is picked of the parts; of a record that was taken or kept whole that side of each, so that one of them can be changed. */
export const picksBefore = (parts: readonly ThreeWayPart[], decision: MergeDecision | undefined): Record<string, MergePick> => {
  if (decision?.choice !== 'take' && decision?.choice !== 'keep') return { ...picksOf(decision) }
  return Object.fromEntries(parts.map(({ key }) => [key, decision.choice === 'take' ? 'theirs' : 'mine']))
}

export const asMerge = (parts: readonly ThreeWayPart[], decision: MergeDecision | undefined): MergeDecision =>
  (decision?.choice === 'hand' ? decision : { choice: 'merge', picks: picksBefore(parts, decision) })

/** As the core makes it: what is still open stays as it is here. */
export const mergedOf = ({ base, mine, theirs }: MergeSides, decision: MergeDecision | undefined): EditableContent => {
  if (!mine || decision?.choice === 'take' || decision?.choice === 'copy') return theirs
  if (decision?.choice === 'keep') return mine
  const merged = threeWayContent(base, mine, theirs, new Map(Object.entries(picksOf(decision))))
  const { fields, custom, ...content } = decision?.choice === 'hand' ? decision.content : {}
  return { ...merged, ...content, fields: { ...merged.fields, ...fields }, custom: { ...merged.custom, ...custom } }
}
