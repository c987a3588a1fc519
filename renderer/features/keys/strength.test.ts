import { describe, expect, it } from 'vitest'
import { strengthOf } from './strength'

describe('a passphrase', () => {
  it.each([
    ['', 'short'], ['1234567', 'short'], ['12345678', 'weak'], ['aaaaaaaaaaaaaaaa', 'weak'], ['20261130', 'weak'],
    ['jiedixian2026', 'fair'], ['三号塔接地线双确认', 'strong'], ['Kf7#pQ2!xw9Lm', 'strong'],
  ] as const)('%s is %s', (text, strength) => { expect(strengthOf(text)).toBe(strength) })
})
