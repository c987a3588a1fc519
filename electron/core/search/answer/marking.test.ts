import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { searchDocument } from '../../../../tests/support/search'
import { holdPart } from '../index/heldPart'
import { makePart } from '../part/part'
import type { SearchPiece } from '../part/searchDocument'
import { bestPiece, excerptOf, markDocument, marksIn, shownPieces, textOf, type Marking } from './marking'

const word = (typed: string, ...others: string[]) => ({ typed, forms: [typed, ...others] })
const marking = (more: Partial<Marking>): Marking => ({ typed: (more.words ?? []).map(({ typed }) => typed).join(' '), words: [], phrases: [], ...more })
const marked = (text: string, more: Partial<Marking>): string => {
  const marks = marksIn(marking(more), text)
  return marks.reduceRight((all, [from, to]) => `${all.slice(0, from)}[${all.slice(from, to)}]${all.slice(to)}`, text)
}

describe('marks', () => {
  it.each<[string, Partial<Marking>, string]>([
    ['拆除接地线后', { words: [word('接地线')] }, '拆除[接地线]后'],
    // Where it does not stand in one piece, its pairs do.
    ['地线与接地', { words: [word('接地线')] }, '[地线]与[接地]'],
    ['接地线与地线', { words: [word('接地线')] }, '[接地线]与地线'],
    ['主变，变压器', { words: [word('主变', '变压器')] }, '[主变]，[变压器]'],
    // Words as they were typed are marked as one, and then nothing else is.
    ['接地线 漏拆，漏拆', { words: [word('接地线'), word('漏拆')] }, '[接地线 漏拆]，漏拆'],
    ['漏拆的接地线', { words: [word('接地线'), word('漏拆')] }, '[漏拆]的[接地线]'],
    ['漏拆接地线', { words: [word('接地线'), word('漏拆')] }, '[漏拆接地线]'],
    ['母线，漏，接地', { words: [word('接地')], phrases: ['线，'] }, '母[线，]漏，[接地]'],
    ['母线，接地', { words: [word('接地')], phrases: ['线，'] }, '母[线，接地]'],
    ['没有', { words: [word('接地')] }, '没有'],
  ])('of %s', (text, more, expected) => { expect(marked(text, more)).toBe(expected) })

  it('stand in order, none touching another, all within the text', () => {
    const text = fc.string({ unit: fc.constantFrom('接', '地', '线', ' ', 'a'), maxLength: 20 })
    const sought = fc.string({ unit: fc.constantFrom('接', '地', '线', 'a'), minLength: 1, maxLength: 4 })
    fc.assert(fc.property(text, fc.array(sought, { maxLength: 3 }), fc.array(sought, { maxLength: 2 }), (all, words, phrases) => {
      const marks = marksIn(marking({ words: words.map((each) => word(each)), phrases }), all)
      let last = -1
      for (const [from, to] of marks) {
        expect(from).toBeGreaterThan(last)
        expect(to).toBeGreaterThan(from)
        last = to
      }
      expect(last).toBeLessThanOrEqual(all.length)
    }))
  })
})

const mark = (pieces: readonly SearchPiece[], ...words: string[]) =>
  markDocument(holdPart(makePart([searchDocument('a', pieces)])), 0, marking({ words: words.map((each) => word(each)) }))

describe('pieces of a document', () => {
  const pieces: SearchPiece[] = [
    { field: 'title', text: '接地线' }, { field: 'tags', text: '安全' }, { field: 'body', text: '先清点', blockId: 'b1' },
    { field: 'body', text: '再拆接地线，接地线在左', blockId: 'b2', sectionTitle: '步骤' }, { field: 'attachment', text: '接地线', page: 3 },
  ]

  it('have the marks that stand in them, counted from their beginning', () => {
    const { units, pieces: all } = mark(pieces, '接地线')
    expect(all.map((each) => [textOf(units, each.piece), each.marks])).toEqual([
      ['接地线', [[0, 3]]], ['安全', []], ['先清点', []], ['再拆接地线，接地线在左', [[2, 5], [6, 9]]], ['接地线', [[0, 3]]],
    ])
  })

  it('are shown where text is marked, not titles or tags', () => {
    expect(shownPieces(mark(pieces, '接地线').pieces).map(({ piece }) => piece.field)).toEqual(['body', 'attachment'])
    expect(shownPieces(mark(pieces, '母线').pieces)).toEqual([])
  })

  it('have one that shows most, else the first with a text', () => {
    const shown = (...words: string[]) => { const { units, pieces: all } = mark(pieces, ...words); const best = bestPiece(all); return best && excerptOf(units, best, 90) }
    expect(shown('接地线')).toMatchObject({ text: '再拆接地线，接地线在左', marks: [[2, 5], [6, 9]], blockId: 'b2', sectionTitle: '步骤' })
    expect(shown('母线')).toMatchObject({ text: '先清点', marks: [], blockId: 'b1' })
    expect(bestPiece(mark([{ field: 'title', text: '接地线' }, { field: 'body', text: '' }], '接地线').pieces)).toBeUndefined()
  })

  it('that can be opened at a place are preferred to equals that can not', () => {
    const best = bestPiece(mark([{ field: 'body', text: '接地线' }, { field: 'body', text: '拆接地线', blockId: 'b2' }], '接地线').pieces)
    expect(best?.piece.blockId).toBe('b2')
  })

  it('are marked in the folded text, and shown as they were written', () => {
    const { units, pieces: all } = mark([{ field: 'body', text: '變壓器\nＡＢ' }], '变压器', 'ab')
    const [piece] = all
    expect(piece && excerptOf(units, piece, 90)).toMatchObject({ text: '變壓器 ＡＢ' })
    expect(piece?.marks).toEqual([[0, 6]])
  })
})
