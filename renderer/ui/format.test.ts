import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import chinese from '../locales/zh-CN/common.json'
import { formatBytes, formatCount, formatDuration } from './format'

beforeAll(() => i18next.init({ lng: 'zh-CN', resources: { 'zh-CN': { common: chinese } } }))

describe('sizes', () => {
  it.each([[0, '0 B'], [1023, '1023 B'], [48_213, '47.1 KB'], [1024 * 1024, '1 MB'], [200 * 1024 ** 2, '200 MB'], [5.5 * 1024 ** 3, '5.5 GB']])('%d bytes are %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('durations', () => {
  it.each([[0, '1 秒'], [9_100, '10 秒'], [61_000, '2 分'], [5_400_000, '1.5 小时']])('%d ms are %s', (ms, text) => {
    expect(formatDuration(ms, i18next.t)).toBe(text)
  })
})

it('groups the digits of a count', () => {
  expect(formatCount(12_486, 'zh-CN')).toBe('12,486')
})
