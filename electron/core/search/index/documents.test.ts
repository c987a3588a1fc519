import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { titled } from '../../../../tests/support/search'
import { makePart } from '../part/part'
import type { SearchDocument } from '../part/searchDocument'
import { Documents } from './documents'
import { holdPart, liveCount, type HeldPart } from './heldPart'

const held = (...documents: readonly SearchDocument[]): HeldPart => holdPart(makePart(documents))

const statesOf = (documents: Documents): [string, number][] => documents.parts.flatMap(({ table, removed }) =>
  table.ids.flatMap((id, at): [string, number][] => (removed[at] === 1 ? [] : [[id, table.updatedAt[at] ?? 0]]))).sort(([a], [b]) => (a < b ? -1 : 1))

const ids = ['a', 'b', 'c', 'd']
const document = fc.tuple(fc.constantFrom(...ids), fc.integer({ min: 1, max: 9 })).map(([id, updatedAt]) => titled(id, '接地线', id, { updatedAt }))
const step = fc.oneof(
  fc.array(document, { maxLength: 3 }).map((put) => ({ do: 'put' as const, put })),
  fc.subarray(ids).map((removed) => ({ do: 'remove' as const, removed })),
  fc.uniqueArray(document, { maxLength: 3, selector: ({ id }) => id }).map((adopted) => ({ do: 'adopt' as const, adopted })),
)

describe('the documents of an index', () => {
  it('are those that were put last, or adopted where they are newer, and not removed since', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const documents = new Documents()
      const expected = new Map<string, number>()
      for (const each of steps) {
        switch (each.do) {
          case 'put':
            documents.put(each.put)
            for (const { id, updatedAt } of each.put) expected.set(id, updatedAt)
            break
          case 'remove':
            documents.remove(each.removed)
            for (const id of each.removed) expected.delete(id)
            break
          case 'adopt':
            documents.adopt(held(...each.adopted))
            for (const { id, updatedAt } of each.adopted) expected.set(id, Math.max(updatedAt, expected.get(id) ?? 0))
        }
      }
      expect(statesOf(documents)).toEqual([...expected].sort(([a], [b]) => (a < b ? -1 : 1)))
      expect(documents.count()).toBe(expected.size)
      for (const id of ids) {
        const place = documents.find(id)
        expect(place?.part.table.ids[place.document]).toBe(expected.has(id) ? id : undefined)
      }
      expect(documents.parts.filter((part) => liveCount(part) === 0)).toEqual([])
    }), { numRuns: 60 })
  })

  it('stay in few parts, however many are put one by one', () => {
    const documents = new Documents()
    for (let number = 0; number < 200; number += 1) documents.put([titled(String(number), '接地线')])
    expect(documents.count()).toBe(200)
    expect(documents.parts.length).toBeLessThan(8 * 3)
    expect(documents.fresh()).toEqual(documents.parts)
  })

  it('are told apart from those of a part made meanwhile that were removed', () => {
    const documents = new Documents()
    const old = held(titled('a', '接地线'), titled('b', '母线'))
    documents.adopt(old)
    const merged = held(titled('a', '接地线'), titled('b', '母线'))
    documents.put([titled('a', '刀闸', '', { updatedAt: 7 })])
    documents.replace([old], merged)
    expect(statesOf(documents)).toEqual([['a', 7], ['b', 1]])
    expect(documents.find('b')?.part).toBe(merged)
  })

  it('know how often they are used', () => {
    const documents = new Documents()
    documents.put([titled('a', '接地线'), titled('b', '母线')])
    documents.setUses([['b', 4], ['gone', 1]])
    const place = documents.find('b')
    expect(place?.part.table.uses[place.document]).toBe(4)
  })

  it('let their files go when they are closed', () => {
    const documents = new Documents()
    let closed = 0
    const part = makePart([titled('a', '接地线')])
    documents.adopt(holdPart({ ...part, texts: { ...part.texts, close: () => { closed += 1 } } }))
    documents.close()
    expect([closed, documents.count(), documents.parts]).toEqual([1, 0, []])
  })
})
