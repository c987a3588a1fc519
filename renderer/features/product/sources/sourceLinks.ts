/** Sources as a record keeps them: links that it derives from, each with the revision that is meant. */
import type { Pin } from '#shared/contract/products'
import type { RecordLink } from '#shared/model/record'

const isSource = ({ relation }: RecordLink): boolean => relation === 'derivedFrom'

/** One that was linked to already is pinned anew where it stands. */
export const withSources = (links: readonly RecordLink[], pins: readonly Pin[]): RecordLink[] => {
  const placed = new Set<string>()
  const kept = links.flatMap((link): RecordLink[] => {
    const pin = isSource(link) ? pins.find(({ recordId }) => recordId === link.to) : undefined
    if (!pin) return [link]
    if (placed.has(pin.recordId)) return []
    placed.add(pin.recordId)
    return [{ ...link, revisionId: pin.revisionId }]
  })
  const added = pins.filter(({ recordId }) => !placed.has(recordId))
  return [...kept, ...added.map(({ recordId, revisionId }): RecordLink => ({ to: recordId, relation: 'derivedFrom', revisionId }))]
}

export const withoutSource = (links: readonly RecordLink[], recordId: string): RecordLink[] => links.filter((link) => !(isSource(link) && link.to === recordId))
