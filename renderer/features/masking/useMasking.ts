/** Masking as the dialog that makes a package keeps it: whether it is done at all, what was found, and what is decided of it. */
import { useState } from 'react'
import type { Masking } from '#shared/contract/masking'
import type { PackageChoice } from '#shared/contract/packageChoice'
import { maskingOf, noChoice, type MaskChoice } from './choice/maskChoice'
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
}

/** `version` changes with what the chosen records hold, and is undefined until that is known. */
export const useMasking = (chosen: PackageChoice, version: string | undefined): PackMasking => {
  const [on, setOn] = useState(false)
  const [choice, change] = useState(noChoice)
  const scanning = useScan(chosen, version ?? '', on && version !== undefined)
  const isReady = !on || scanning.isCurrent
  return { on, setOn, scanning, choice, change, value: on && scanning.scan && scanning.isCurrent ? maskingOf(choice, scanning.scan) : null, isReady }
}
