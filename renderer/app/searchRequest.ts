/** Whether the search is open, and what it begins with. */
import { create } from 'zustand'
import type { SavedSearch } from '#shared/contract/search'

interface SearchRequest {
  isOpen: boolean
  /** The saved search that it was opened with, undefined where it goes on as it was left. */
  start: SavedSearch | undefined
}

export const useSearchRequest = create<SearchRequest>(() => ({ isOpen: false, start: undefined }))

export const openSearch = (): void => { useSearchRequest.setState({ isOpen: true, start: undefined }) }

export const askForSearch = (start: SavedSearch): void => { useSearchRequest.setState({ isOpen: true, start }) }

export const closeSearch = (): void => { useSearchRequest.setState({ isOpen: false, start: undefined }) }
