/** The words that records are sorted by: which there are, how many records use each, and changing them in the library and in its records. */
import { AppError } from '#shared/contract/errors'
import type { OperationOutcome } from '#shared/contract/operations'
import type { Word, WordDetails, WordsElsewhere } from '#shared/contract/vocabularies'
import type { LibraryFile } from '#shared/model/library'
import { searchNames } from '#shared/model/vocabularies/searchWords'
import { templateNames, withTemplateWordsReplaced } from '#shared/model/vocabularies/templateWords'
import { viewNames } from '#shared/model/vocabularies/viewWords'
import { toRows, type VocabularyKind, type WordRow } from '#shared/model/vocabularies/rows'
import type { Changes } from '../changes'
import { writeWords, type OperationService } from '../operations'
import type { Session, SessionHolder } from '../session'
import { countWords, usersOf, withWordsReplaced } from './uses'
import { describedWord, hasWord, joinedWords, movedWord, withoutWords, withWords } from './words'

/** All of them throw what the contract says. */
export { withWords } from './words'

export interface VocabularyService {
  list: (kind: VocabularyKind) => Promise<Word[]>
  add: (kind: VocabularyKind, names: readonly string[], parent: string | null) => Promise<null>
  move: (kind: VocabularyKind, name: string, to: { parent: string | null; before: string | null }) => Promise<null>
  describe: (details: WordDetails) => Promise<null>
  rename: (kind: VocabularyKind, name: string, into: string) => Promise<OperationOutcome>
  merge: (kind: VocabularyKind, names: readonly string[], into: string) => Promise<OperationOutcome>
  elsewhere: (kind: VocabularyKind, names: readonly string[]) => Promise<WordsElsewhere>
  remove: (kind: VocabularyKind, names: readonly string[], fromRecords: boolean) => Promise<OperationOutcome>
}

interface Parts { sessions: SessionHolder; changes: Changes; operations: OperationService }

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const inVocabulary = ({ unit: owner }: LibraryFile, kind: VocabularyKind, counts: ReadonlyMap<string, number>) => ({ key, parent, own }: WordRow): Word => {
  const isOwner = kind === 'units' && own.name === owner.name
  return {
    key, name: own.name, count: counts.get(own.name) ?? 0, known: true, parent,
    code: isOwner ? owner.code : textOf(own.code), isOwner, unit: textOf(own.unit), role: textOf(own.role),
  }
}

const inRecordsOnly = ([name, count]: readonly [string, number]): Word =>
  ({ key: name, name, count, known: false, parent: null, code: '', isOwner: false, unit: '', role: '' })

const byUse = ([a, many]: readonly [string, number], [b, few]: readonly [string, number]): number => few - many || (a < b ? -1 : 1)

export const createVocabularyService = ({ sessions, changes, operations }: Parts): VocabularyService => {
  const write = async (change: (library: LibraryFile) => LibraryFile): Promise<null> => {
    await writeWords(sessions.writable(), changes, change)
    return null
  }

  /** The records that use them, once all are known. Throws `not_found` for a word that neither they nor the vocabulary have. */
  const users = async ({ catalog, folder, whenChecked }: Session, kind: VocabularyKind, names: readonly string[]): Promise<string[]> => {
    await whenChecked()
    const counts = await countWords(catalog, kind)
    const missing = names.find((name) => !counts.has(name) && !hasWord(folder.library.current(), kind, name))
    if (missing !== undefined) throw new AppError('not_found', { kind: 'word', id: missing })
    return usersOf(catalog, kind, new Set(names))
  }

  const join = async (operation: 'renameWord' | 'mergeWords', kind: VocabularyKind, names: readonly string[], into: string): Promise<OperationOutcome> => {
    const words = names.filter((name) => name !== into)
    const ids = await users(sessions.writable(), kind, words)
    return operations.editWords(operation, {
      kind, words, into, ids, edit: withWordsReplaced(kind, new Set(words), into), change: (library) => joinedWords(library, kind, words, into),
      template: withTemplateWordsReplaced(kind, new Set(words), into),
    })
  }

  return {
    list: async (kind) => {
      const { catalog, folder } = sessions.required()
      const counts = await countWords(catalog, kind)
      const library = folder.library.current()
      const known = toRows(library.vocabularies, kind).map(inVocabulary(library, kind, counts))
      const names = new Set(known.map(({ name }) => name))
      return [...known, ...[...counts].filter(([name]) => !names.has(name)).sort(byUse).map(inRecordsOnly)]
    },
    add: async (kind, names, parent) => write((library) => withWords(library, kind, names, parent)),
    move: async (kind, name, to) => write((library) => movedWord(library, kind, name, to)),
    describe: async (details) => write((library) => describedWord(library, details)),
    rename: async (kind, name, into) => {
      const { catalog, folder } = sessions.writable()
      if (into !== name && (hasWord(folder.library.current(), kind, into) || (await countWords(catalog, kind)).has(into))) throw new AppError('word_exists', { name: into })
      return join('renameWord', kind, [name], into)
    },
    merge: async (kind, names, into) => join('mergeWords', kind, names, into),
    elsewhere: async (kind, names) => {
      const { folder, noteDamage } = sessions.required()
      const { searches = [], views = [] } = folder.library.current()
      const words = new Set(names)
      const templates = await folder.templates.list((path, { code, data }) => { noteDamage({ path, failure: { code, data } }) })
      return {
        templates: templates.filter((template) => templateNames(template, kind, words)).length,
        searches: searches.filter((search) => searchNames(search, kind, words)).length, views: views.filter((view) => viewNames(view, kind, words)).length,
      }
    },
    remove: async (kind, names, fromRecords) => {
      const session = sessions.writable()
      const found = await users(session, kind, names)
      return operations.editWords('removeWords', {
        kind, words: names, into: null, ids: fromRecords ? found : [],
        edit: withWordsReplaced(kind, new Set(names), null), change: (library) => withoutWords(library, kind, names),
        // What a template is for, and gives, stays until somebody says otherwise.
        template: (template) => template,
      })
    },
  }
}
