import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraph } from '../../../../tests/support/records'
import type { DifferenceRow } from '#shared/model/difference/bodies'
import { firstStretches, stretchesOf } from './folding'

const item = { block: paragraph('甲') }
const rowsOf = (kinds: string): DifferenceRow[] => [...kinds].map((kind): DifferenceRow => (kind === '+' ? { kind: 'added', after: item } : { kind: kind === '=' ? 'same' : 'changed', before: item, after: item }))
const shownAs = (kinds: string, all = false): string[] => stretchesOf(rowsOf(kinds), all).map(({ start, end, isFolded }) => `${kinds.slice(start, end)}${isFolded ? ' folded' : ''}`)

describe('folding what is the same', () => {
  it('keeps one row on either side of a change', () => {
    expect(shownAs('=====+=====')).toEqual(['==== folded', '=', '+', '=', '==== folded'])
  })

  it('takes each row that became another for a change of its own, and what came together for one', () => {
    expect(shownAs('~~++=')).toEqual(['~', '~', '++', '='])
  })

  it('folds nothing to save a single row', () => {
    expect(shownAs('=+===+')).toEqual(['=', '+', '===', '+'])
  })

  it('folds nothing when all is asked for', () => {
    expect(shownAs('=====+', true)).toEqual(['=====', '+'])
  })

  it('covers every row once, whatever is drawn at once', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('=', '+', '~')).map((kinds) => kinds.join('')), fc.nat(40), fc.boolean(), (kinds, limit, all) => {
      const stretches = stretchesOf(rowsOf(kinds), all)
      expect(stretches.map(({ start, end }) => kinds.slice(start, end)).join('')).toBe(kinds)
      const { shown, left } = firstStretches(stretches, limit)
      expect(shown.reduce((sum, { start, end }) => sum + end - start, 0) + left).toBe(kinds.length)
    }))
  })
})
