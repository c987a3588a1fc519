/** A date as people type it. */
import { RealDate } from './partialDate'

/** As it is kept: `2026-3-8`, `2026.03.08`, `20260308`, `2026年3月` and `2026/3` are read; undefined if it is none, or in no calendar. */
export const toPartialDate = (typed: string): string | undefined => {
  const parts = typed.trim().replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3').split(/[-./年月日\s]+/u).filter((part) => part !== '')
  const date = parts.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-')
  return RealDate.safeParse(date).success ? date : undefined
}
