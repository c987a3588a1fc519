/** What taking a package in would bring, and why it can't be taken. */
import type { OpenedPackage } from '#shared/contract/packages'

type Counts = OpenedPackage['counts']

/** Records that differ bring their cited revisions into the history, so there is something to take even where no record is new. */
export const bringsNothing = ({ new: fresh, differs, newEditions, newAttachments }: Counts): boolean => fresh + differs + newEditions + newAttachments === 0

export const whyNot = (counts: Counts, isReadOnly: boolean): 'readOnly' | 'nothingNew' | undefined => {
  if (isReadOnly) return 'readOnly'
  return bringsNothing(counts) ? 'nothingNew' : undefined
}
