/** The title of the section that each row stands in: that of the side after, or of the side before for what is on it alone. */
import type { DifferenceRow } from '#shared/model/difference/bodies'

/** One title a row, empty before the first section. */
export const sectionTitles = (rows: readonly DifferenceRow[]): string[] => {
  const current = { before: '', after: '' }
  return rows.map((row) => {
    if ('before' in row && row.kind !== 'movedHere' && 'section' in row.before) current.before = row.before.section.title
    if ('after' in row && row.kind !== 'movedAway' && 'section' in row.after) current.after = row.after.section.title
    return row.kind === 'removed' || row.kind === 'movedAway' ? current.before : current.after
  })
}
