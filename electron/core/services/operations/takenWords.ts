/** Words of the library that change as a package is taken in, and as that is taken back: `library.json` first, put back where the rest fails or is stopped. */
import type { LibraryFile } from '#shared/model/library'
import type { TakenPackage } from '#shared/model/operation'
import { isSameJson } from '#shared/model/sameJson'
import { takeBack } from '#shared/model/vocabularies/wordChanges'
import { withWordMap, wordMapFor } from '#shared/model/wordMaps'
import type { Changes } from '../changes'
import type { Session } from '../session'
import { writeWords } from './words'

export type TakenWords = Pick<TakenPackage, 'words' | 'map'>

/** A word and what is remembered of a sender stay as they are where they were changed since. */
const takenBack = (library: LibraryFile, { words = [], map }: TakenWords): LibraryFile => {
  const back = words.length > 0 ? takeBack(library, { words: [], into: null, changes: words }) : library
  return map && isSameJson(wordMapFor(back, map.libraryId), map.after) ? withWordMap(back, map.libraryId, map.before) : back
}

/** `libraryId` is the sender's. Nothing is written where nothing changes. Throws what `writeWords` and `work` throw. */
export const withWordsChanged = async <T>(
  session: Session, changes: Changes, libraryId: string, change: (library: LibraryFile) => LibraryFile,
  work: (done: TakenWords) => Promise<T>, isStopped: (result: T) => boolean = () => false,
): Promise<T> => {
  const current = session.folder.library.current()
  if (isSameJson(change(current), current)) return work({})
  let map: TakenPackage['map']
  const { changes: words } = await writeWords(session, changes, (library) => {
    const after = change(library)
    map = { libraryId, before: wordMapFor(library, libraryId), after: wordMapFor(after, libraryId) }
    return after
  })
  const done: TakenWords = { ...words.length > 0 && { words }, ...map && !isSameJson(map.before, map.after) && { map } }
  const putBack = async (): Promise<void> => { await writeWords(session, changes, (library) => takenBack(library, done)) }
  try {
    const result = await work(done)
    if (isStopped(result)) await putBack()
    return result
  } catch (error) {
    await putBack()
    throw error
  }
}

/** The change that takes back what taking a package did to the library's words. */
export const backOf = (taken: TakenPackage) => (library: LibraryFile): LibraryFile => takenBack(library, taken)
