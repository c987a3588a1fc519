import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unitsToText } from '#shared/text/fold'
import type { SearchPiece } from './searchDocument'
import { memoryTexts, piecesOf, unitsOf, writeText } from './texts'

const text = fc.string({ unit: fc.constantFrom('接', 'Ａ', ' ', '\n', '\ud83d\ude00', '\ud800', '"'), maxLength: 8 })
const place = fc.oneof(
  fc.constant({}), fc.constant({ page: 3 }),
  fc.record({ blockId: fc.constant('b1'), sectionId: fc.constant('s1'), sectionTitle: fc.constantFrom('步骤', '') }, { requiredKeys: ['blockId'] }),
)
const piece: fc.Arbitrary<SearchPiece> = fc.tuple(fc.constantFrom('title' as const, 'tags' as const, 'body' as const), text, place)
  .map(([field, own, where]) => ({ field, text: own, ...where }))
const pieces = fc.array(piece, { maxLength: 6 })

const noPlace = { blockId: undefined, sectionId: undefined, sectionTitle: undefined, page: undefined }
const readPieces = (bytes: Uint8Array): SearchPiece[] =>
  piecesOf(bytes).map(({ start, end, ...own }) => ({ ...own, text: unitsToText(unitsOf(bytes).slice(start, end)) }))

describe('the text of a document', () => {
  it('is read in pieces as it was written, line ends as spaces', () => {
    fc.assert(fc.property(pieces, (all) => {
      expect(readPieces(writeText(all).bytes)).toEqual(all.map((each) => ({ ...noPlace, ...each, text: each.text.replaceAll('\n', ' ') })))
    }))
  })

  it('says where its pieces stand, one after another with something between', () => {
    fc.assert(fc.property(pieces, (all) => {
      const { bytes, units, spans } = writeText(all)
      expect(spans).toEqual(piecesOf(bytes).map(({ field, start, end }) => ({ field, start, end })))
      expect(units).toEqual(unitsOf(bytes))
      expect(spans.slice(1).map(({ start }, at) => start - (spans[at]?.end ?? 0))).toEqual(spans.slice(1).map(() => 1))
    }))
  })

  it('is a multiple of four bytes, so that the next begins where units may', () => {
    fc.assert(fc.property(pieces, (all) => { expect(writeText(all).bytes.length % 4).toBe(0) }))
  })

  it('is read from within other bytes', () => {
    const { bytes } = writeText([{ field: 'body', text: '接地线' }])
    const room = new Uint8Array(bytes.length + 16)
    room.set(bytes, 8)
    expect(readPieces(room.subarray(8, 8 + bytes.length))).toEqual([{ ...noPlace, field: 'body', text: '接地线' }])
  })

  it.each<[string, unknown]>([
    ['no list', { length: 1 }], ['another field', [[1, 'heading', {}]]], ['a length that is none', [['1', 'body', {}]]], ['no place', [[1, 'body']]],
    ['a place that is none', [[1, 'body', null]]], ['a page that is none', [[1, 'body', { page: 'x' }]]], ['a block that is none', [[1, 'body', { blockId: 7 }]]],
  ])('has no pieces where these are %s', (_, stored) => {
    const bytes = new Uint8Array([0, 0, 0, 0, ...new TextEncoder().encode(JSON.stringify(stored))])
    expect(() => piecesOf(bytes)).toThrow('pieces of a text are not what was written')
  })

  it('is not there for a document that is not', () => {
    const texts = memoryTexts([writeText([]).bytes])
    expect(piecesOf(texts.bytes(0))).toEqual([])
    expect(() => texts.bytes(1)).toThrow('no text 1 of 1')
  })
})
