import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutExcerpt, type Range } from './excerpt'

const marked = ({ text, marks }: { text: string; marks: Range[] }): string[] => marks.map(([from, to]) => text.slice(from, to))

const text = (...more: string[]) => fc.string({ unit: fc.constantFrom('接', '地', ' ', '\n', 'a', ...more), minLength: 1, maxLength: 120 })
/** Marks as they are made: in order, none overlapping, none through a character. */
const marksOf = (all: string, starts: readonly number[]): Range[] => {
  const marks: Range[] = []
  for (const at of starts.map((start) => start % all.length).sort((a, b) => a - b)) {
    const end = Math.min(all.length, at + 3)
    const isCut = [at, end].some((place) => /[\udc00-\udfff]/.test(all.charAt(place)))
    if (!isCut && at >= (marks.at(-1)?.[1] ?? 0)) marks.push([at, end])
  }
  return marks
}
const markingOf = (own: fc.Arbitrary<string>) => fc.tuple(own, fc.array(fc.nat(), { maxLength: 6 })).map(([all, starts]) => ({ all, marks: marksOf(all, starts) }))
const marking = markingOf(text('\ud83d\ude00'))
const width = fc.integer({ min: 10, max: 40 })

describe('excerpts', () => {
  it('cuts a long text around its densest matches and keeps the marks on their words', () => {
    const cut = cutExcerpt(`${'前'.repeat(200)}接地线漏拆${'后'.repeat(200)}`, [[203, 205]], 90)
    expect(marked(cut)).toEqual(['漏拆'])
    expect(cut.text).toMatch(/^…前+接地线漏拆后+…$/)
  })

  it('prefers one place with two marks to one with one', () => {
    const cut = cutExcerpt(`接地${'。'.repeat(100)}接地线漏拆${'。'.repeat(100)}`, [[0, 2], [102, 104], [105, 107]], 40)
    expect(marked(cut)).toEqual(['接地', '漏拆'])
  })

  it('leaves a short text whole, its line ends as spaces', () => {
    expect(cutExcerpt('接地线\n漏拆', [[4, 6]], 90)).toEqual({ text: '接地线 漏拆', marks: [[4, 6]] })
  })

  it('begins where the text does if nothing is marked', () => {
    expect(cutExcerpt('接地线漏拆', [], 3)).toEqual({ text: '接地线…', marks: [] })
  })

  it('is a piece of the text, no longer than wanted, with an ellipsis on each side that is cut', () => {
    fc.assert(fc.property(marking, width, ({ all, marks }, most) => {
      const [, before = '', piece = '', after = ''] = /^(…?)([^…]*)(…?)$/.exec(cutExcerpt(all, marks, most).text) ?? []
      const flat = all.replace(/\s/g, ' ')
      const at = flat.indexOf(piece)
      expect(at).not.toBe(-1)
      expect(piece.length).toBeLessThanOrEqual(most)
      if (before === '') expect(flat.startsWith(piece)).toBe(true)
      if (after === '') expect(flat.endsWith(piece)).toBe(true)
      if (flat.length <= most) expect(piece).toBe(flat)
    }))
  })

  it('is no longer than wanted where it would begin in the middle of a character', () => {
    expect(cutExcerpt('接\ud83d\ude00接接\ud83d\ude00接接接接接', [[4, 7]], 10)).toEqual({ text: '…接接\ud83d\ude00接接接接接', marks: [[2, 5]] })
  })

  it('cuts through no character', () => {
    fc.assert(fc.property(marking, width, ({ all, marks }, most) => { expect(cutExcerpt(all, marks, most).text.isWellFormed()).toBe(true) }))
  })

  it('has each mark on what was marked', () => {
    fc.assert(fc.property(marking, width, ({ all, marks }, most) => {
      const whole = marked({ text: all.replace(/\s/g, ' '), marks })
      expect(whole.join('|')).toContain(marked(cutExcerpt(all, marks, most)).join('|'))
    }))
  })

  it('shows at least one mark where there is any', () => {
    fc.assert(fc.property(markingOf(text()), width, ({ all, marks }, most) => {
      if (marks.length > 0) expect(cutExcerpt(all, marks, most).marks).not.toEqual([])
    }))
  })
})
