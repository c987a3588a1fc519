import { describe, expect, it } from 'vitest'
import type { MergeDecision } from '#shared/contract/packageMerge'
import { handText, isByHand, withHandBody, withHandText, withoutHandText } from './byHand'
import { choiceOf, heldDecisions, isUndecided, nextConflict, openConflicts, whyNot } from './takeChoice'

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

describe('what is written by hand', () => {
  const begun: MergeDecision = { choice: 'merge', picks: { place: 'theirs' } }

  it('stands beside what is picked, and is taken back piece by piece', () => {
    const both = withHandText(withHandText(begun, { of: 'fields', key: 'conclusion' }, '一起写的'), { of: 'record', key: 'summary' }, '摘要')
    expect(both).toEqual({ choice: 'hand', picks: { place: 'theirs' }, content: { summary: '摘要', fields: { conclusion: '一起写的' } } })
    expect(['summary', 'fields.conclusion', 'fields.owner', 'body.block:1', 'place'].filter((key) => isByHand(key, both))).toEqual(['summary', 'fields.conclusion'])
    expect(handText('fields.conclusion', both)).toBe('一起写的')
    expect(withoutHandText(withoutHandText(both, { of: 'record', key: 'summary' }), { of: 'fields', key: 'conclusion' })).toEqual(begun)
  })

  it('decides all of a body at once', () => {
    const decision = withHandBody(undefined, { version: 1, preamble: [], sections: [] })
    expect(openConflicts({ standing: 'conflict', conflicts: ['title', 'body.block:1', 'body.order'] }, decision)).toEqual(['title'])
  })
})

describe('the next conflict', () => {
  const of = (id: string, conflicts: string[], standing: 'conflict' | 'newer' = 'conflict') => ({ id, standing, conflicts, differences: ['summary', 'title', 'body.block:1'] })
  const records = [of('a', ['title', 'body.block:1']), of('b', [], 'newer'), of('c', ['summary'])]

  it('is the next one in the record, then in the next record, and at the end the first again', () => {
    expect(nextConflict(records, {})).toEqual({ id: 'a', key: 'title' })
    expect(nextConflict(records, {}, { id: 'a', key: 'summary' })).toEqual({ id: 'a', key: 'title' })
    expect(nextConflict(records, {}, { id: 'a', key: 'title' })).toEqual({ id: 'a', key: 'body.block:1' })
    expect(nextConflict(records, {}, { id: 'b' })).toEqual({ id: 'c', key: 'summary' })
    expect(nextConflict(records, {}, { id: 'c', key: 'summary' })).toEqual({ id: 'a', key: 'title' })
  })

  it('passes by what is decided', () => {
    expect(nextConflict(records, { a: { choice: 'merge', picks: { title: 'both' } } })).toEqual({ id: 'a', key: 'body.block:1' })
    expect(nextConflict(records, { a: { choice: 'take' }, c: { choice: 'keep' } })).toBeUndefined()
  })
})

describe('a record that was changed here after it was decided', () => {
  it('is decided anew', () => {
    const mine = (id: string) => ({ id, at: '', by: { name: '', unit: '' } })
    const decisions = { a: { choice: 'take' }, b: { choice: 'take' }, c: { choice: 'take' } } as const
    expect(heldDecisions([{ id: 'a', mine: mine('1') }, { id: 'b', mine: mine('2') }, { id: 'c', mine: null }], decisions, { a: '1', b: '1', c: null })).toEqual({ a: { choice: 'take' }, c: { choice: 'take' } })
  })
})
