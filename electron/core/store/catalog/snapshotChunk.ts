/**
 * Some thousand rows of a catalog snapshot as columns, in two lines: what holds Chinese, and the rest, which is many times faster to read
 * for being plain ASCII. Words that recur (units, dates, lists of tags) stand once in the whole snapshot and are referred to by their
 * place. About 250 bytes a record.
 */
import { z } from 'zod'
import { RecordRow, type RecordRow as Row } from '#shared/contract/records'
import { ListValue } from '#shared/model/listFields'
import { Confidentiality } from '#shared/model/record'
import type { Reference } from '../references'
import type { CatalogEntry } from './entry'

const relations = ['derivedFrom', 'uses', 'evidence', 'supersedes', 'related', 'presentedAt', 'cites', 'mentions', 'adopts'] as const

/** Only looked at, not copied: an opening reads a hundred thousand rows. */
const column = <T extends string | number>(kind: 'string' | 'number') =>
  z.custom<T[]>((value) => Array.isArray(value) && value.every((each) => typeof each === kind))

/** The first line: the words that are new with it, and columns of text, a row each. */
export const SnapshotTexts = z.object({ words: column<string>('string'), numbers: column<string>('string'), titles: column<string>('string') })
type SnapshotTexts = z.infer<typeof SnapshotTexts>

/** The second: columns of equal length, a row each; `references` are three columns of their own, which name their row, their relation and the other record. */
export const SnapshotFacts = z.object({
  ids: column<string>('string'), updated: column<string>('string'), sizes: column<number>('number'), mtimes: column<number>('number'),
  types: column<number>('number'), stages: column<number>('number'), units: column<number>('number'), teams: column<number>('number'), fields: column<number>('number'),
  polarities: column<number>('number'), dates: column<number>('number'), tags: column<number>('number'), authors: column<number>('number'), attachments: column<number>('number'), editions: column<number>('number'),
  originals: column<string>('string'), dues: column<number>('number'), confidentialities: column<number>('number'), values: column<number>('number'), unlisted: column<number>('number'), referring: column<number>('number'), relations: column<number>('number'), referred: column<string>('string'),
})
type SnapshotFacts = z.infer<typeof SnapshotFacts>

/** Gives each word a place, once for the whole snapshot. */
export const createWords = () => {
  const known = new Map<string, number>()
  const fresh: string[] = []
  return {
    place: (word: string): number => {
      const found = known.get(word)
      if (found !== undefined) return found
      known.set(word, known.size)
      fresh.push(word)
      return known.size - 1
    },
    /** The words that came since it was asked last. */
    take: (): string[] => fresh.splice(0),
  }
}

export const packChunk = (entries: readonly CatalogEntry[], words: ReturnType<typeof createWords>): [SnapshotTexts, SnapshotFacts] => {
  const rows = entries.map(({ row }) => row)
  const placed = (value: (row: Row) => string): number[] => rows.map((row) => words.place(value(row)))
  const facts = {
    ids: rows.map(({ id }) => id), updated: rows.map(({ updatedAt }) => updatedAt),
    sizes: entries.map(({ stamp }) => stamp?.size ?? -1), mtimes: entries.map(({ stamp }) => stamp?.mtimeMs ?? 0),
    types: placed(({ type }) => type), stages: placed(({ stage }) => stage), units: placed(({ unit }) => unit), teams: placed(({ team }) => team),
    fields: placed(({ field }) => field), polarities: placed(({ polarity }) => polarity ?? ''), dates: placed(({ date }) => date),
    tags: placed(({ tags }) => JSON.stringify(tags)), authors: entries.map(({ authors }) => words.place(JSON.stringify(authors))), attachments: rows.map(({ attachments }) => attachments), editions: rows.map(({ edition }) => edition ?? 0),
    originals: entries.map(({ original }) => original ?? ''), dues: entries.map(({ due }) => words.place(due)),
    confidentialities: entries.map(({ confidentiality }) => words.place(confidentiality)), values: entries.map(({ values }) => words.place(values ? JSON.stringify(values) : '')),
    unlisted: entries.map(({ unlisted }) => words.place(unlisted ? JSON.stringify(unlisted) : '')),
    referring: entries.flatMap(({ references }, index) => references.map(() => index)),
    relations: entries.flatMap(({ references }) => references.map(({ relation }) => relations.indexOf(relation))),
    referred: entries.flatMap(({ references }) => references.map(({ to }) => to)),
  }
  return [{ words: words.take(), numbers: rows.map(({ number }) => number), titles: rows.map(({ title }) => title) }, facts]
}

