/** What becomes of a library's words when one is added, moved, described, renamed, merged or removed: `library.json` before and after. */
import { AppError } from '#shared/contract/errors'
import type { WordDetails } from '#shared/contract/vocabularies'
import type { LibraryFile } from '#shared/model/library'
import { withWordsInSearches } from '#shared/model/vocabularies/searchWords'
import { withWordsInViews } from '#shared/model/vocabularies/viewWords'
import { toRows, withRows, type RowKind, type VocabularyKind, type WordRow } from '#shared/model/vocabularies/rows'

/** More are no vocabulary; whoever has them looks for an import that went wrong. */
const most = 20_000

const unfit = (path: string, message: string): AppError => new AppError('invalid', { issues: [{ path, message }] })

const missing = (name: string): AppError => new AppError('not_found', { kind: 'word', id: name })

const rowNamed = (rows: readonly WordRow[], name: string): WordRow => {
  const row = rows.find(({ own }) => own.name === name)
  if (!row) throw missing(name)
  return row
}

const put = (file: LibraryFile, kind: RowKind, rows: readonly WordRow[]): LibraryFile => ({ ...file, vocabularies: withRows(file.vocabularies, kind, rows) })

/** The keys from a row up to the top, itself first. */
const pathUp = (rows: readonly WordRow[], key: string): string[] => {
  const parents = new Map(rows.map((row) => [row.key, row.parent]))
  const path: string[] = []
  for (let at: string | null = key; at !== null && !path.includes(at); at = parents.get(at) ?? null) path.push(at)
  return path
}

export const hasWord = ({ vocabularies }: LibraryFile, kind: VocabularyKind, name: string): boolean =>
  toRows(vocabularies, kind).some(({ own }) => own.name === name)

/** Throws `not_found` for a parent that is not there. */
export const withWords = (file: LibraryFile, kind: VocabularyKind, names: readonly string[], above: string | null): LibraryFile => {
  const rows = toRows(file.vocabularies, kind)
  const parent = above === null ? null : rowNamed(rows, above).key
  const known = new Set(rows.map(({ own }) => own.name))
  const fresh = [...new Set(names)].filter((name) => !known.has(name)).map((name): WordRow => ({ key: name, parent, own: { name } }))
  if (rows.length + fresh.length > most) throw unfit('names', `more than ${String(most)} words`)
  return put(file, kind, [...rows, ...fresh])
}

export const movedWord = (file: LibraryFile, kind: VocabularyKind, name: string, to: { parent: string | null; before: string | null }): LibraryFile => {
  const rows = toRows(file.vocabularies, kind)
  const { key, own } = rowNamed(rows, name)
  const parent = to.parent === null ? null : rowNamed(rows, to.parent).key
  if (parent !== null && pathUp(rows, parent).includes(key)) throw unfit('parent', 'below itself')
  const others = rows.filter((row) => row.key !== key)
  const next = to.before === null ? undefined : rowNamed(others, to.before).key
  const at = next === undefined ? others.length : others.findIndex((row) => row.key === next)
  return put(file, kind, others.toSpliced(at, 0, { key, parent, own }))
}

/** An empty text says that there is none. */
const withGiven = (own: WordRow['own'], given: Readonly<Record<string, string>>): WordRow['own'] => {
  const kept = Object.entries(own).filter(([key]) => !Object.hasOwn(given, key))
  return { ...Object.fromEntries(kept), ...Object.fromEntries(Object.entries(given).filter(([, text]) => text !== '')), name: own.name }
}

export const describedWord = (file: LibraryFile, details: WordDetails): LibraryFile => {
  const rows = toRows(file.vocabularies, details.kind)
  const { key } = rowNamed(rows, details.name)
  const { kind, name: _name, ...given } = details
  if ('code' in given && given.code !== '') {
    const other = rows.find((row) => row.key !== key && row.own.code === given.code)
    if (other) throw unfit('code', `the code of ${other.own.name}`)
  }
  return put(file, kind, rows.map((row) => (row.key === key ? { ...row, own: withGiven(row.own, given) } : row)))
}

const synonymsOf = ({ synonyms }: WordRow['own']): string[] => (Array.isArray(synonyms) ? synonyms.filter((word) => typeof word === 'string') : [])

