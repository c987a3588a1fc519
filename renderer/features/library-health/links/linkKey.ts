/** What tells a broken link from all others. */
import type { BrokenLink } from '#shared/contract/links'

export const linkKey = ({ record, reference }: BrokenLink): string => JSON.stringify([record.id, reference])

/** Whether it can lead to another record instead: a citation, a proof and a picture mean what they meant. */
export const canLead = ({ reference: { kind } }: BrokenLink): boolean => kind === 'link' || kind === 'mention'
