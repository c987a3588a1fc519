/** Searches that are kept: saved ones in the library itself, those that were made last in this machine's settings. */
import { newId } from '#shared/model/ids'
import { SavedSearch } from '#shared/model/search'
import type { LibraryFile } from '#shared/model/library'
import type { Changes } from './changes'
import { given } from './given'
import type { SessionHolder } from './session'
import type { SettingsService } from './settings'

/** A search to save: one with an id replaces the one that has it. */
export type SearchToSave = Omit<SavedSearch, 'id'> & { id?: string | undefined }

/** All of them throw `no_library_open`; those that change saved searches also why the library can't be written, and `store_write_failed`. */
export interface SavedSearchService {
  /** By name. */
  saved: () => SavedSearch[]
  save: (search: SearchToSave) => Promise<SavedSearch>
  /** Nothing happens where it is gone already. */
  removeSaved: (id: string) => Promise<null>
  /** Latest first. */
  recent: () => string[]
  remember: (text: string) => Promise<null>
  forgetRecent: () => Promise<null>
}

interface Parts { settings: SettingsService; sessions: SessionHolder; changes: Changes }

const keptRecent = 20

/** In Chinese by pinyin; of the same name, the one that was saved first. */
const byName = (a: SavedSearch, b: SavedSearch): number => a.name.localeCompare(b.name, 'zh-CN') || a.id.localeCompare(b.id)

/** What a newer version wrote, and this one can't read, is left alone. */
const readable = (kept: LibraryFile['searches'] = []): SavedSearch[] => kept.flatMap((each) => SavedSearch.safeParse(each).data ?? [])

/** Filters and sort go with the words that they were chosen for; what else the search carries stays. */
const carriedOf = ({ filters: _filters, sort: _sort, ...carried }: Record<string, unknown>): Record<string, unknown> => carried

/** The kept searches with this one, in the place of the one that has its id. */
const withSearch = (kept: LibraryFile['searches'] = [], search: SavedSearch): NonNullable<LibraryFile['searches']> => {
  const isThere = kept.some(({ id }) => id === search.id)
  return isThere ? kept.map((each) => (each.id === search.id ? { ...carriedOf(each), ...search } : each)) : [...kept, search]
}

export const createSavedSearchService = ({ settings, sessions, changes }: Parts): SavedSearchService => {
  const write = async (change: (kept: LibraryFile['searches']) => NonNullable<LibraryFile['searches']>): Promise<void> => {
    const session = sessions.writable()
    await session.write(async () => session.folder.library.update((library) => ({ ...library, searches: change(library.searches) })))
    changes.publish({ type: 'searches' })
  }
  const libraryId = (): string => sessions.required().folder.library.current().id
  const changeRecent = async (change: (texts: readonly string[]) => string[]): Promise<null> => {
    await settings.changeSearched(libraryId(), change)
    changes.publish({ type: 'searches' })
    return null
  }
  return {
    saved: () => readable(sessions.required().folder.library.current().searches).sort(byName),
    save: async (search) => {
      const saved = SavedSearch.parse({ ...given(search), id: search.id ?? newId() })
      await write((kept) => withSearch(kept, saved))
      return saved
    },
    removeSaved: async (id) => {
      await write((kept = []) => kept.filter((each) => each.id !== id))
      return null
    },
    recent: () => [...settings.searched(libraryId())],
    remember: async (text) => changeRecent((texts) => [text, ...texts.filter((other) => other !== text)].slice(0, keptRecent)),
    forgetRecent: async () => changeRecent(() => []),
  }
}
