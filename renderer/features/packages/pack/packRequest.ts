/** What is about to be packed, if anything. */
import { create } from 'zustand'
import type { PackageChoice } from '#shared/contract/packageChoice'
import type { NamedLibrary } from '#shared/model/package'

/** Records as they are now, and editions as they were released. */
export type Chosen = Pick<PackageChoice, 'ids' | 'editions'>

interface PackRequest {
  chosen: Chosen | null
  /** The library that the changes of its records are offered back to. */
  suggestTo: NamedLibrary | null
  close: () => void
}

export const usePackRequest = create<PackRequest>((set) => ({ chosen: null, suggestTo: null, close: () => { set({ chosen: null, suggestTo: null }) } }))

const chooseRecords = (ids: readonly string[]): Pick<PackRequest, 'chosen'> => ({ chosen: { ids: [...new Set(ids)], editions: [] } })

/** Opens the dialog that asks what a package of these records shall hold. */
export const packRecords = (ids: readonly string[]): void => { usePackRequest.setState({ ...chooseRecords(ids), suggestTo: null }) }

/** The same for an edition of a product. */
export const packEdition = (edition: Chosen['editions'][number]): void => { usePackRequest.setState({ chosen: { ids: [], editions: [edition] }, suggestTo: null }) }

/** The same for records that came from a library and were changed here, to be offered back to it. */
export const suggestRecords = (ids: readonly string[], suggestTo: NamedLibrary): void => { usePackRequest.setState({ ...chooseRecords(ids), suggestTo }) }

/** Goes on with fewer records for the same purpose. */
export const packFewer = (ids: readonly string[]): void => { usePackRequest.setState(chooseRecords(ids)) }
