/** Which words mean the same in the open library. */
import { synonymGroups, withSynonyms } from '#shared/model/synonyms'
import type { Changes } from './changes'
import type { SessionHolder } from './session'

export interface SynonymService {
  /** Throws `no_library_open`. */
  list: () => string[][]
  /** Replaces them all. Throws `no_library_open`, why the library can't be written, and `store_write_failed`. */
  set: (groups: readonly (readonly string[])[]) => Promise<string[][]>
}

export const createSynonymService = ({ sessions, changes }: { sessions: SessionHolder; changes: Changes }): SynonymService => ({
  list: () => synonymGroups(sessions.required().folder.library.current()),
  set: async (groups) => {
    const session = sessions.writable()
    const library = await session.write(async () =>
      session.folder.library.update((file) => ({ ...file, vocabularies: withSynonyms(file.vocabularies, groups) })))
    session.indexing.setSynonyms(synonymGroups(library))
    changes.publish({ type: 'synonyms' })
    return synonymGroups(library)
  },
})
