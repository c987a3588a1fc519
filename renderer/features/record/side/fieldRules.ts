/** Which fields a record has on screen, and what may be typed into them. */
import type { UnitNode } from '#shared/model/library'
import { PartialDate } from '#shared/model/partialDate'
import type { RecordType } from '#shared/model/recordTypes'

/** Whether a record worked or hurt is asked of cases and experiences. */
export const hasPolarity = (type: RecordType): boolean => type === 'case' || type === 'experience'

/** A tool says what kind of tool it is: a rule, a form, a checklist. */
export const hasKind = (type: RecordType): boolean => type === 'tool'

/** An experience says in one line what to do. */
export const hasConclusion = (type: RecordType): boolean => type === 'experience'

/** A typed date as it is kept: `2026-3-8`, `2026.03.08`, `2026年3月` and `2026/3` are read; undefined if it is none. */
export const toPartialDate = (typed: string): string | undefined => {
  const parts = typed.trim().split(/[-./年月日\s]+/u).filter((part) => part !== '')
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
  return PartialDate.safeParse(date).success ? date : undefined
}

/** Every unit of a tree by name, a parent before its own. */
export const unitNames = (units: readonly UnitNode[]): string[] => [...new Set(units.flatMap((unit) => [unit.name, ...unitNames(unit.children ?? [])]))]
