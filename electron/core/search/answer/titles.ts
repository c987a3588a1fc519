/** Documents by a title that is the same or nearly so: what holds most of what is rare in it is looked at, its titles compared. */
import { isNearTitle, titleLikeness } from '#shared/model/duplicates'
import { foldUnits } from '#shared/text/fold'
import { type HeldPart } from '../index/heldPart'
import { piecesOf, unitsOf } from '../part/texts'
import { visitTerms } from '../postings/segmentBuilder'
import { Evaluation, type SharedTerm } from '../query/evaluate'
import { filterHits } from '../query/hits'
import { beginSearch, keepOnly, usedRoom } from '../query/hitsRoom'
import { keyOf, type Term } from '../query/terms'
import type { LikeTitle } from '../results'
import { bestOf } from './best'
import { chooseLabels, hasLabel } from './labels'

/** A title that is nearly the same holds this share of what its terms weigh; signs within it part some of them. */
const leastShare = 0.25
/** A title counts for more than the text: what bears it is among the first. */
const lookedAt = 100

const termsOf = (title: string): SharedTerm[] => {
  const units = foldUnits(title)
  const terms = new Map<string, SharedTerm>()
  const note = (term: Term): void => { terms.set(keyOf(term), { term, share: 1 }) }
  visitTerms(units, { field: 'title', start: 0, end: units.length }, (pair) => { if ((pair & 0x7fff) !== 0) note({ kind: 'pair', pair }) }, (word) => { note({ kind: 'word', word }) })
  return [...terms.values()]
}

const titleOf = (part: HeldPart, document: number): string => {
  const bytes = part.texts.bytes(document)
  const piece = piecesOf(bytes).find(({ field }) => field === 'title')
  return piece ? String.fromCharCode(...unitsOf(bytes).subarray(piece.start, Math.min(piece.end, piece.start + 2000))) : ''
}

export const titlesLike = (parts: readonly HeldPart[], count: number, title: string, limit: number): LikeTitle[] => {
  beginSearch()
  const evaluation = new Evaluation(parts, count)
  const terms = termsOf(title).filter(({ term }) => evaluation.isKnown(term))
  if (terms.length === 0) return []
  const hits = parts.map((each, position) => {
    const files = chooseLabels(each.table, ['type'], (value) => value === 'attachment')
    const room = usedRoom()
    return keepOnly(room, filterHits(evaluation.hits({ kind: 'some', terms, least: leastShare }, position), (found) => each.removed[found] !== 1 && !hasLabel(each.table, found, files)))
  })
  return bestOf(parts, hits, lookedAt, (_, __, score) => score)
    .map(({ part, document }) => ({ id: part.table.ids[document] ?? '', likeness: titleLikeness(title, titleOf(part, document)) }))
    .filter(({ likeness }) => isNearTitle(likeness)).sort((a, b) => b.likeness - a.likeness).slice(0, limit)
}
