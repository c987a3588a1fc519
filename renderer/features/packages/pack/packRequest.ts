/** What is about to be packed, if anything. */
import { create } from 'zustand'
import type { PackageChoice } from '#shared/contract/packageChoice'

/** Records as they are now, and editions as they were released. */
export type Chosen = Pick<PackageChoice, 'ids' | 'editions'>

interface PackRequest {
  chosen: Chosen | null
  close: () => void
}

export const usePackRequest = create<PackRequest>((set) => ({ chosen: null, close: () => { set({ chosen: null }) } }))

/** Opens the dialog that asks what a package of these records shall hold. */
export const packRecords = (ids: readonly string[]): void => { usePackRequest.setState({ chosen: { ids: [...new Set(ids)], editions: [] } }) }

/** The same for an edition of a product. */
export const packEdition = (edition: Chosen['editions'][number]): void => { usePackRequest.setState({ chosen: { ids: [], editions: [edition] } }) }
