/**
 * Words of the library that change together with records: `library.json` first, then the records in their transaction. Where that fails or is
 * stopped, the words are put back. A crash between the two leaves records that use a word which no vocabulary has: it is listed as such.
 */
import type { OperationOutcome } from '#shared/contract/operations'
import type { LibraryFile } from '#shared/model/library'
import type { RecordContent } from '#shared/model/record'
import { synonymGroups } from '#shared/model/synonyms'
import { takeBack, wordChanges, type LibraryWordChanges, type WordsChange } from '#shared/model/vocabularies/wordChanges'
import type { Changes } from '../changes'
import type { Session } from '../session'

/** `words` become `into`, or go where that is null. */
export interface WordsEdit extends Pick<WordsChange, 'kind' | 'into'> {
  words: readonly string[]
  change: (library: LibraryFile) => LibraryFile
}

export interface WordEdit extends WordsEdit {
  /** The records that use them. */
  ids: readonly string[]
  edit: (content: RecordContent) => RecordContent
}

/** Throws what `change` throws, why the library can't be written, and `store_write_failed`. Answers what it did. */
export const writeWords = async (session: Session, changes: Changes, change: (library: LibraryFile) => LibraryFile): Promise<LibraryWordChanges> => {
  let before: LibraryFile | undefined
  const after = await session.write(async () => session.folder.library.update((library) => {
    before = library
    return change(library)
  }))
  const groups = before && synonymGroups(before)
  if (JSON.stringify(groups) !== JSON.stringify(synonymGroups(after))) {
    session.indexing.setSynonyms(synonymGroups(after))
    changes.publish({ type: 'synonyms' })
  }
  changes.publish({ type: 'vocabularies' })
  const done = wordChanges(before ?? after, after)
  if (done.searches) changes.publish({ type: 'searches' })
  return done
}

/** Throws what `writeWords` and `work` throw. */
export const changeWords = async (
  session: Session, changes: Changes, { kind, words, into, change }: WordsEdit, work: (words: WordsChange) => Promise<OperationOutcome>,
): Promise<OperationOutcome> => {
  const done: WordsChange = { kind, words: [...words], into, ...await writeWords(session, changes, change) }
  const putBack = async (): Promise<void> => {
    if (done.changes.length > 0 || done.searches) await writeWords(session, changes, (library) => takeBack(library, done))
  }
  try {
    const outcome = await work(done)
    if (outcome.cancelled) await putBack()
    return outcome
  } catch (error) {
    await putBack()
    throw error
  }
}
