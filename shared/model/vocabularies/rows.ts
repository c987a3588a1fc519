/** The words of a library as rows: lists and the tree of units in one shape, so that they are compared and put back alike. */
import { z } from 'zod'
import type { LibraryFile, UnitNode } from '../library'

export const VocabularyKind = z.enum(['units', 'fields', 'tags', 'people'])
export type VocabularyKind = z.infer<typeof VocabularyKind>

/** Also the words that are nothing but words, which carry synonyms. */
export const RowKind = z.enum([...VocabularyKind.options, 'words'])
export type RowKind = z.infer<typeof RowKind>

/** `own`: the entry without its children; `parent`: the key of the unit above it, null at the top and in lists. */
export const WordPlace = z.object({ parent: z.string().nullable(), own: z.looseObject({ name: z.string().min(1) }) })
export type WordPlace = z.infer<typeof WordPlace>

/** `key` is the name; of those that bear the name of an earlier one, the name with a count. */
export interface WordRow extends WordPlace { key: string }

type Vocabularies = LibraryFile['vocabularies']
type Own = WordPlace['own']

const keyGiver = () => {
  const seen = new Map<string, number>()
  return (name: string): string => {
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}\u0000${String(count)}`
  }
}

/** In the order in which they are read, a unit before those below it. */
export const toRows = (vocabularies: Vocabularies, kind: RowKind): WordRow[] => {
  const keyOf = keyGiver()
  if (kind !== 'units') return (vocabularies[kind] ?? []).map((own) => ({ key: keyOf(own.name), parent: null, own }))
  const rows: WordRow[] = []
  const add = (nodes: readonly UnitNode[], parent: string | null): void => {
    for (const { children, ...own } of nodes) {
      const key = keyOf(own.name)
      rows.push({ key, parent, own })
      add(children ?? [], key)
    }
  }
  add(vocabularies.units, null)
  return rows
}

/** Rows that no top row leads to come to the top: none is lost. */
const toTree = (rows: readonly WordRow[]): UnitNode[] => {
  const below = new Map<string | null, WordRow[]>()
  for (const row of rows) {
    const beside = below.get(row.parent)
    if (beside) beside.push(row)
    else below.set(row.parent, [row])
  }
  const placed = new Set<string>()
  const nodeOf = ({ key, own }: WordRow): UnitNode => {
    placed.add(key)
    const children = (below.get(key) ?? []).filter((row) => !placed.has(row.key)).map(nodeOf)
    return { ...own, ...children.length > 0 && { children } }
  }
  const top = (below.get(null) ?? []).map(nodeOf)
  const known = new Set(rows.map(({ key }) => key))
  const astray = rows.filter(({ parent }) => parent !== null && !known.has(parent)).map(nodeOf)
  return [...top, ...astray, ...rows.flatMap((row) => (placed.has(row.key) ? [] : [nodeOf(row)]))]
}

/** The vocabularies with these rows in the place of one of them. */
export const withRows = (vocabularies: Vocabularies, kind: RowKind, rows: readonly WordRow[]): Vocabularies =>
  ({ ...vocabularies, [kind]: kind === 'units' ? toTree(rows) : rows.map(({ own }): Own => own) })
