/** A date as people type it. */
import { PartialDate } from '#shared/model/partialDate'

/** As it is kept: `2026-3-8`, `2026.03.08`, `2026年3月` and `2026/3` are read; undefined if it is none. */
export const toPartialDate = (typed: string): string | undefined => {
  const parts = typed.trim().split(/[-./年月日\s]+/u).filter((part) => part !== '')
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
  return PartialDate.safeParse(date).success ? date : undefined
}
