/** What a text that is written by hand begins with. */
import type { ThreeWayPart } from '#shared/model/threeWay/parts'
import { handKeyOf } from '../byHand'
import type { PartTexts } from './usePartTexts'

const textOf = (value: unknown): string | undefined => (value === undefined ? '' : typeof value === 'string' ? value : undefined)

/** What is taken by itself; of a conflict mine, and below it theirs where it is long enough for two. Undefined for what is no text. */
export const handStart = (part: ThreeWayPart, texts: Pick<PartTexts, 'fieldOf'>): string | undefined => {
  if (!('field' in part) || part.kind !== 'field') return undefined
  const kind = handKeyOf(part.field)?.of === 'record' ? (part.field === 'summary' ? 'longText' : 'text') : texts.fieldOf(part)?.kind
  const [mine, theirs] = [textOf(part.mine), textOf(part.theirs)]
  if ((kind !== 'text' && kind !== 'longText') || mine === undefined || theirs === undefined) return undefined
  if (part.taken === 'mine' || part.taken === 'theirs') return part.taken === 'mine' ? mine : theirs
  return kind === 'longText' ? [mine, theirs].filter((text) => text !== '').join('\n') : mine || theirs
}
