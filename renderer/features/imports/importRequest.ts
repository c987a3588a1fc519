/** What is about to be imported: as which type, and the paths chosen so far. */
import { create } from 'zustand'
import type { LibraryType } from '#shared/model/recordTypes'

interface ImportRequest { type: LibraryType, paths: readonly string[] }

interface ImportStore {
  request: ImportRequest | null
  begin: (type: LibraryType, paths?: readonly string[]) => void
  setType: (type: LibraryType) => void
  add: (paths: readonly string[]) => void
  remove: (path: string) => void
  close: () => void
}

const changed = (request: ImportRequest | null, changes: Partial<ImportRequest>): ImportRequest | null => request && { ...request, ...changes }

export const useImportRequest = create<ImportStore>((set) => ({
  request: null,
  begin: (type, paths = []) => { set({ request: { type, paths: [...new Set(paths)] } }) },
  setType: (type) => { set(({ request }) => ({ request: changed(request, { type }) })) },
  add: (paths) => { set(({ request }) => ({ request: changed(request, { paths: [...new Set([...request?.paths ?? [], ...paths])] }) })) },
  remove: (path) => { set(({ request }) => ({ request: changed(request, { paths: request?.paths.filter((one) => one !== path) ?? [] }) })) },
  close: () => { set({ request: null }) },
}))

/** Opens the import dialog, with paths that were chosen or dropped already. */
export const useImport = (): ImportStore['begin'] => useImportRequest((store) => store.begin)
