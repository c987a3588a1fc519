/** The one open request for a file or folder, answered by the picker in the page. */
import { create } from 'zustand'

export type PickRequest =
  | { kind: 'folder', startAt: string | null }
  | { kind: 'files', extensions: readonly string[] }

interface Pending {
  request: PickRequest
  /** With no path when the user gave up. */
  answer: (paths: string[]) => void
}

interface PickStore {
  pending: Pending | null
  ask: (request: PickRequest) => Promise<string[]>
  /** Where the last pick was made, so that the next begins there. */
  lastFolder: string | null
}

export const usePickRequest = create<PickStore>((set, get) => ({
  pending: null,
  lastFolder: null,
  ask: (request) => {
    get().pending?.answer([])
    return new Promise((resolve) => {
      set({ pending: { request, answer: (paths) => { set({ pending: null }); resolve(paths) } } })
    })
  },
}))
