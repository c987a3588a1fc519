import { describe, expect, it } from 'vitest'
import { choiceOf, isUndecided, whyNot } from './takeChoice'

const none = { new: 0, newer: 0, same: 3, older: 0, mergeable: 0, conflict: 0, newEditions: 0, newAttachments: 0 }

describe('taking a package in', () => {
  it('is refused where the library holds all of it already', () => {
    expect(whyNot(none, false)).toBe('nothingNew')
  })

  it.each(['new', 'newer', 'mergeable', 'conflict', 'newEditions', 'newAttachments'] as const)('makes sense where it brings something: %s', (what) => {
    expect(whyNot({ ...none, [what]: 1 }, false)).toBeUndefined()
  })

  it('says first that the library can not be written', () => {
    expect(whyNot({ ...none, new: 2 }, true)).toBe('readOnly')
  })

  it('leaves a conflict as it is here until every part of it is chosen', () => {
    const record = { id: 'a', standing: 'conflict' as const, conflicts: ['title', 'summary'] }
    expect(choiceOf(record, {})).toBe('keep')
    expect(isUndecided(record, {})).toBe(true)
    expect(isUndecided(record, { a: { choice: 'merge', picks: { title: 'mine' } } })).toBe(true)
    expect(isUndecided(record, { a: { choice: 'merge', picks: { title: 'mine', summary: 'both' } } })).toBe(false)
    expect(isUndecided(record, { a: { choice: 'keep' } })).toBe(false)
  })
})
