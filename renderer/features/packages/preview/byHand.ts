/** What of a merge is written by hand: single texts, or the whole body. All else is merged and picked as without it. */
import type { MergeDecision, MergePick } from '#shared/contract/packageMerge'
import type { Body } from '#shared/model/body/body'
import type { EditableContent } from '#shared/model/record'

const plainKeys = ['title', 'summary', 'contact', 'place'] as const
type PlainKey = (typeof plainKeys)[number]

/** A text of a record: one that every record has, one of its type's, or one of the library's. */
export type HandKey = { of: 'record'; key: PlainKey } | { of: 'fields' | 'custom'; key: string }

/** The text that the key of a part names; undefined for what is no field. Whether a field is a text is for the caller to know. */
export const handKeyOf = (partKey: string): HandKey | undefined => {
  const plain = plainKeys.find((key) => key === partKey)
  if (plain) return { of: 'record', key: plain }
  const [, of, key] = /^(fields|custom)\.(.*)$/s.exec(partKey) ?? []
  return key === undefined ? undefined : { of: of === 'fields' ? 'fields' : 'custom', key }
}

export const picksOf = (decision: MergeDecision | undefined): Readonly<Record<string, MergePick>> =>
  (decision?.choice === 'merge' || decision?.choice === 'hand' ? decision.picks : {})

const contentOf = (decision: MergeDecision | undefined): EditableContent => (decision?.choice === 'hand' ? decision.content : {})

/** What was written for a part; undefined where it is not by hand. */
export const handText = (partKey: string, decision: MergeDecision | undefined): string | undefined => {
  const [named, content] = [handKeyOf(partKey), contentOf(decision)]
  const value = named && (named.of === 'record' ? content[named.key] : content[named.of]?.[named.key])
  return typeof value === 'string' ? value : undefined
}

export const handBody = (decision: MergeDecision | undefined): Body | undefined => contentOf(decision).body

export const isBodyPart = (partKey: string): boolean => partKey.startsWith('body.')

export const isByHand = (partKey: string, decision: MergeDecision | undefined): boolean =>
  (isBodyPart(partKey) ? handBody(decision) !== undefined : handText(partKey, decision) !== undefined)

const decisionOf = (decision: MergeDecision | undefined, content: EditableContent): MergeDecision => {
  const picks = picksOf(decision)
  return Object.keys(content).length > 0 ? { choice: 'hand', picks, content } : { choice: 'merge', picks }
}

export const withHandText = (decision: MergeDecision | undefined, { of, key }: HandKey, text: string): MergeDecision => {
  const content = contentOf(decision)
  return decisionOf(decision, of === 'record' ? { ...content, [key]: text } : { ...content, [of]: { ...content[of], [key]: text } })
}

export const withoutHandText = (decision: MergeDecision | undefined, named: HandKey): MergeDecision => {
  const content = contentOf(decision)
  if (named.of === 'record') {
    const { [named.key]: _text, ...left } = content
    return decisionOf(decision, left)
  }
  const { [named.of]: values = {}, ...others } = content
  const { [named.key]: _text, ...left } = values
  return decisionOf(decision, Object.keys(left).length > 0 ? { ...others, [named.of]: left } : others)
}

export const withHandBody = (decision: MergeDecision | undefined, body: Body | undefined): MergeDecision => {
  const { body: _before, ...others } = contentOf(decision)
  return decisionOf(decision, body ? { ...others, body } : others)
}
