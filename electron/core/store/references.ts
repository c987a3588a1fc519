/** Who refers to whom: links, citations and mentions of every record, kept both ways. */
import type { Backlink } from '#shared/contract/records'
import { blockInlines, placedBlocks } from '#shared/model/body/walk'
import { isKnownInline } from '#shared/model/body/inlines'
import { bodyCitations } from '#shared/model/gates'
import type { RecordContent } from '#shared/model/record'

type Relation = Backlink['relation']

export interface Reference { to: string; relation: Relation }

const mentions = ({ body }: RecordContent): Reference[] => [...placedBlocks(body)].flatMap(({ block }) =>
  blockInlines(block).flatMap((inline) => (isKnownInline(inline) && inline.type === 'recordLink' ? [{ to: inline.recordId, relation: 'mentions' as const }] : [])))

/** What a content refers to, each once. */
export const referencesOf = (content: RecordContent): Reference[] => {
  const all: Reference[] = [
    ...content.links.map(({ to, relation }) => ({ to, relation })),
    ...bodyCitations(content.body).map(({ citation }) => ({ to: citation.recordId, relation: 'cites' as const })),
    ...mentions(content),
  ]
  return [...new Map(all.map((reference) => [`${reference.relation} ${reference.to}`, reference])).values()]
}

export interface References {
  /** Replaces what a record refers to. */
  put: (id: string, content: RecordContent) => void
  remove: (id: string) => void
  /** What refers to a record, in the order of the ids. */
  to: (id: string) => { from: string; relation: Relation }[]
}

export const createReferences = (): References => {
  const outgoing = new Map<string, Reference[]>()
  const incoming = new Map<string, Map<string, Relation[]>>()

  const remove = (id: string): void => {
    for (const { to } of outgoing.get(id) ?? []) incoming.get(to)?.delete(id)
    outgoing.delete(id)
  }

  return {
    remove,
    put: (id, content) => {
      remove(id)
      const references = referencesOf(content).filter(({ to }) => to !== id)
      if (references.length === 0) return
      outgoing.set(id, references)
      for (const { to, relation } of references) {
        const from = incoming.get(to) ?? new Map<string, Relation[]>()
        incoming.set(to, from.set(id, [...from.get(id) ?? [], relation]))
      }
    },
    to: (id) => [...incoming.get(id) ?? []].sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([from, relations]) => relations.map((relation) => ({ from, relation }))),
  }
}
