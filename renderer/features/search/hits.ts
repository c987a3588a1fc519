/** Results: which are shown, what tells each from the others, what it is called, where it opens. */
import type { Excerpt, SearchAnswer, SearchHit } from '#shared/contract/search'

/** A record and each of its files are results of their own. */
export const hitKey = ({ row, attachment }: SearchHit): string => (attachment ? `${row.id}-${attachment.sha256}` : row.id)

/** So many hits are in sight at once; of more, each of several types shows a few, so that all types are. */
const inSight = 11
const shownOfEach = 5

/** All of what was found where there is one type or little, else the best of each; a type of which nothing is among them by its head alone. */
export const shownGroups = (groups: SearchAnswer['groups']): SearchAnswer['groups'] => {
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  if (count === 0) return []
  return groups.length > 1 && count > inSight ? groups.map((group) => ({ ...group, hits: group.hits.slice(0, shownOfEach) })) : groups
}

export const hitTitle = ({ row, attachment }: SearchHit): string => attachment?.name ?? row.title

/** Where the record opens: at the match, or at the file. */
export const hitTarget = ({ attachment }: SearchHit, { blockId, sectionId }: Excerpt): { blockId?: string; sectionId?: string; attachment?: string } => {
  if (attachment) return { attachment: attachment.sha256 }
  return { ...(blockId !== null && { blockId }), ...(sectionId !== null && { sectionId }) }
}
