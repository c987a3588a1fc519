/** An excerpt for one line of a list: what stands far before the first match goes, so that the match is in sight. */
import type { Excerpt } from '#shared/contract/search'

/** How many characters before the first match are kept, and how many may stand there uncut. */
const keptBefore = 12
const roomBefore = 18

export const clipExcerpt = ({ text, marks }: Pick<Excerpt, 'text' | 'marks'>): Pick<Excerpt, 'text' | 'marks'> => {
  const first = Math.min(...marks.map(([start]) => start))
  if (marks.length === 0 || first <= roomBefore) return { text, marks }
  const cut = first - keptBefore
  const lead = '……'
  return { text: lead + text.slice(cut), marks: marks.map(([start, end]) => [start - cut + lead.length, end - cut + lead.length]) }
}
