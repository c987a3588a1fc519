/**
 * Words of the library that change together with records: `library.json` first, then the templates that use them, then the records in their transaction. Where that fails or is
 * stopped, the words are put back. A crash between the two leaves records that use a word which no vocabulary has: it is listed as such.
 */
import { isAppError } from '#shared/contract/errors'
import type { OperationOutcome } from '#shared/contract/operations'
import type { LibraryFile } from '#shared/model/library'
import type { RecordContent } from '#shared/model/record'
import type { TemplateFile } from '#shared/model/template'
import { synonymGroups } from '#shared/model/synonyms'
import { takeBackTemplate, wordsOfTemplate, type TemplateChange } from '#shared/model/vocabularies/templateWords'
import { takeBack, wordChanges, type LibraryWordChanges, type WordsChange } from '#shared/model/vocabularies/wordChanges'
import type { Changes } from '../changes'
import type { Session } from '../session'

/** `words` become `into`, or go where that is null. */
export interface WordsEdit extends Pick<WordsChange, 'kind' | 'into'> {
  words: readonly string[]
  change: (library: LibraryFile) => LibraryFile
  /** What becomes of a template: the very same where nothing does. */
  template: (template: TemplateFile) => TemplateFile
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
  if (done.views) changes.publish({ type: 'views' })
  return done
}

/** `onDone` hears of each that was changed, also where a later one fails. */
const rewriteTemplates = async (
  { folder, noteDamage, write }: Session, changes: Changes, change: WordsEdit['template'], onDone: (done: TemplateChange) => void,
): Promise<void> => {
  const there = await folder.templates.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
  const ids = there.filter((template) => change(template) !== template).map(({ id }) => id)
  for (const id of ids) {
    let changed: TemplateChange | undefined
    await write(async () => folder.templates.edit(id, (before) => {
      const after = change(before)
      changed = { id, before: wordsOfTemplate(before), after: wordsOfTemplate(after) }
      return after
    })).then(() => { if (changed) onDone(changed) }, (error: unknown) => {
      // Somebody removed it meanwhile.
      if (!isAppError(error) || error.code !== 'not_found') throw error
    })
  }
  if (ids.length > 0) changes.publish({ type: 'templates' })
}

/** Throws what `writeWords` and `work` throw. */
export const changeWords = async (
  session: Session, changes: Changes, { kind, words, into, change, template }: WordsEdit, work: (words: WordsChange) => Promise<OperationOutcome>,
): Promise<OperationOutcome> => {
  const done: WordsChange = { kind, words: [...words], into, ...await writeWords(session, changes, change) }
  const putBack = async (): Promise<void> => {
    if (done.templates) await rewriteTemplates(session, changes, takeBackTemplate(done.templates), () => undefined)
    if (done.changes.length > 0 || done.searches || done.views) await writeWords(session, changes, (library) => takeBack(library, done))
  }
  try {
    await rewriteTemplates(session, changes, template, (changed) => { done.templates = [...done.templates ?? [], changed] })
    const outcome = await work(done)
    if (outcome.cancelled) await putBack()
    return outcome
  } catch (error) {
    await putBack()
    throw error
  }
}