const noReferences: readonly Reference[] = []
const Tags = RecordRow.shape.tags
const Type = RecordRow.shape.type
const Polarity = RecordRow.shape.polarity
const Values = z.record(z.string(), ListValue).optional()
const Unlisted = z.record(z.string(), z.number()).optional()

/** What words mean, each read once: rows share it. */
const meanings = <T>(word: (at: number | undefined) => string, schema: z.ZodType<T>, read: (text: string) => unknown) => {
  const known = new Map<number | undefined, { value: T }>()
  return (at: number | undefined): T => {
    const found = known.get(at)
    if (found !== undefined) return found.value
    const value = schema.parse(read(word(at)))
    known.set(at, { value })
    return value
  }
}

/** The words of the lines so far, and what some of them mean. */
export const createMeanings = () => {
  const words: string[] = []
  const word = (at: number | undefined): string => {
    const found = at === undefined ? undefined : words[at]
    if (found === undefined) throw new RangeError(`no word ${String(at)}`)
    return found
  }
  return {
    add: (more: readonly string[]): void => { words.push(...more) },
    word,
    authors: meanings(word, Tags, (text) => JSON.parse(text)),
    tags: meanings(word, Tags, (text) => JSON.parse(text)),
    type: meanings(word, Type, (text) => text),
    polarity: meanings(word, Polarity, (text) => (text === '' ? null : text)),
    confidentiality: meanings(word, Confidentiality, (text) => text),
    values: meanings(word, Values, (text) => (text === '' ? undefined : JSON.parse(text))),
    unlisted: meanings(word, Unlisted, (text) => (text === '' ? undefined : JSON.parse(text))),
  }
}

/** Throws on what no snapshot of ours holds. */
export const unpackChunk = ({ numbers, titles }: SnapshotTexts, facts: SnapshotFacts, { word, authors, tags, type, polarity, confidentiality, values, unlisted }: ReturnType<typeof createMeanings>): CatalogEntry[] => {
  const references = new Map<number, Reference[]>()
  for (const [at, index] of facts.referring.entries()) {
    const relation = relations[facts.relations[at] ?? -1]
    if (relation) references.set(index, [...references.get(index) ?? [], { to: facts.referred[at] ?? '', relation }])
  }
  return numbers.map((number, index): CatalogEntry => {
    const original = facts.originals[index] ?? ''
    const size = facts.sizes[index] ?? -1
    const edition = facts.editions[index] ?? 0
    return {
      row: {
        id: facts.ids[index] ?? '', type: type(facts.types[index]), number, title: titles[index] ?? '',
        stage: word(facts.stages[index]), unit: word(facts.units[index]), team: word(facts.teams[index]), field: word(facts.fields[index]),
        tags: tags(facts.tags[index]), date: word(facts.dates[index]), polarity: polarity(facts.polarities[index]),
        attachments: facts.attachments[index] ?? 0, updatedAt: facts.updated[index] ?? '', edition: edition === 0 ? null : edition,
      },
      references: references.get(index) ?? noReferences,
      authors: authors(facts.authors[index]),
      confidentiality: confidentiality(facts.confidentialities[index]),
      values: values(facts.values[index]),
      unlisted: unlisted(facts.unlisted[index]),
      original: original === '' ? undefined : original,
      due: word(facts.dues[index]),
      stamp: size < 0 ? undefined : { size, mtimeMs: facts.mtimes[index] ?? 0 },
    }
  })
}
