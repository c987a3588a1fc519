import { describe, expect, it } from 'vitest'
import { limitText, maxCharacters, textKindOf } from './fileText'

describe('the text of a file', () => {
  it('is read by the end of its name', () => {
    expect(['规程.docx', 'A.DOCM', 'b.dotx', 'c.Pdf', 'd.txt', 'e.doc', 'txt', ''].map(textKindOf)).toEqual(['docx', 'docx', 'docx', 'pdf', 'plain', undefined, undefined, undefined])
  })

  it('leaves out pieces that say nothing', () => {
    expect(limitText([{ text: ' \n', page: 1 }, { text: ' a\n', page: 2 }])).toEqual({ pieces: [{ text: 'a', page: 2 }], isCut: false })
  })

  it('ends at the limit, between characters', () => {
    const long = 'x'.repeat(maxCharacters - 1)
    expect(limitText([{ text: long }, { text: '甲' }]).isCut).toBe(false)
    const { pieces, isCut } = limitText([{ text: long }, { text: '𠮷甲' }])
    expect({ pieces: pieces.length, isCut }).toEqual({ pieces: 1, isCut: true })
    expect(limitText([{ text: `${long}甲乙` }]).pieces[0]?.text.endsWith('x甲')).toBe(true)
  })
})
