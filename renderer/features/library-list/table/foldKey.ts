/** The keys of a grouped list that fold and unfold: → and ← as in a tree, Enter on the head of a group. */
import type { Layout } from './layout'

/** What a key does on a row: folds a group or opens it, or goes to the head of the group; undefined for a key that does neither. */
export const foldKey = (key: string, layout: Layout, active: number): { value: string; isFolded: boolean } | { goTo: number } | undefined => {
  const place = layout.placeAt(active)
  if (place?.kind === 'row') {
    const head = layout.headOf(active)
    return key === 'ArrowLeft' && head !== undefined ? { goTo: head } : undefined
  }
  if (!place) return undefined
  const { group: { value }, isFolded } = place
  if (key === 'Enter') return { value, isFolded: !isFolded }
  if (key === 'ArrowRight' && isFolded) return { value, isFolded: false }
  return key === 'ArrowLeft' && !isFolded ? { value, isFolded: true } : undefined
}
