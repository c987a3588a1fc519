import { describe, expect, it } from 'vitest'
import { formatPercent, percentChange, pointChange, toNumber } from './percentChange'

const shown = (before: string, after: string): string | undefined => {
  const percent = percentChange(before, after)
  return percent === undefined ? undefined : formatPercent(percent)
}

describe('a number as it is written', () => {
  it.each([['4.7', 4.7], [' 1,186 ', 1186], ['1，186，000', 1186000], ['−3', -3], ['９８．２', 98.2], ['.5', 0.5], ['+2', 2]])('is read: %s', (written, number) => {
    expect(toNumber(written)).toBe(number)
  })

  it.each(['', '无', '3～5', '12 分', '1,2', '1,18', '4.7.1', '-'])('is none: %s', (written) => {
    expect(toNumber(written)).toBeUndefined()
  })
})

describe('the change of a measured result', () => {
  it('is in percent of the value before', () => {
    expect(shown('4.7', '0.8')).toBe('−83\u00a0%')
    expect(shown('11.5', '9.8')).toBe('−15\u00a0%')
    expect(shown('200', '450')).toBe('+125\u00a0%')
  })

  it('shows one digit more where it is small', () => {
    expect(shown('98.2', '99.1')).toBe('+0.9\u00a0%')
    expect(shown('100', '95')).toBe('−5\u00a0%')
    expect(shown('5', '5')).toBe('0\u00a0%')
  })

  it('counts a rise out of the negative as a rise', () => {
    expect(shown('-10', '5')).toBe('+150\u00a0%')
  })

  it('is in points where the values are in percent', () => {
    expect(pointChange({ unit: '%', before: '80', after: '95' })).toBe('+15')
    expect(pointChange({ unit: '％', before: '2.4', after: '2' })).toBe('−0.4')
    expect(pointChange({ unit: '', before: '80 %', after: '95％' })).toBe('+15')
    expect(pointChange({ unit: '', before: '80', after: '95 %' })).toBeUndefined()
    expect(pointChange({ unit: '次', before: '80', after: '95' })).toBeUndefined()
    expect(pointChange({ unit: '%', before: '不详', after: '95' })).toBeUndefined()
  })

  it('is none from zero, and none between words', () => {
    expect(shown('0', '5')).toBeUndefined()
    expect(shown('全部手抄', '扫码')).toBeUndefined()
    expect(shown('12', '')).toBeUndefined()
  })
})
