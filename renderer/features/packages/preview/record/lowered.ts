/** Whether a part that differs would make the record here less confidential. */
import { stricter } from '#shared/model/merging'
import { Confidentiality } from '#shared/model/record'
import type { ThreeWayPart } from '#shared/model/threeWay/parts'

export const isLowered = (part: ThreeWayPart): boolean => {
  if (part.key !== 'confidentiality') return false
  const [mine, theirs] = [Confidentiality.safeParse(part.mine).data, Confidentiality.safeParse(part.theirs).data]
  return mine !== undefined && theirs !== undefined && mine !== theirs && stricter(mine, theirs) === mine
}
