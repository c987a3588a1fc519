/** Masking as the dialog that makes a package keeps it: whether it is done at all, what was found, and what is decided of it. */
import { useQuery } from '@tanstack/react-query'
import { api } from '#renderer/client/queries'
import type { Masking } from '#shared/contract/masking'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { PackageRecipient } from '#shared/model/package'
import { maskingOf, type MaskChoice } from './choice/maskChoice'
import { beginMaking, changeDraft, draftOf, useMaskDrafts } from './maskDraft'
import { useScan, type Scanning } from './useScan'

export interface PackMasking {
  on: boolean
  setOn: (on: boolean) => void
  scanning: Scanning
  choice: MaskChoice
  change: (choice: MaskChoice) => void
  /** What the core is told; null where nothing is masked, and until it is known what there is to mask. */
  value: Masking | null
  /** Whether a package can be made: what would go in was looked through, or shall leave as it is. */
  isReady: boolean
  /** A job makes the package: once it has, what is decided here is wanted no more. */
  begun: (jobId: string) => void
}

/** `version` changes with what the chosen records hold, and is undefined until that is known. */
export const useMasking = (chosen: PackageChoice, recipient: PackageRecipient | null, version: string | undefined): PackMasking => {
  const libraryId = useQuery(api.library.current.queryOptions()).data?.library.id ?? ''
  const { on, choice } = useMaskDrafts((drafts) => draftOf(drafts, libraryId))
  const scanning = useScan(chosen, recipient, version ?? '', on && version !== undefined)
  const isReady = !on || scanning.isCurrent
  return {
    on, choice, scanning, isReady, value: on && scanning.scan && scanning.isCurrent ? maskingOf(choice, scanning.scan) : null,
    setOn: (next) => { changeDraft(libraryId, { on: next }) }, change: (next) => { changeDraft(libraryId, { choice: next }) }, begun: (jobId) => { beginMaking(libraryId, jobId) },
  }
}
