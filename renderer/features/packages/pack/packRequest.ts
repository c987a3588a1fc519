/** The records that are about to be packed, if any. */
import { create } from 'zustand'

interface PackRequest {
  ids: readonly string[] | null
  close: () => void
}

export const usePackRequest = create<PackRequest>((set) => ({ ids: null, close: () => { set({ ids: null }) } }))

/** Opens the dialog that asks what a package of these records shall hold. */
export const packRecords = (ids: readonly string[]): void => { usePackRequest.setState({ ids: [...new Set(ids)] }) }
