import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldedUnits, foldTable, foldUnits, unitsToText } from './fold'

const unitText = fc.string({ unit: fc.constantFrom('Ａ', 'İ', 'ß', '變', '\ud83d\ude00', '\ud800', 'é', '\u0000', '\uffff', '一'), maxLength: 40 })

describe('folding', () => {
  it.each([
    ['ＡＢＣ１２３　kV', 'abc123 kv'],
    ['變壓器與開關', '变压器与开关'],
    ['ÉÀΩЖ', 'éàωж'],
    ['“！？”', '“!?”'],
    ['\uf900\uf9e2', '岂梨'],
    ['', ''],
  ])('%s is %s', (text, folded) => { expect(fold(text)).toBe(folded) })

  it('keeps every offset', () => {
    fc.assert(fc.property(unitText, (text) => { expect(fold(text)).toHaveLength(text.length) }))
    // What would become longer stays as it is.
    expect(fold('İß')).toBe('İß')
  })

  it('leaves what is folded as it is', () => {
    expect(fold('薴')).toBe('苎')
    expect(foldTable.findIndex((to) => foldTable[to] !== to)).toBe(-1)
  })

  it('folds units as it folds text', () => {
    fc.assert(fc.property(unitText, (text) => {
      const units = Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))
      expect(foldedUnits(units)).toEqual(foldUnits(text))
      expect(unitsToText(foldedUnits(units))).toBe(fold(text))
    }))
  })

  it('makes text of units, however many', () => {
    const text = '接地线\ud83d\ude00'.repeat(20_000)
    expect(unitsToText(foldUnits(text))).toBe(text)
    expect(unitsToText(new Uint16Array(0))).toBe('')
  })
})
