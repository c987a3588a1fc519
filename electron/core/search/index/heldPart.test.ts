import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '#shared/text/fold'
import { listsIn, titled } from '../../../../tests/support/search'
import { makePart } from '../part/part'
import { foldedText, holdPart, liveCount, removeDocument } from './heldPart'

const text = fc.string({ unit: fc.constantFrom('接', '地', '線', 'a', 'Ｂ', ' ', '\ud83d\ude00'), maxLength: 8 })

describe('a document that is removed', () => {
  it('no longer counts among those that hold its terms', () => {
    fc.assert(fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), fc.array(fc.nat(4), { maxLength: 6 }), (titles, removals) => {
      const part = holdPart(makePart(titles.map((title, at) => titled(String(at), title, title))))
      const removed = new Set(removals.map((at) => at % titles.length))
      for (const at of removals) removeDocument(part, at % titles.length)
      expect([liveCount(part), part.isChanged]).toEqual([titles.length - removed.size, removed.size > 0])
      const left = listsIn(part.segment, { first: 0, end: part.segment.counts.length }).map((list) => list.filter(([document]) => !removed.has(document)).length)
      expect(Array.from(part.segment.counts, (count, place) => count - (part.removedAt[place] ?? 0))).toEqual(left)
    }), { numRuns: 60 })
  })

  it('is removed once, and tells its terms', () => {
    const part = holdPart(makePart([titled('a', '接地'), titled('b', '接地')]))
    expect([...removeDocument(part, 0)]).toHaveLength(3)
    expect([...removeDocument(part, 0)]).toEqual([])
    expect(part.removedCount).toBe(1)
  })
})

describe('the folded text of a document', () => {
  it('has the offsets of the text itself', () => {
    fc.assert(fc.property(text, text, (title, body) => {
      const part = holdPart(makePart([titled('a', title, body)]))
      for (const time of ['first', 'again']) expect(foldedText(part, 0), time).toBe(fold(`${title}\n${body}`))
    }), { numRuns: 40 })
  })
})
