/** What a change did to the words of a library, word by word, so that it can be taken back where nobody changed the word since. */
import { z } from 'zod'
import type { LibraryFile } from '../library'
import { isSameJson } from '../sameJson'
import { RowKind, toRows, VocabularyKind, withRows, WordPlace, type WordRow } from './rows'
import { TemplateChange } from './templateWords'

/** One word before and after, null where it was not there. `follows`: the key of the one before it below the same parent, null for the first. */
export const WordChange = z.looseObject({ kind: RowKind, key: z.string(), before: WordPlace.nullable(), after: WordPlace.nullable(), follows: z.string().nullable() })
export type WordChange = z.infer<typeof WordChange>

/** A saved search or view that names one of the words, before and after. */
const KeptChange = z.looseObject({ id: z.string(), before: z.looseObject({}), after: z.looseObject({}) })
type KeptChange = z.infer<typeof KeptChange>

/**
 * `words` of one vocabulary became `into`, or nothing where that is null. `owner`: the name of the unit that the library belongs to,
 * where that changed too; `searches`, `views` and `templates`: the saved searches, the saved views and the templates that did.
 */
export const WordsChange = z.looseObject({
  kind: VocabularyKind, words: z.array(z.string()), into: z.string().nullable(), changes: z.array(WordChange),
  owner: z.looseObject({ before: z.string(), after: z.string() }).optional(),
  searches: z.array(KeptChange).optional(),
  views: z.array(KeptChange).optional(),
  templates: z.array(TemplateChange).optional(),
})
export type WordsChange = z.infer<typeof WordsChange>

/** Saved searches or views. */
type Kept = NonNullable<LibraryFile['searches']>

const isSame = (a: WordPlace | null, b: WordPlace | null): boolean => isSameJson(a && [a.parent, a.own], b && [b.parent, b.own])

const placeOf = (row: WordRow | undefined): WordPlace | null => (row ? { parent: row.parent, own: row.own } : null)

const changesOf = (kind: RowKind, before: readonly WordRow[], after: readonly WordRow[]): WordChange[] => {
  const [was, is] = [before, after].map((rows) => new Map(rows.map((row) => [row.key, row])))
  const keys = new Set([...before, ...after].map(({ key }) => key))
  const followed = new Map<string, string | null>()
  const last = new Map<string | null, string>()
  for (const { key, parent } of before) {
    followed.set(key, last.get(parent) ?? null)
    last.set(parent, key)
  }
  return [...keys].flatMap((key) => {
    const [old, fresh] = [placeOf(was?.get(key)), placeOf(is?.get(key))]
    return isSame(old, fresh) ? [] : [{ kind, key, before: old, after: fresh, follows: followed.get(key) ?? null }]
  })
}

const keptChanges = (before: Kept = [], after: Kept = []): KeptChange[] => before.flatMap((was) => {
  const { id } = was
  const is = after.find((each) => each.id === id)
  return typeof id !== 'string' || !is || isSameJson(was, is) ? [] : [{ id, before: was, after: is }]
})

/** What a change of words did to the library. */
export type LibraryWordChanges = Pick<WordsChange, 'changes' | 'owner' | 'searches' | 'views'>

export const wordChanges = (before: LibraryFile, after: LibraryFile): LibraryWordChanges => {
  const searches = keptChanges(before.searches, after.searches)
  const views = keptChanges(before.views, after.views)
  return {
    changes: RowKind.options.flatMap((kind) => changesOf(kind, toRows(before.vocabularies, kind), toRows(after.vocabularies, kind))),
    ...before.unit.name !== after.unit.name && { owner: { before: before.unit.name, after: after.unit.name } },
    ...searches.length > 0 && { searches }, ...views.length > 0 && { views },
  }
}

/** What taking a change back goes by. */
type ChangedWords = Pick<WordsChange, 'words' | 'into' | 'changes' | 'owner' | 'searches' | 'views'> & Partial<Pick<WordsChange, 'kind'>>

/** Puts a row that comes back behind the one that it followed. */
const insert = (rows: WordRow[], row: WordRow, follows: string | null): void => {
  const at = follows === null ? 0 : rows.findIndex(({ key }) => key === follows) + 1
  rows.splice(follows !== null && at === 0 ? rows.length : at, 0, row)
}

const backOf = (current: readonly WordRow[], changes: readonly WordChange[], { words: [first], into }: ChangedWords): WordRow[] => {
  const now = new Map(current.map((row) => [row.key, row]))
  const undone = new Map(changes.filter(({ key, after }) => isSame(placeOf(now.get(key)), after)).map((change) => [change.key, change]))
  const staysBelow = (before: WordPlace | null, row: WordRow | undefined): boolean => before !== null && row?.parent === before.parent
  const rows = current.flatMap((row): WordRow[] => {
    const change = undone.get(row.key)
    if (!change) return [row]
    return change.before && staysBelow(change.before, row) ? [{ key: row.key, ...change.before }] : []
  })
  for (const { key, before, follows } of undone.values()) if (before && !staysBelow(before, now.get(key))) insert(rows, { key, ...before }, follows)
  const keys = new Set(rows.map(({ key }) => key))
  // What came below the new name since goes below the old one.
  const parentOf = (parent: string | null): string | null => {
    if (parent === null || keys.has(parent)) return parent
    return parent === into && first !== undefined && keys.has(first) ? first : null
  }
  return rows.map((row) => ({ ...row, parent: parentOf(row.parent) }))
}

const keptBack = (kept: Kept, changes: readonly KeptChange[]): Kept => kept.map((each) => {
  const change = changes.find(({ id }) => id === each.id)
  return change && isSameJson(change.after, each) ? change.before : each
})

/** A word, a search or a view that was changed since stays as it is; the others are as they were before. */
export const takeBack = (library: LibraryFile, change: ChangedWords): LibraryFile => {
  let { vocabularies } = library
  for (const kind of RowKind.options) {
    const changes = change.changes.filter((each) => each.kind === kind)
    if (changes.length > 0) vocabularies = withRows(vocabularies, kind, backOf(toRows(vocabularies, kind), changes, change))
  }
  const { owner, searches, views } = change
  return {
    ...library, vocabularies, ...library.searches && searches && { searches: keptBack(library.searches, searches) }, ...library.views && views && { views: keptBack(library.views, views) },
    ...owner?.after === library.unit.name && { unit: { ...library.unit, name: owner.before } },
  }
}
