import { describe, expect, it } from 'vitest'
import { newId } from '#shared/model/ids'
import { initialSafety, isSafe, wayOf } from './packSafety'

describe('a package that is about to leave', () => {
  it('is signed unless that is turned off, and encrypted only if that is chosen', () => {
    expect([initialSafety.sign, wayOf(initialSafety), isSafe(initialSafety, false)]).toEqual([true, 'none', true])
  })

  it('waits for the passphrase, and for somebody to encrypt to', () => {
    expect(isSafe({ sign: true, encrypt: { passphrase: '' } }, false)).toBe(false)
    expect(isSafe({ sign: true, encrypt: { to: [] } }, false)).toBe(false)
    expect(isSafe({ sign: true, encrypt: { to: [newId()] } }, false)).toBe(true)
  })

  it('with restricted records must be both', () => {
    const encrypt = { passphrase: '三号塔接地线双确认' }
    expect(isSafe({ sign: true, encrypt: null }, true)).toBe(false)
    expect(isSafe({ sign: false, encrypt }, true)).toBe(false)
    expect(isSafe({ sign: true, encrypt }, true)).toBe(true)
  })
})
