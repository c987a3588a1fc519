/** What a package is called: its file, and the title that it is offered. */
import { longestPackageTitle } from '#shared/contract/packages'

export const packageExtension = 'lfpkg'

export const isPackagePath = (path: string): boolean => path.toLowerCase().endsWith(`.${packageExtension}`)

/** Year and month of a package of several records. */
export interface TitleParts { unit: string; year: number; month: number }

/** The title of the one record that was chosen; of several, `word` makes one of the owner's unit and the month. */
export const offeredTitle = (chosen: readonly string[], unit: string, now: Date, word: (parts: TitleParts) => string): string =>
  ((chosen.length === 1 && chosen[0]) || word({ unit, year: now.getFullYear(), month: now.getMonth() + 1 })).slice(0, longestPackageTitle).replace(/\p{Surrogate}$/u, '').trim()
