/** Opens a result: its record at the match, or at the file. Enter right after a letter opens what is found with that letter. */
import { useNavigation } from '#renderer/ui/navigation'
import { useWish } from '#renderer/ui/useWish'
import type { Excerpt, SearchHit } from '#shared/contract/search'
import { hitTarget } from './hits'
import { remember } from './keep/recentSearches'
import type { SearchState } from './useSearch'

interface OpenHit {
  open: (hit: SearchHit, excerpt: Excerpt) => void
  /** The active result; where the results are still for something else, the first one that is found for what is typed. */
  openActive: (active: SearchHit | undefined) => void
  /** Something else is wanted. */
  forget: () => void
}

export const useOpenHit = (text: string, { isCurrent, findNow }: SearchState, onClose: () => void): OpenHit => {
  const { openRecord } = useNavigation()
  const { begin, forget } = useWish()

  const open = (hit: SearchHit, excerpt: Excerpt): void => {
    void remember(text)
    onClose()
    openRecord(hit.row.id, hitTarget(hit, excerpt))
  }
  const openFound = async (): Promise<void> => {
    const isWanted = begin()
    // A failure is shown where the results are: they ask the same.
    const found = await findNow().catch(() => undefined)
    const first = found?.answer.groups[0]?.hits[0]
    if (first && isWanted()) open(first, first.excerpt)
  }
  const openActive = (active: SearchHit | undefined): void => {
    if (!isCurrent) void openFound()
    else if (active) open(active, active.excerpt)
  }
  return { open, openActive, forget }
}
