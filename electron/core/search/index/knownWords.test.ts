import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titled } from '../../../../tests/support/search'
import { makePart } from '../part/part'
import type { SearchDocument } from '../part/searchDocument'
import { Documents } from './documents'
import { holdPart } from './heldPart'

const words = ['transformer', 'transfer', 'scada']
const tags = ['安全', '带电']
const ids = ['a', 'b', 'c', 'd']

const document = fc.record({ id: fc.constantFrom(...ids), own: fc.subarray(words), labels: fc.subarray(tags), unit: fc.constantFrom('一班', '') })
  .map(({ id, own, labels, unit }): SearchDocument => titled(id, own.join(' '), own.join('，'), { labels: [...labels.map((tag) => `tag:${tag}`), `unit:${unit}`] }))
const step = fc.oneof(
  { weight: 3, arbitrary: fc.array(document, { minLength: 1, maxLength: 3 }).map((put) => ({ do: 'put' as const, put })) },
  fc.subarray(ids).map((removed) => ({ do: 'remove' as const, removed })),
  fc.constant({ do: 'merge' as const }),
  fc.constant({ do: 'ask' as const }),
)

/** How many documents have each word, tag and unit. */
const counted = (all: readonly SearchDocument[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const { pieces, labels } of all) {
    const own = new Set([...(pieces[0]?.text.split(' ') ?? []), ...labels.map((label) => label.replace(/^\w+:/, ''))])
    for (const each of own) if (each !== '') counts.set(each, (counts.get(each) ?? 0) + 1)
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1))
}
const known = (documents: Documents): [string, number][] =>
  documents.lexicon().suggest('', undefined, 100).map(({ text, count }): [string, number] => [text, count]).sort(([a], [b]) => (a < b ? -1 : 1))

/** All parts in one, as they are merged elsewhere. */
const mergeAll = (documents: Documents, kept: ReadonlyMap<string, SearchDocument>): void => {
  if (kept.size > 0) documents.replace(documents.parts, holdPart(makePart([...kept.values()])))
}

describe('the words that an index knows', () => {
  it('are counted by its documents, whenever they are first asked for and however these came', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const documents = new Documents()
      const kept = new Map<string, SearchDocument>()
      for (const each of steps) {
        switch (each.do) {
          case 'put':
            documents.put(each.put)
            for (const put of each.put) kept.set(put.id, put)
            break
          case 'remove':
            documents.remove(each.removed)
            for (const id of each.removed) kept.delete(id)
            break
          case 'merge': mergeAll(documents, kept); break
          case 'ask': expect(known(documents)).toEqual(counted([...kept.values()]))
        }
      }
      expect(known(documents)).toEqual(counted([...kept.values()]))
      const near = new Set(documents.nearWords('transfomer').map(({ word }) => word))
      expect(near.has('transformer')).toBe(counted([...kept.values()]).some(([word]) => word === 'transformer'))
    }), { numRuns: 60 })
  })

  it('are Latin words of three letters or more, labels of what can be chosen, and nothing else', () => {
    const documents = new Documents()
    documents.put([titled('a', 'sf6 110kV GIS ab 接地线', '', { labels: ['type:case', 'author:张工', 'field:变电', 'above:中心', 'year:2026', 'tag:'] })])
    expect(known(documents)).toEqual([['gis', 1], ['sf6', 1], ['中心', 1], ['变电', 1], ['张工', 1]])
  })
})
