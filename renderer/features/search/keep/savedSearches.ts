/** The saved searches of the open library. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { core } from '#renderer/client/client'
import { api, queryClient } from '#renderer/client/queries'
import type { SavedSearch } from '#shared/contract/search'
import { isSameSearch, type TypedSearch } from '../typedSearch'

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: api.search.saved.key() })

export const useSaved = () => {
  const { data: saved = [], error, refetch } = useQuery(api.search.saved.queryOptions())
  return { saved, error, retry: () => { void refetch() } }
}

/** Of the saved searches: the one that finds the same as this one, and the one that it was made of. */
export const useSavedBeside = (search: TypedSearch, baseId: string | undefined): { same: SavedSearch | undefined; base: SavedSearch | undefined } => {
  const { saved } = useSaved()
  return { same: saved.find((each) => isSameSearch(search, each)), base: saved.find(({ id }) => id === baseId) }
}

/** What is saved is kept in the library: one that is read only takes none. */
export const useCanSave = (): boolean => {
  const { data: library } = useQuery(api.library.current.queryOptions())
  return Boolean(library) && library?.readOnly === null
}

/** Saves a search under a name, in the place of the saved one with this id. */
export const useSave = (onSaved: (saved: SavedSearch) => void) => useMutation({
  mutationFn: ({ id, name, search: { text, filters, sort } }: { id?: string; name: string; search: TypedSearch }) => core.search.save({ id, name, text: text.trim(), filters, sort }),
  onSuccess: async (saved) => {
    await readAgain()
    onSaved(saved)
  },
})

export const useRename = () => useMutation({
  mutationFn: ({ saved, name }: { saved: SavedSearch; name: string }) => core.search.save({ ...saved, name }),
  onSuccess: readAgain,
})

export const useRemoveSaved = () => useMutation({ mutationFn: (id: string) => core.search.removeSaved({ id }), onSuccess: readAgain })
