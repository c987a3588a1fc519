/** Which records use which words, and what a record says when they become others. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { RecordContent } from '#shared/model/record'
import type { VocabularyKind } from '#shared/model/vocabularies/rows'
import type { Catalog } from '../../store/catalog/catalog'
import type { CatalogEntry } from '../../store/catalog/entry'

/** Records looked at before others have their turn. */
const slice = 8192

const Words = z.array(z.string())

/** The units that are to take a product up. */
const targetsOf = (type: string, targets: unknown): string[] => (type === 'product' ? Words.safeParse(targets).data ?? [] : [])

/** A team is a unit of the tree as well. */
const wordsOf = (kind: VocabularyKind, { row, authors, values }: CatalogEntry): readonly string[] => {
  switch (kind) {
    case 'units': return [...new Set([row.unit, row.team, ...targetsOf(row.type, values?.['own:targets'])])]
    case 'fields': return [row.field]
    case 'tags': return row.tags
    case 'people': return authors
  }
}

const eachEntry = async (catalog: Catalog, look: (id: string, entry: CatalogEntry) => void): Promise<void> => {
  let looked = 0
  for (const id of [...catalog.ids()]) {
    const entry = catalog.entry(id)
    if (entry) look(id, entry)
    looked += 1
    if (looked % slice === 0) await nextTurn()
  }
}

/** How many records use each word; one that is left empty is none. */
export const countWords = async (catalog: Catalog, kind: VocabularyKind): Promise<Map<string, number>> => {
  const counts = new Map<string, number>()
  await eachEntry(catalog, (_id, entry) => {
    for (const word of new Set(wordsOf(kind, entry))) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  return counts
}

/** The ids of the records that use one of the words. */
export const usersOf = async (catalog: Catalog, kind: VocabularyKind, words: ReadonlySet<string>): Promise<string[]> => {
  const ids: string[] = []
  await eachEntry(catalog, (id, entry) => { if (wordsOf(kind, entry).some((word) => words.has(word))) ids.push(id) })
  return ids
}

const replaced = (list: readonly string[], words: ReadonlySet<string>, into: string | null): string[] => {
  const next = list.flatMap((word) => (words.has(word) ? into ?? [] : [word]))
  return next.filter((word, at) => word !== into || next.indexOf(word) === at)
}

/** What a record says after `words` became `into`, or nothing where that is null. Its number and its origin stay. */
export const withWordsReplaced = (kind: VocabularyKind, words: ReadonlySet<string>, into: string | null) => (content: RecordContent): RecordContent => {
  const one = (word: string): string => (words.has(word) ? into ?? '' : word)
  switch (kind) {
    case 'fields': return { ...content, field: one(content.field) }
    case 'tags': return content.tags.some((tag) => words.has(tag)) ? { ...content, tags: replaced(content.tags, words, into) } : content
    case 'people': return content.authors.some((author) => words.has(author)) ? { ...content, authors: replaced(content.authors, words, into) } : content
    case 'units': {
      const [unit, team] = [one(content.unit), one(content.team)]
      const targets = targetsOf(content.type, content.fields.targets)
      return {
        // A team that became one with its unit is no team of it any more.
        ...content, unit, team: unit === team && content.unit !== content.team ? '' : team,
        ...targets.some((word) => words.has(word)) && { fields: { ...content.fields, targets: replaced(targets, words, into) } },
      }
    }
  }
}
