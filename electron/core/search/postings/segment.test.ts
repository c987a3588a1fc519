import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hanNumber } from '#shared/text/runs'
import { listsIn, segmentOf, type Listed } from '../../../../tests/support/search'
import type { SearchPiece } from '../part/searchDocument'
import { fieldRules, impactOf, occurrenceWeight, type Field } from './fields'
import { mergeSegments, renumber } from './mergeSegments'
import { findPair, findPairsFrom, findWord, findWordsFrom, pairOf, PostingsReader, type PlaceRange, type Segment } from './segment'

type Documents = readonly (readonly SearchPiece[])[]

/** The terms of a text, as a person would read them: pairs, the last of a run alone, in short fields every character, and words. */
const termsOf = (field: Field, text: string): string[] => (text.match(/[\u4e00-\u9fff]+|[a-z0-9]+/g) ?? []).flatMap((run) => {
  if (run < '\u4e00') return [run]
  const pairs = Array.from(run, (_, at) => run.slice(at, at + 2))
  return fieldRules[field].everyCharacter ? [...pairs, ...run.slice(0, -1)] : pairs
})

/** Each term with its documents and their impacts. */
const naiveIndex = (documents: Documents): Map<string, Listed> => {
  const index = new Map<string, Listed>()
  documents.forEach((pieces, document) => {
    const weights = new Map<string, number>()
    for (const { field, text } of pieces) {
      const length = pieces.reduce((sum, each) => (each.field === field ? sum + each.text.length : sum), 0)
      for (const term of termsOf(field, text)) weights.set(term, Math.fround((weights.get(term) ?? 0) + occurrenceWeight(field, length)))
    }
    for (const [term, weight] of weights) index.set(term, [...index.get(term) ?? [], [document, impactOf(weight)]])
  })
  return index
}

const numberOf = (text: string, at: number): number => (at < text.length ? hanNumber(text.charCodeAt(at)) : 0)
const placesOf = (segment: Segment, term: string): PlaceRange =>
  (term < '\u4e00' ? findWord(segment, term) : findPair(segment, pairOf(numberOf(term, 0), numberOf(term, 1))))

const expectSame = (segment: Segment, naive: ReadonlyMap<string, Listed>): void => {
  expect(segment.counts).toHaveLength(naive.size)
  for (const [term, listed] of naive) {
    const places = placesOf(segment, term)
    expect(listsIn(segment, places), term).toEqual([listed])
    expect(segment.counts[places.first], term).toBe(listed.length)
  }
}

const text = fc.string({ unit: fc.constantFrom('接', '地', '线', '一', 'a', 'b', '1', ' ', '，'), maxLength: 12 })
const document = fc.array(fc.record({ field: fc.constantFrom<Field>('title', 'tags', 'summary', 'body'), text }), { maxLength: 4 })
const documents = fc.array(document, { maxLength: 8 })
const few = { numRuns: 50 }

describe('a segment', () => {
  it('has each term with its documents and their impacts, and no other', () => {
    fc.assert(fc.property(documents, (all) => {
      const segment = segmentOf(all)
      expect(segment.documentCount).toBe(all.length)
      expectSame(segment, naiveIndex(all))
    }), few)
  })

  it('has many documents of one term, close together and far apart', () => {
    const has = (at: number): boolean => at % 300 === 0 || at > 2900
    const all = Array.from({ length: 3000 }, (_, at): SearchPiece[] => (has(at) ? [{ field: 'body', text: '接地' }] : []))
    expectSame(segmentOf(all), naiveIndex(all))
  })

  it('gives a list one document after another as it gives it at once', () => {
    fc.assert(fc.property(documents, (all) => {
      const segment = segmentOf(all)
      for (let place = 0; place < segment.counts.length; place += 1) {
        const reader = new PostingsReader(segment, place)
        const read: Listed = []
        while (reader.next()) read.push([reader.document, reader.impact])
        expect([read]).toEqual(listsIn(segment, { first: place, end: place + 1 }))
      }
    }), few)
  })

  it('finds all terms that begin in a way', () => {
    fc.assert(fc.property(documents, fc.constantFrom('a', 'b1', '1', 'ab', 'zz'), fc.constantFrom('接', '线', '一', '龙'), (all, letters, han) => {
      const segment = segmentOf(all)
      const naive = naiveIndex(all)
      const listed = (beginning: string) => [...naive].filter(([term]) => term.startsWith(beginning)).map(([, list]) => JSON.stringify(list)).sort()
      const found = (places: PlaceRange) => listsIn(segment, places).map((list) => JSON.stringify(list)).sort()
      expect(found(findWordsFrom(segment, letters))).toEqual(listed(letters))
      expect(found(findPairsFrom(segment, numberOf(han, 0)))).toEqual(listed(han))
    }), few)
  })

  it('has no places for what it lacks', () => {
    const segment = segmentOf([[{ field: 'body', text: '接地 abc' }]])
    for (const places of [placesOf(segment, '地接'), placesOf(segment, 'ab'), findWordsFrom(segment, 'abcd'), findPairsFrom(segment, numberOf('龙', 0))]) {
      expect(listsIn(segment, places)).toEqual([])
    }
  })
})

describe('merged segments', () => {
  it('are the segment that all that is kept would make', () => {
    fc.assert(fc.property(fc.array(documents, { maxLength: 4 }), fc.func(fc.boolean()), (groups, isRemoved) => {
      const merged = mergeSegments(renumber(groups.map(segmentOf), isRemoved))
      const kept = groups.flatMap((group, position) => group.filter((_, at) => !isRemoved(position, at)))
      expect(merged.documentCount).toBe(kept.length)
      expectSame(merged, naiveIndex(kept))
      expect(merged).toEqual({ ...segmentOf(kept), lists: expect.anything() })
    }), few)
  })

  it('number what is kept one after another', () => {
    const segments = [segmentOf([[], [], []]), segmentOf([]), segmentOf([[], []])]
    const sources = renumber(segments, (segment, at) => segment === 0 && at === 1)
    expect(sources.map(({ renumbered }) => Array.from(renumbered))).toEqual([[0, -1, 1], [], [2, 3]])
  })
})
