/** What differs between three sides of a record: the parts that are chosen one by one. */
import { z } from 'zod'
import type { BodyItem, SectionHead } from '../difference/bodies'
import { isSameJson } from '../sameJson'

/** Which side a part takes: this library's, the package's, or both, one after the other. */
export const MergePick = z.enum(['mine', 'theirs', 'both'])
export type MergePick = z.infer<typeof MergePick>

/** `taken` is what is taken by itself, null in a conflict: changed on both sides, differently, or made less confidential by them. `key` names the part within its record. */
interface Part { key: string; taken: MergePick | null; choices: readonly MergePick[] }

/**
 * A field, a list or a row of one; a side that has none is undefined. `field` is the key as a difference names it (`title`, `fields.x`,
 * `custom.x`), of a row that of its list; `stage` stands for the stage, how it came to it, and the edition.
 */
export interface FieldPart extends Part { kind: 'field' | 'list' | 'row'; field: string; base: unknown; mine: unknown; theirs: unknown }

/** Blocks, or a heading and what is chosen along with it; a side that has none is empty. `section` is where they stand, absent in the preamble. */
export interface BodyPart extends Part {
  kind: 'block' | 'section'
  section?: SectionHead
  base: readonly BodyItem[]
  mine: readonly BodyItem[]
  theirs: readonly BodyItem[]
}

/** One part that differs between the sides. */
export type ThreeWayPart = FieldPart | BodyPart

/** Three sides of one thing. Where the base is not `known`, all that differs is a conflict; a side that has none is undefined. */
export interface Sides<T> { base: T | undefined; mine: T | undefined; theirs: T | undefined; known: boolean }

export type PickOf = (part: ThreeWayPart) => MergePick

/** What two sides make of one thing: the parts to choose, and what comes of the choices. */
export interface Fork<T> { parts: ThreeWayPart[]; take: (pickOf: PickOf) => T }

export const either: readonly MergePick[] = ['mine', 'theirs']
export const each: readonly MergePick[] = ['mine', 'theirs', 'both']

/** The side that alone has changed; null where both have. */
export const changedAlone = ({ base, mine, theirs, known }: Sides<unknown>): 'mine' | 'theirs' | null => {
  if (!known) return null
  return isSameJson(theirs, base) ? 'mine' : isSameJson(mine, base) ? 'theirs' : null
}

/** Of two values that say the same, one: that of the side that alone has changed, else always the same of the two. */
export const quietValue = <T>(sides: Sides<T>): T | undefined => {
  const side = changedAlone(sides) ?? (sides.known && JSON.stringify([sides.theirs]) < JSON.stringify([sides.mine]) ? 'theirs' : 'mine')
  return sides[side]
}

/** What needs no choice. */
export const plain = <T>(value: T): Fork<T> => ({ parts: [], take: () => value })