/** Whoever meant the same as one of the words means the same as what it became. */
const withSynonymsFor = (file: LibraryFile, from: ReadonlySet<string>, into: string): LibraryFile => {
  const rows = toRows(file.vocabularies, 'words')
  const joined = rows.map((row): WordRow => {
    const group = [row.own.name, ...synonymsOf(row.own)]
    if (group.includes(into) || !group.some((word) => from.has(word))) return row
    return { ...row, own: { ...row.own, synonyms: [...synonymsOf(row.own), into] } }
  })
  return joined.some((row, at) => row !== rows[at]) ? put(file, 'words', joined) : file
}

/** What else in the library says the name of a unit: where people work, and whose it is. */
const withUnitName = (file: LibraryFile, from: ReadonlySet<string>, into: string): LibraryFile => {
  const people = file.vocabularies.people.map((person) => (person.unit !== undefined && from.has(person.unit) ? { ...person, unit: into } : person))
  return { ...file, vocabularies: { ...file.vocabularies, people }, ...from.has(file.unit.name) && { unit: { ...file.unit, name: into } } }
}

const withKeptFor = (file: LibraryFile, kind: VocabularyKind, from: ReadonlySet<string>, into: string): LibraryFile => ({
  ...file, ...file.searches && { searches: withWordsInSearches(file.searches, kind, from, into) }, ...file.views && { views: withWordsInViews(file.views, kind, from, into) },
})

/** One entry of several: what only one of them says stays, and so do the synonyms of all. */
const joinedOwn = (owns: readonly WordRow['own'][], name: string): WordRow['own'] => {
  const synonyms = [...new Set(owns.flatMap(synonymsOf))].filter((word) => word !== name)
  const together = owns.reduceRight<Record<string, unknown>>((all, own) => ({ ...all, ...own }), {})
  return { ...together, name, ...synonyms.length > 0 && { synonyms } }
}

/** Words become one: in the place of the one that has its name, else of the first of them; what only records use is taken in. */
export const joinedWords = (file: LibraryFile, kind: VocabularyKind, words: readonly string[], into: string): LibraryFile => {
  const from = new Set(words.filter((word) => word !== into))
  const rows = toRows(file.vocabularies, kind)
  const joined = rows.filter(({ own }) => own.name === into || from.has(own.name))
  const base = joined.find(({ own }) => own.name === into) ?? joined[0]
  const kept = withKeptFor(file, kind, from, into)
  const further = kind === 'units' ? withUnitName(kept, from, into) : kept
  if (!base) return withSynonymsFor(withWords(further, kind, [into], null), from, into)
  const gone = new Set(joined.filter(({ own, key }) => key !== base.key && from.has(own.name)).map(({ key }) => key))
  // What stood below one of those that go takes the place of the topmost of them.
  const topmost = pathUp(rows, base.key).findLast((key) => gone.has(key))
  const parent = topmost === undefined ? base.parent : rows.find(({ key }) => key === topmost)?.parent ?? null
  const own = joinedOwn([base.own, ...joined.filter(({ key }) => gone.has(key)).map((row) => row.own)], into)
  const stay = rows.flatMap((row): WordRow[] => {
    if (row.key === (topmost ?? base.key)) return [{ key: base.key, parent, own }]
    if (gone.has(row.key) || row.key === base.key) return []
    return [row.parent !== null && gone.has(row.parent) ? { ...row, parent: base.key } : row]
  })
  return withSynonymsFor(put(further, kind, stay), from, into)
}

/** What is below a unit comes to the one above it. */
export const withoutWords = (file: LibraryFile, kind: VocabularyKind, words: readonly string[]): LibraryFile => {
  const rows = toRows(file.vocabularies, kind)
  const gone = new Set(rows.filter(({ own }) => words.includes(own.name)).map(({ key }) => key))
  const parentOf = ({ parent }: WordRow): string | null => (parent === null ? null : pathUp(rows, parent).find((key) => !gone.has(key)) ?? null)
  return put(file, kind, rows.filter(({ key }) => !gone.has(key)).map((row) => ({ ...row, parent: parentOf(row) })))
}
