/** Sources as a record keeps them: links that it derives from, each with the revision that is meant. */
import type { Pin } from '#shared/contract/products'
import type { RecordLink } from '#shared/model/record'

const isSource = ({ relation }: RecordLink): boolean => relation === 'derivedFrom'

/** One that was linked to already is pinned anew. */
export const withSources = (links: readonly RecordLink[], pins: readonly Pin[]): RecordLink[] => [
  ...links.filter((link) => !(isSource(link) && pins.some(({ recordId }) => recordId === link.to))),
  ...pins.map(({ recordId, revisionId }): RecordLink => ({ to: recordId, relation: 'derivedFrom', revisionId })),
]

export const withoutSource = (links: readonly RecordLink[], recordId: string): RecordLink[] => links.filter((link) => !(isSource(link) && link.to === recordId))
