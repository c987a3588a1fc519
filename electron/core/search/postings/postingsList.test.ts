import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Listed } from '../../../../tests/support/search'
import { PostingsList } from './postingsList'
import { createSegmentWriter } from './segmentWriter'
import type { Segment } from './segment'

const segmentWith = (lists: readonly Listed[]): Segment => {
  const writer = createSegmentWriter(2 ** 24, { terms: 0, postings: 0 })
  lists.forEach((list, at) => {
    if (at < 2) writer.pair(at + 1, list.length)
    else writer.word(`word${at}`, list.length)
    for (const [document, impact] of list) writer.document(document, impact)
  })
  return writer.finish()
}

const read = (list: PostingsList, segment: Segment, place: number): Listed => {
  list.read(segment, place)
  return Array.from(list.documents.subarray(0, list.count), (document, at): [number, number] => [document, list.impacts[at] ?? 0])
}

/** Next to one another and far apart. */
const document = fc.oneof(fc.nat(40), fc.nat(2 ** 24 - 1))
const listed = fc.uniqueArray(fc.tuple(document, fc.integer({ min: 1, max: 255 })), { maxLength: 12, selector: ([each]) => each })
  .map((list) => list.sort(([a], [b]) => a - b))

describe('a list', () => {
  it('is read as it was written, whatever was read before', () => {
    const list = new PostingsList()
    fc.assert(fc.property(fc.array(listed, { maxLength: 6 }), (lists) => {
      const segment = segmentWith(lists)
      lists.forEach((expected, place) => { expect(read(list, segment, place)).toEqual(expected) })
    }))
  })

  it('may be longer than all before', () => {
    const long = Array.from({ length: 5000 }, (_, at): [number, number] => [at * 200, at % 255 + 1])
    const segment = segmentWith([[[7, 1]], long, [[8, 2]]])
    const list = new PostingsList()
    expect([0, 1, 2].map((place) => read(list, segment, place))).toEqual([[[7, 1]], long, [[8, 2]]])
  })
})
