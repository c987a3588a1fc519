import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listsIn, searchDocument, titled } from '../../../../tests/support/search'
import { factsOf } from './documentTable'
import { makePart, mergeParts, type Part } from './part'
import type { SearchDocument } from './searchDocument'
import { memoryTexts } from './texts'

const text = fc.string({ unit: fc.constantFrom('接', '地', '线', 'a', ' '), maxLength: 8 })
const document = fc.record({ id: fc.constantFrom('a', 'b', 'c'), title: text, tag: text, body: text, labels: fc.subarray(['tag:安全', 'type:case']), uses: fc.nat(9) })
  .map(({ id, title, tag, body, ...more }): SearchDocument =>
    searchDocument(id, [{ field: 'title', text: title }, { field: 'tags', text: tag }, { field: 'body', text: body, blockId: 'b1' }], more))
const parts = fc.array(fc.array(document, { maxLength: 4 }), { maxLength: 3 })

/** All that can be read of a part. */
const readAll = ({ segment, table, texts, names }: Part) => ({
  terms: { pairs: segment.pairs, words: segment.words, lists: listsIn(segment, { first: 0, end: segment.counts.length }) },
  facts: table.ids.map((_, at) => factsOf(table, at)), texts: table.ids.map((_, at) => texts.bytes(at).slice()), names,
})

describe('a part', () => {
  it('that was merged is what its documents would make, without what was removed', () => {
    fc.assert(fc.property(parts, fc.func(fc.boolean()), (all, isRemoved) => {
      const texts: Uint8Array[] = []
      const merged = mergeParts(all.map(makePart), isRemoved, (bytes) => { texts.push(bytes.slice()) })
      const kept = all.flatMap((documents, part) => documents.filter((_, at) => !isRemoved(part, at)))
      expect(readAll({ ...merged, texts: memoryTexts(texts) })).toEqual(readAll(makePart(kept)))
    }), { numRuns: 40 })
  })

  it('knows its documents in the order in which they were added', () => {
    const part = makePart([titled('b', '接地线'), titled('a', '母线', '', { labels: ['type:case'], uses: 3 })])
    expect(part.segment.documentCount).toBe(2)
    expect(readAll(part).facts).toMatchObject([{ id: 'b' }, { id: 'a', labels: ['type:case'], uses: 3 }])
  })
})
