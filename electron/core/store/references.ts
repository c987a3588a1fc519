/** Who refers to whom: links, citations and mentions of every record, kept both ways. */
import type { Backlink } from '#shared/contract/records'
import { Uuid } from '#shared/model/ids'
import type { RecordContent } from '#shared/model/record'
import { rowCitations } from '#shared/model/rowCitations'

type Relation = Backlink['relation']

export interface Reference { to: string; relation: Relation }

interface Found { cites: Reference[]; mentions: Reference[] }

const isId = (value: unknown): value is string => Uuid.safeParse(value).success

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Looks at plain JSON, so that a body need not be checked whole to be read for the catalog. */
const look = (node: unknown, found: Found): void => {
  if (Array.isArray(node)) { for (const each of node) look(each, found); return }
  if (!isObject(node)) return
  if (node.type === 'recordLink' && isId(node.recordId)) found.mentions.push({ to: node.recordId, relation: 'mentions' })
  if (isObject(node.citation) && isId(node.citation.recordId)) found.cites.push({ to: node.citation.recordId, relation: 'cites' })
  for (const each of Object.values(node)) if (typeof each === 'object') look(each, found)
}

/** What a content refers to, each once. Its body may be JSON that was not checked. */
export const referencesOf = ({ type, links, fields, body }: Pick<RecordContent, 'type' | 'links' | 'fields'> & { body: unknown }): Reference[] => {
  const found: Found = { cites: [], mentions: [] }
  look(body, found)
  const inCells = rowCitations({ type, fields }).map(({ citation }): Reference => ({ to: citation.recordId, relation: 'cites' }))
  const all: Reference[] = [...links.map(({ to, relation }) => ({ to, relation })), ...found.cites, ...inCells, ...found.mentions]
  return [...new Map(all.map((reference) => [`${reference.relation} ${reference.to}`, reference])).values()]
}

export interface References {
  /** Replaces what a record refers to. */
  put: (id: string, references: readonly Reference[]) => void
  /** What a record refers to. */
  from: (id: string) => readonly Reference[]
  remove: (id: string) => void
  /** What refers to a record, in the order of the ids. */
  to: (id: string) => { from: string; relation: Relation }[]
  /** How many such there are, without listing them. */
  count: (id: string) => number
}

export const createReferences = (): References => {
  const outgoing = new Map<string, readonly Reference[]>()
  const incoming = new Map<string, Map<string, Relation[]>>()
  const counts = new Map<string, number>()

  const remove = (id: string): void => {
    for (const { to } of outgoing.get(id) ?? []) {
      incoming.get(to)?.delete(id)
      counts.set(to, (counts.get(to) ?? 0) - 1)
    }
    outgoing.delete(id)
  }

  return {
    remove,
    from: (id) => outgoing.get(id) ?? [],
    put: (id, all) => {
      remove(id)
      const references = all.filter(({ to }) => to !== id)
      if (references.length === 0) return
      outgoing.set(id, references)
      for (const { to, relation } of references) {
        const from = incoming.get(to) ?? new Map<string, Relation[]>()
        incoming.set(to, from.set(id, [...from.get(id) ?? [], relation]))
        counts.set(to, (counts.get(to) ?? 0) + 1)
      }
    },
    to: (id) => [...incoming.get(id) ?? []].sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([from, relations]) => relations.map((relation) => ({ from, relation }))),
    count: (id) => counts.get(id) ?? 0,
  }
}
