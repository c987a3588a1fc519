import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countText, countWords } from './wordCount'

describe('counting words as Word does', () => {
  it.each([
    ['', 0], ['  \n', 0], ['三次核对', 4], ['拆除，停止。', 6], ['“是”——不是……', 9], ['110kV母线', 3], ['拆除 110 kV 接地线，停止操作。', 13], ['keep the numbers', 3],
    ['it’s 3.5%, or so', 4], ['YT-CS-2026-0003号', 2], ['（一）准备', 5], ['全角　空格', 4], ['𠮷野家', 3], ['①②', 1], ['a 。b', 3], ['ＡＢ', 2], ['😀好', 2], ['Ctrl+F', 1],
  ])('%j is %i', (text, words) => { expect(countWords(text)).toBe(words) })

  it('counts characters with and without spaces, and no line breaks', () => {
    expect(countText('母线 110 kV\n停电。')).toEqual({ words: 7, characters: 12, withoutSpaces: 10 })
  })

  it('counts what stands on two lines as the two by themselves', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(countWords(`${a}\n${b}`)).toBe(countWords(a) + countWords(b))
    }))
  })
})
