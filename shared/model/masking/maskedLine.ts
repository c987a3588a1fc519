/** Which revisions say in masks what others say: those that left masked, and what came of nothing but these, wherever it was written. */
import type { Revision } from '../record'

export type LineRevision = Pick<Revision, 'id' | 'parents' | 'masked'>

const isMasked = ({ masked }: LineRevision): boolean => masked === true

/** `known` are revisions by id: one of which an ancestor is not known is none, unless it is masked itself. `isTwin` says which count as masked. */
export const isOfMaskedLine = (revision: LineRevision, known: ReadonlyMap<string, LineRevision>, isTwin = isMasked): boolean => {
  const seen = new Set<string>()
  const waiting = [revision]
  for (let each = waiting.pop(); each; each = waiting.pop()) {
    if (isTwin(each) || seen.has(each.id)) continue
    seen.add(each.id)
    const parents = each.parents.flatMap((id) => known.get(id) ?? [])
    if (parents.length === 0 || parents.length < each.parents.length) return false
    waiting.push(...parents)
  }
  return true
}
