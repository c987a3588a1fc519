import { describe, expect, it } from 'vitest'
import { mostMaskWords } from '#shared/contract/masking'
import { canKeep, readWords } from './wordList'

describe('a pasted list of words', () => {
  it('is a word a line, each once, without empty lines and spaces around', () => {
    expect(readWords('三峡工程\n\n  宏远集团 \r\n三峡工程\n').words).toEqual(['三峡工程', '宏远集团'])
  })

  it('takes the cells of a pasted table and a row of words apart', () => {
    expect(readWords('宏远集团\t三峡工程\n甲公司、乙公司').words).toEqual(['宏远集团', '三峡工程', '甲公司', '乙公司'])
  })

  it('tells the lines that can not be kept, and keeps none then', () => {
    const long = '长'.repeat(61)
    const read = readWords(`宏远集团\n张\n${long}`)
    expect(read).toMatchObject({ words: ['宏远集团'], short: ['张'], long: [long] })
    expect(canKeep(read)).toBe(false)
  })

  it('counts what is beyond the most', () => {
    const lines = Array.from({ length: mostMaskWords + 3 }, (_, at) => `词 ${at}`)
    expect(readWords(lines.join('\n')).excess).toBe(3)
    expect(canKeep(readWords(lines.slice(3).join('\n')))).toBe(true)
  })
})
