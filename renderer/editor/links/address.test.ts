import { describe, expect, it } from 'vitest'
import { typedAddress } from './address'

describe('an address that is typed', () => {
  it.each([
    ['https://example.com/a?b=1', 'https://example.com/a?b=1'], [' https://example.com ', 'https://example.com'], ['www.example.com/表', 'https://www.example.com/表'],
    ['zhang@example.com', 'mailto:zhang@example.com'], ['mailto:zhang@example.com', 'mailto:zhang@example.com'],
  ])('takes %s', (typed, address) => { expect(typedAddress(typed)).toBe(address) })

  it.each(['接地线', 'a b', 'javascript:alert(1)', 'file:///c:/x', 'data:text/html,x', 'https://exa mple.com', 'a@b', ''])('does not take %s', (typed) => {
    expect(typedAddress(typed)).toBeUndefined()
  })
})
