/**
 * One line of a catalog snapshot: some thousand rows as columns. Words that recur (units, tags, stages) stand once in the whole snapshot
 * and are referred to by their place; ids and hashes lose what is no information. About 200 bytes a record.
 */
import { z } from 'zod'
import { RecordRow } from '#shared/contract/records'
import type { Reference } from '../references'
import type { CatalogEntry } from './entry'

const place = z.int().min(0)
const places = z.array(place)
const relations = ['derivedFrom', 'uses', 'evidence', 'supersedes', 'related', 'presentedAt', 'cites', 'mentions'] as const

/** Columns of equal length, a row each; `ids` runs 32 hex digits after 32; `originals` and `references` name the row that they belong to. */
export const SnapshotChunk = z.object({
  words: z.array(z.string()),
  ids: z.string(), numbers: z.array(z.string()), titles: z.array(z.string()), dates: z.array(z.string()),
  updated: z.array(z.number()), sizes: z.array(z.number()), mtimes: z.array(z.number()),
  types: places, stages: places, units: places, teams: places, fields: places, polarities: places,
  tags: z.array(places), attachments: places, editions: places,
  originals: z.array(z.tuple([place, z.string()])), references: z.array(z.tuple([place, z.int(), z.string()])),
})
export type SnapshotChunk = z.infer<typeof SnapshotChunk>

const packId = (id: string): string => id.replaceAll('-', '')
const unpackId = (hex: string): string => `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
const packHash = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64url')
const unpackHash = (text: string): string => Buffer.from(text, 'base64url').toString('hex')

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

export const packChunk = (entries: readonly CatalogEntry[], words: ReturnType<typeof createWords>): SnapshotChunk => {
  const rows = entries.map(({ row }) => row)
  const column = (value: (row: RecordRow) => string): number[] => rows.map((row) => words.place(value(row)))
  const chunk = {
    ids: rows.map(({ id }) => packId(id)).join(''), numbers: rows.map(({ number }) => number), titles: rows.map(({ title }) => title),
    dates: rows.map(({ date }) => date), updated: rows.map(({ updatedAt }) => Date.parse(updatedAt)),
    sizes: entries.map(({ stamp }) => stamp?.size ?? -1), mtimes: entries.map(({ stamp }) => stamp?.mtimeMs ?? 0),
    types: column(({ type }) => type), stages: column(({ stage }) => stage), units: column(({ unit }) => unit), teams: column(({ team }) => team),
    fields: column(({ field }) => field), polarities: column(({ polarity }) => polarity ?? ''),
    tags: rows.map((row) => row.tags.map(words.place)), attachments: rows.map((row) => row.attachments), editions: rows.map(({ edition }) => edition ?? 0),
    originals: entries.flatMap(({ original }, index): [number, string][] => (original === undefined ? [] : [[index, packHash(original)]])),
    references: entries.flatMap((entry, index) =>
      entry.references.map(({ to, relation }): [number, number, string] => [index, relations.indexOf(relation), packId(to)])),
  }
  return { words: words.take(), ...chunk }
}

const noTags: string[] = []
const noReferences: readonly Reference[] = []
const Type = RecordRow.shape.type
const Polarity = RecordRow.shape.polarity

/** `words` are those of this chunk and all before it. Throws on what no snapshot of ours holds. */
export const unpackChunk = (chunk: SnapshotChunk, words: readonly string[]): CatalogEntry[] => {
  const word = (at: number | undefined): string => {
    const found = at === undefined ? undefined : words[at]
    if (found === undefined) throw new RangeError(`no word ${String(at)}`)
    return found
  }
  const originals = new Map(chunk.originals)
  const references = new Map<number, Reference[]>()
  for (const [index, relation, to] of chunk.references) {
    const known = relations[relation]
    if (known) references.set(index, [...references.get(index) ?? [], { to: unpackId(to), relation: known }])
  }
  return chunk.numbers.map((number, index): CatalogEntry => {
    const tags = chunk.tags[index] ?? []
    const original = originals.get(index)
    const polarity = word(chunk.polarities[index])
    const size = chunk.sizes[index] ?? -1
    const edition = chunk.editions[index] ?? 0
    return {
      row: {
        id: unpackId(chunk.ids.slice(index * 32, index * 32 + 32)), type: Type.parse(word(chunk.types[index])), number, title: chunk.titles[index] ?? '',
        stage: word(chunk.stages[index]), unit: word(chunk.units[index]), team: word(chunk.teams[index]), field: word(chunk.fields[index]),
        tags: tags.length === 0 ? noTags : tags.map(word), date: chunk.dates[index] ?? '', polarity: polarity === '' ? null : Polarity.parse(polarity),
        attachments: chunk.attachments[index] ?? 0, updatedAt: new Date(chunk.updated[index] ?? 0).toISOString(), edition: edition === 0 ? null : edition,
      },
      references: references.get(index) ?? noReferences,
      original: original === undefined ? undefined : unpackHash(original),
      stamp: size < 0 ? undefined : { size, mtimeMs: chunk.mtimes[index] ?? 0 },
    }
  })
}
