import { describe, expect, it } from 'vitest'
import { numeral } from './numeral'

describe('small numbers', () => {
  it('read as Chinese numerals in Chinese', () => {
    expect([1, 9, 10, 11, 20, 34, 100].map((number) => numeral(number, 'zh-CN'))).toEqual(['一', '九', '十', '十一', '二十', '三十四', '100'])
  })

  it('read as digits in English', () => {
    expect(numeral(3, 'en')).toBe('3')
  })
})
