import { describe, expect, it } from 'vitest'
import { whyNot } from './takeChoice'

const none = { new: 0, same: 3, differs: 0, newEditions: 0, newAttachments: 0 }

describe('taking a package in', () => {
  it('is refused where the library holds all of it already', () => {
    expect(whyNot(none, false)).toBe('nothingNew')
  })

  it.each(['new', 'differs', 'newEditions', 'newAttachments'] as const)('makes sense where it brings something: %s', (what) => {
    expect(whyNot({ ...none, [what]: 1 }, false)).toBeUndefined()
  })

  it('says first that the library can not be written', () => {
    expect(whyNot({ ...none, new: 2 }, true)).toBe('readOnly')
  })
})
